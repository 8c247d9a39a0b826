package rugged.store.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.Json;

/**
 * What the analyses of a study found, drawn from the records of all its runs: the file {@code analysis.json}.
 *
 * @param verdict sentences for the reader
 * @param values numbers for groups of points
 */
public record Analyses(List<String> verdict, List<Value> values) {
    private static final String FILE = "analysis.json";

    /** Nothing. */
    public static final Analyses NONE = new Analyses(List.of(), List.of());

    public Analyses {
        verdict = List.copyOf(verdict);
        values = List.copyOf(values);
    }

    /**
     * A number.
     *
     * @param group coordinates without seeds
     * @param quantity its name
     * @param axes where, in the order of the quantity's axes
     * @param value the number; NaN where it is undefined
     * @param error one standard error; NaN when unknown
     * @param count samples behind it
     * @param systematic largest known systematic error beside the statistical one, such as that of a choice
     * @param why why there is no value; empty where there is one
     * @param theory the theory of which it was found; empty for what was simulated
     */
    public record Value(
            Map<String, String> group,
            String quantity,
            List<Double> axes,
            double value,
            double error,
            int count,
            double systematic,
            String why,
            String theory) {
        /** Files of older versions have neither {@code why} nor {@code theory}: none. */
        public Value {
            why = Objects.requireNonNullElse(why, "");
            theory = Objects.requireNonNullElse(theory, "");
        }

        /** A number without a systematic error. */
        public Value(
                Map<String, String> group, String quantity, List<Double> axes, double value, double error, int count) {
            this(group, quantity, axes, value, error, count, 0.0, "", "");
        }
    }

    /**
     * What a folder holds; nothing when no analysis was made.
     *
     * @throws Damaged when it is not what was written
     */
    public static Analyses of(RunFolder folder) {
        Path file = folder.directory().resolve(FILE);
        return folder.content(FILE)
                .map(content -> Json.read(file, content, Analyses.class))
                .orElse(NONE);
    }

    /** Writes it into a folder; where there is nothing to say, nothing stands there afterwards. */
    public void write(RunFolder folder) {
        if (verdict.isEmpty() && values.isEmpty()) folder.withdraw(FILE);
        else folder.publish(FILE, Json.bytes(this));
    }

    /**
     * The numbers of a quantity nearest to a place on its axes, one for each group: none further than a relative distance along any of them.
     *
     * @param theory of this theory; empty for what was simulated
     */
    public List<Value> near(String theory, String quantity, List<Double> axes, double within) {
        Map<Map<String, String>, Value> nearest = new LinkedHashMap<>();
        for (Value value : values) {
            if (!value.quantity().equals(quantity) || !value.theory().equals(theory)) continue;
            if (!(distance(value.axes(), axes) <= within)) continue;
            nearest.merge(
                    value.group(),
                    value,
                    (one, other) -> distance(other.axes(), axes) < distance(one.axes(), axes) ? other : one);
        }
        return List.copyOf(nearest.values());
    }

    private static double distance(List<Double> one, List<Double> wanted) {
        if (one.size() != wanted.size()) return Double.NaN;
        double largest = 0.0;
        for (int a = 0; a < wanted.size(); a++) {
            double offset = Math.abs(one.get(a) - wanted.get(a));
            largest = Math.max(largest, wanted.get(a) == 0.0 ? offset : offset / Math.abs(wanted.get(a)));
        }
        return largest;
    }
}
