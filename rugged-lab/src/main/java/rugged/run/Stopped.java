package rugged.run;

/** Ends a computation, or what is made of its results, that was asked to stop: what is stored stays, and a later session goes on from it. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries nothing. */
    public Stopped() {
        super(null, null, false, false);
    }
}
