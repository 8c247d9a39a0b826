package rugged.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rugged.num.Student;
import tools.jackson.databind.JsonNode;

/**
 * What data say of a reference.
 *
 * <p>With the combined standard error s of value and reference, nu its degrees of freedom (n - 1 for n samples, by Satterthwaite's rule where the reference has
 * an error that is known) and t the number of errors that is as improbable as {@code tolerance} standard deviations of a normal law ({@link Student}), the data
 * show a difference from <i>reach</i> = t s + bias on. They DIFFER where |ours - reference| exceeds it. They AGREE where, besides, a difference that would
 * matter, the <i>effect</i>, is excluded: |ours - reference| + reach &lt; effect. Anything else is UNDECIDED: the interval that holds the reference holds
 * something else as well, or the error is unknown. Where no effect is stated it is the size of the reference, so that agreement at least excludes 0; beside a
 * reference of 0 it has to be stated.
 */
public enum Verdict {
    /** The reference is within the interval, what would matter is not. */
    AGREES,
    /** The reference is outside of the interval. */
    DIFFERS,
    /** The data cannot tell. */
    UNDECIDED;

    /** As written: agrees, differs, undecided. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of a finding that was written as JSON: by its word, or by {@code agrees} where an older version wrote it; null for none. */
    public static @Nullable Verdict of(String word, JsonNode agrees) {
        for (Verdict verdict : values()) if (verdict.word().equals(word)) return verdict;
        if (!agrees.isBoolean()) return null;
        return agrees.booleanValue() ? AGREES : DIFFERS;
    }

    /**
     * A verdict with its numbers.
     *
     * @param verdict the word
     * @param reach from which difference on these data would show one; NaN where the error is unknown
     * @param effect the difference that would matter; 0 where none is stated beside a reference of 0
     */
    record Ruling(Verdict verdict, double reach, double effect) {}

    /**
     * The verdict on a difference.
     *
     * @param gap |ours - reference|
     * @param error one standard error of ours; NaN when unknown, 0 when exact
     * @param freedom its degrees of freedom
     * @param referenceError one standard error of the reference, 0 when exact
     * @param effect the difference that would matter
     * @param tolerance standard deviations of a normal law that still agree
     * @param bias known systematic deviation
     */
    static Ruling on(
            double gap,
            double error,
            double freedom,
            double referenceError,
            double effect,
            double tolerance,
            double bias) {
        if (Double.isNaN(error)) return new Ruling(UNDECIDED, Double.NaN, effect);
        double combined = Math.hypot(error, referenceError);
        double freedoms = Student.combined(error, freedom, referenceError, Double.POSITIVE_INFINITY);
        double statistical = combined == 0.0 ? 0.0 : Student.errors(tolerance, freedoms) * combined;
        double reach = statistical + bias;
        if (gap > reach) return new Ruling(DIFFERS, reach, effect);
        return new Ruling(gap + reach < effect ? AGREES : UNDECIDED, reach, effect);
    }
}
