package rugged.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     */
    public record Value(
            Map<String, String> group, String quantity, List<Double> axes, double value, double error, int count) {}

    /** What a folder holds; nothing when no analysis was made. */
    public static Analyses of(RunFolder folder) {
        return Json.read(folder.directory().resolve(FILE), Analyses.class).orElse(NONE);
    }

    /** Writes it into a folder; nothing is written when there is nothing to say. */
    public void write(RunFolder folder) {
        Path file = folder.directory().resolve(FILE);
        if (verdict.isEmpty() && values.isEmpty()) return;
        try {
            folder.disk().replace(file, Json.bytes(this), false);
        } catch (IOException e) {
            throw new EnvironmentFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The number of a quantity without axes, or at given ones, for the groups that satisfy a test; empty unless there is exactly one. */
    public Optional<Value> one(
            String quantity, List<Double> axes, java.util.function.Predicate<Map<String, String>> test) {
        List<Value> found = values.stream()
                .filter(value -> value.quantity().equals(quantity))
                .filter(value -> value.axes().equals(axes) && test.test(value.group()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
