package rugged.report;

import org.jspecify.annotations.Nullable;

/**
 * One number beside its reference, as {@code summary.json} has it. NaN stands for a number that could not be computed (or an error that is not known) and
 * is written as null.
 *
 * @param id stable, lower case, dotted
 * @param text what it is; when the value is missing, why
 * @param value ours
 * @param error one standard error
 * @param unit unit
 * @param reference what it is compared with; null where there is nothing
 * @param bias largest known systematic deviation that is allowed beside the statistical error
 * @param distance |ours - reference| in combined standard errors; NaN when both are exact
 * @param verdict agrees, differs or undecided; null where there is no reference
 * @param reach from which difference on the data would show one, bias included; NaN where the error is unknown or there is no reference
 * @param effect the difference that would matter; NaN where there is no reference
 * @param samples independent samples behind it
 */
public record Finding(
        String id,
        String text,
        double value,
        double error,
        String unit,
        @Nullable Reference reference,
        double bias,
        double distance,
        @Nullable Verdict verdict,
        double reach,
        double effect,
        int samples) {
    /**
     * What a finding is compared with.
     *
     * @param value the reference
     * @param error one standard error, 0 when exact
     * @param source where it comes from
     */
    public record Reference(double value, double error, String source) {}

    /** A finding beside nothing. */
    static Finding alone(String id, String text, MeanEstimate ours, String unit, double bias) {
        return new Finding(
                id,
                text,
                ours.value(),
                ours.error(),
                unit,
                null,
                bias,
                Double.NaN,
                null,
                Double.NaN,
                Double.NaN,
                ours.count());
    }

    /** The same with a remark behind its text. */
    Finding with(String remark) {
        String longer = text + " (" + remark + ")";
        return new Finding(id, longer, value, error, unit, reference, bias, distance, verdict, reach, effect, samples);
    }

    /** A finding that could not be computed. */
    static Finding missing(String id, String text, String unit, String why) {
        return alone(id, text + ": " + why, new MeanEstimate(Double.NaN, Double.NaN, 0), unit, 0.0);
    }

    /** Whether it agrees; null where it is undecided or there is no reference. */
    public @Nullable Boolean agrees() {
        if (verdict == null || verdict == Verdict.UNDECIDED) return null;
        return verdict == Verdict.AGREES;
    }

    /** Whether it agrees only because of the bias that the study states: further away than statistics explain. */
    public boolean withinBias() {
        if (verdict != Verdict.AGREES || reference == null || bias <= 0) return false;
        return Math.abs(value - reference.value()) > reach - bias;
    }
}
