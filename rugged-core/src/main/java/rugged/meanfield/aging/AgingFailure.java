package rugged.meanfield.aging;

import java.util.Locale;

/** The equations could not be followed any further: nothing of the solution is to be drawn. */
public final class AgingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final double time;
    private final double residual;
    private final String what;
    private final boolean general;

    /**
     * @param time t of the row
     * @param row its number
     * @param residual last change of the unknowns in Newton's method, or of the solution against its prediction
     * @param what what went wrong
     * @param advice what to do
     */
    AgingFailure(double time, int row, double residual, String what, String advice) {
        super(inWords(time, row, residual, what) + ": " + advice);
        this.what = inWords(time, row, residual, what);
        general = false;
        this.time = time;
        this.residual = residual;
    }

    private AgingFailure(String message, AgingFailure last) {
        super(message, last);
        what = last.what;
        general = true;
        time = last.time;
        residual = last.residual;
    }

    private AgingFailure(double time, String message) {
        super(message);
        what = message;
        this.time = time;
        residual = Double.NaN;
        general = true;
    }

    /** A failure that no other resolution mends. */
    static AgingFailure atAnyResolution(double time, String message) {
        return new AgingFailure(time, message);
    }

    /** Whether other resolutions fail as well. */
    boolean general() {
        return general;
    }

    /**
     * The same where there is no other resolution left to advise.
     *
     * @param last the resolution that failed, in words
     * @param others those tried before, each with its own failure
     */
    AgingFailure ofAll(String last, String others) {
        return new AgingFailure(what + " with " + last + others + "; only earlier times can be reached", this);
    }

    private static String inWords(double time, int row, double residual, String what) {
        return String.format(Locale.ROOT, "%s at t = %.4g (row %d, residual %.2g)", what, time, row, residual);
    }

    /** What went wrong, and when. */
    public String what() {
        return what;
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
