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
 * @param agrees whether it agrees within tolerance and bias; null where there is no reference
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
        @Nullable Boolean agrees) {
    /**
     * What a finding is compared with.
     *
     * @param value the reference
     * @param error one standard error, 0 when exact
     * @param source where it comes from
     */
    public record Reference(double value, double error, String source) {}

    /** A finding that could not be computed. */
    static Finding missing(String id, String text, String unit, String why) {
        return new Finding(id, text + ": " + why, Double.NaN, Double.NaN, unit, null, 0.0, Double.NaN, null);
    }

    /** The distance up to which the tolerance alone would do. */
    private static final double USUAL = 2.5;

    /** Whether it agrees only because of the bias that the study states: further away than statistics explain. */
    public boolean withinBias() {
        return Boolean.TRUE.equals(agrees) && bias > 0 && distance > USUAL;
    }
}
