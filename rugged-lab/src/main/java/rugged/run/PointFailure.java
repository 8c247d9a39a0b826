package rugged.run;

/** Ends the computation of a point that cannot go on; the message is kept with its last good state. */
final class PointFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PointFailure(String reason) {
        super(reason, null, false, false);
    }
}
