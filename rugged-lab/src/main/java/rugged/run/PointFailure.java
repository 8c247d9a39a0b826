package rugged.run;

/** Ends the computation of a point that cannot go on; the message is kept. */
sealed class PointFailure extends RuntimeException permits TrajectoryFailure {
    private static final long serialVersionUID = 1L;

    PointFailure(String reason) {
        super(reason, null, false, false);
    }
}
