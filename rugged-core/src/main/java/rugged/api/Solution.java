package rugged.api;

/**
 * How a theory was solved.
 *
 * @param converged whether the numbers may be used; if not, none are drawn
 * @param iterations iterations done; 0 for a closed form
 * @param residual the residual that was reached; 0 for a closed form
 * @param branch which solution it is, in words
 */
public record Solution(boolean converged, int iterations, double residual, String branch) {
    /** A closed form. */
    public static Solution closedForm(String branch) {
        return new Solution(true, 0, 0.0, branch);
    }
}
