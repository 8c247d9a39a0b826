package rugged.validation;

import rugged.api.CheckSpec;

/**
 * One reference value beside what this build computes.
 *
 * @param id stable, lower case, dotted
 * @param text what it is
 * @param parameters what was computed, in words or as settings; may be empty
 * @param value ours; NaN when it could not be computed
 * @param error one standard error of ours; 0 for a deterministic number, NaN when unknown
 * @param reference what it should be
 * @param referenceError one standard error of the reference; 0 when exact
 * @param tolerance largest difference that passes: absolute for deterministic rows, else in combined standard errors
 * @param statistical which of the two the tolerance is
 * @param bias known systematic deviation that is allowed besides, such as that of a finite size
 * @param agrees whether |value - reference| is within tolerance and bias
 * @param source where the reference comes from
 */
public record Comparison(
        String id,
        String text,
        String parameters,
        double value,
        double error,
        double reference,
        double referenceError,
        double tolerance,
        boolean statistical,
        double bias,
        boolean agrees,
        String source) {
    /** |value - reference| in combined standard errors; NaN when neither has one. */
    public double distance() {
        double combined = Math.hypot(error, referenceError);
        return combined > 0 ? Math.abs(value - reference) / combined : Double.NaN;
    }

    /** (value - reference) in combined standard errors; NaN when neither has one. */
    public double signedDistance() {
        return Math.copySign(distance(), value - reference);
    }

    static Comparison of(CheckSpec.Row row) {
        return new Comparison(
                row.id(),
                row.text(),
                "",
                row.value(),
                row.error(),
                row.reference(),
                row.referenceError(),
                row.tolerance(),
                row.statistical(),
                0.0,
                row.agrees(),
                row.source());
    }
}
