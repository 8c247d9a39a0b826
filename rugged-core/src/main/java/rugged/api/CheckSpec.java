package rugged.api;

import java.util.List;
import rugged.params.Kind;
import rugged.params.Spec;

/** Reference values and identities that {@code rugged validate} computes and sets beside what they should be. */
@Kind("check")
public interface CheckSpec extends Spec {
    /** Computes every row. */
    List<Row> rows();

    /** What the rows are, known without computing them: for the page of the check. */
    default List<Group> compares() {
        return List.of();
    }

    /**
     * Rows of one kind.
     *
     * @param id how their ids begin
     * @param text what is compared
     * @param unit units of the values, "without" where they have none
     */
    record Group(String id, String text, String unit) {}

    /**
     * One reference value beside ours.
     *
     * @param id stable, lower case, dotted
     * @param text what it is
     * @param value ours
     * @param error one standard error of ours; 0 for a deterministic number
     * @param reference what it should be
     * @param referenceError one standard error of the reference; 0 when exact
     * @param tolerance the largest |value - reference| that passes: absolute for deterministic rows; for statistical rows the number of combined standard
     *     errors
     * @param statistical which of the two the tolerance is
     * @param source paper and equation, or how the digits were made
     */
    record Row(
            String id,
            String text,
            double value,
            double error,
            double reference,
            double referenceError,
            double tolerance,
            boolean statistical,
            String source) {
        /** |value - reference| in combined standard errors; NaN for a deterministic row. */
        public double distance() {
            double combined = Math.hypot(error, referenceError);
            return combined > 0 ? Math.abs(value - reference) / combined : Double.NaN;
        }

        /** Whether it is within its tolerance; a NaN never is. */
        public boolean agrees() {
            return statistical ? distance() <= tolerance : Math.abs(value - reference) <= tolerance;
        }

        /** A deterministic row with an absolute tolerance. */
        public static Row exact(
                String id, String text, double value, double reference, double tolerance, String source) {
            return new Row(id, text, value, 0.0, reference, 0.0, tolerance, false, source);
        }
    }
}
