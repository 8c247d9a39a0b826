package rugged.meanfield.aging;

import java.util.Locale;

/** The equations could not be followed any further: nothing of the solution is to be drawn. */
public final class AgingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final double time;
    private final double residual;

    /**
     * @param time t of the row
     * @param row its number
     * @param residual last change of the unknowns in Newton's method, or of the solution against its prediction
     * @param what what went wrong
     * @param advice what to do
     */
    AgingFailure(double time, int row, double residual, String what, String advice) {
        super(String.format(
                Locale.ROOT, "%s at t = %.4g (row %d, residual %.2g): %s", what, time, row, residual, advice));
        this.time = time;
        this.residual = residual;
    }

    /** When. */
    public double time() {
        return time;
    }

    /** How far from a solution. */
    public double residual() {
        return residual;
    }
}
