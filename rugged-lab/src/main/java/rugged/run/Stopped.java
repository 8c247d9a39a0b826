package rugged.run;

/** Ends the computation of a point after its checkpoint was written, because the run is to stop. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("stopped", null, false, false);
    }
}
