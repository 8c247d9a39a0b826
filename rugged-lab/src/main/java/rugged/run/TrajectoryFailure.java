package rugged.run;

/** A trajectory that cannot go on for reasons of its physics: not finite, unstable, not converged. It would end so every time, so the point stays failed. */
final class TrajectoryFailure extends PointFailure {
    private static final long serialVersionUID = 1L;

    TrajectoryFailure(String reason) {
        super(reason);
    }
}
