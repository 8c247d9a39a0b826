package rugged.study.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import rugged.api.LandscapeSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.params.BadParameter;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.params.Spec;
import rugged.params.ValueType;
import rugged.study.cost.Estimate;
import rugged.study.cost.Machine;
import rugged.study.read.Section.Bound;

/** Whether a landscape, or a theory while it is solved, fits into memory; if not, what would. */
public final class MemoryCheck {
    private static final String SIZE = "n";

    /** What the memory of a theory grows with. */
    private static final String TRAJECTORIES = "trajectories";

    private static final String STORAGE = "storage";

    private final double usable;
    private final Problems problems;

    public MemoryCheck(Machine machine, Problems problems) {
        usable = machine.usable();
        this.problems = problems;
    }

    /** Reports a landscape that is too large: the memory it needs, the largest n that fits, other ways to store it. */
    void check(Bound<LandscapeSpec> landscape) {
        LandscapeSpec spec = landscape.spec();
        double needed = spec.cost().memory();
        if (needed <= usable) return;
        List<String> ways = new ArrayList<>();
        largest(spec, SIZE, MemoryCheck::stored).ifPresent(n -> ways.add("n = " + n + " fits"));
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

    /**
     * Reports a theory that takes too much while it is solved.
     *
     * @param grid the times at which it is wanted
     * @param at where it was asked for
     * @param path what to call it
     * @return whether it fits
     */
    public boolean check(TheorySpec theory, Schedule grid, Node.Place at, String path) {
        double needed = theory.memory(grid);
        if (needed <= usable) return true;
        String message = "needs " + Estimate.bytes(needed) + " of memory while it is solved; " + Estimate.bytes(usable)
                + " can be used";
        problems.add(
                at,
                path,
                message,
                largest(theory, TRAJECTORIES, spec -> spec.memory(grid))
                        .map(n -> TRAJECTORIES + " = " + n + " fits")
                        .orElse("earlier times, or fewer steps"));
        return false;
    }

    /** The largest number of a parameter that fits, by bisection. */
    private <S extends Spec> Optional<Integer> largest(S spec, String key, ToDoubleFunction<S> memory) {
        Optional<Parameter> parameter = Schema.of(spec).parameter(key);
        if (parameter.isEmpty() || !(Schema.read(spec, key).orElse("") instanceof Integer now)) return Optional.empty();
        int low = (int) Math.max(1, parameter.get().declared().min());
        if (!fits(spec, key, low, memory)) return Optional.empty();
        int high = now;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (fits(spec, key, middle, memory)) low = middle;
            else high = middle;
        }
        return Optional.of(low);
    }

    private List<String> storages(LandscapeSpec spec) {
        List<String> ways = new ArrayList<>();
        Optional<Parameter> parameter = Schema.of(spec).parameter(STORAGE);
        if (parameter.isEmpty() || !(parameter.get().type() instanceof ValueType.Choice(Class<?> type))) return ways;
        for (Object constant : type.getEnumConstants()) {
            if (fits(spec, STORAGE, constant, MemoryCheck::stored)) {
                double memory = Schema.changed(spec, STORAGE, constant).cost().memory();
                ways.add("storage: " + ValueType.word(constant) + " needs " + Estimate.bytes(memory));
            }
        }
        return ways;
    }

    private static double stored(LandscapeSpec spec) {
        return spec.cost().memory();
    }

    private <S extends Spec> boolean fits(S spec, String key, Object value, ToDoubleFunction<S> memory) {
        try {
            return memory.applyAsDouble(Schema.changed(spec, key, value)) <= usable;
        } catch (BadParameter | IllegalArgumentException refused) {
            return false;
        }
    }
}
