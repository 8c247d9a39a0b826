package rugged.study.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.params.BadParameter;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.params.ValueType;
import rugged.study.cost.Estimate;
import rugged.study.cost.Machine;
import rugged.study.read.Section.Bound;

/** Whether a landscape fits into memory; if not, what would. */
final class MemoryCheck {
    private static final String SIZE = "n";
    private static final String STORAGE = "storage";

    private final double usable;
    private final Problems problems;

    MemoryCheck(Machine machine, Problems problems) {
        usable = machine.usable();
        this.problems = problems;
    }

    /** Reports a landscape that is too large: the memory it needs, the largest n that fits, other ways to store it. */
    void check(Bound<LandscapeSpec> landscape) {
        LandscapeSpec spec = landscape.spec();
        double needed = spec.cost().memory();
        if (needed <= usable) return;
        List<String> ways = new ArrayList<>();
        largest(spec).ifPresent(n -> ways.add("n = " + n + " fits"));
        ways.addAll(storages(spec));
        String path = "landscape" + (Schema.of(spec).parameter(SIZE).isPresent() ? "." + SIZE : "");
        String value = Schema.read(spec, SIZE).map(n -> n + ": ").orElse("");
        String message = value + landscape.name() + " needs " + Estimate.bytes(needed) + " of memory; "
                + Estimate.bytes(usable) + " can be used";
        problems.add(
                landscape.at(),
                path,
                message,
                ways.isEmpty() ? "choose a smaller landscape" : String.join(", or ", ways));
    }

    /** The largest n that fits, by bisection. */
    private Optional<Integer> largest(LandscapeSpec spec) {
        Optional<Parameter> parameter = Schema.of(spec).parameter(SIZE);
        if (parameter.isEmpty() || !(Schema.read(spec, SIZE).orElse("") instanceof Integer now))
            return Optional.empty();
        int low = (int) Math.max(1, parameter.get().declared().min());
        if (!fits(spec, SIZE, low)) return Optional.empty();
        int high = now;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (fits(spec, SIZE, middle)) low = middle;
            else high = middle;
        }
        return Optional.of(low);
    }

    private List<String> storages(LandscapeSpec spec) {
        List<String> ways = new ArrayList<>();
        Optional<Parameter> parameter = Schema.of(spec).parameter(STORAGE);
        if (parameter.isEmpty() || !(parameter.get().type() instanceof ValueType.Choice(Class<?> type))) return ways;
        for (Object constant : type.getEnumConstants()) {
            if (fits(spec, STORAGE, constant)) {
                double memory = Schema.changed(spec, STORAGE, constant).cost().memory();
                ways.add("storage: " + ValueType.word(constant) + " needs " + Estimate.bytes(memory));
            }
        }
        return ways;
    }

    private boolean fits(LandscapeSpec spec, String key, Object value) {
        try {
            return Schema.changed(spec, key, value).cost().memory() <= usable;
        } catch (BadParameter | IllegalArgumentException refused) {
            return false;
        }
    }
}
