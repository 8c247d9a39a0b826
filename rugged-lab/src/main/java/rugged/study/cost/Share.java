package rugged.study.cost;

/** How the Java heap of a run is shared out. */
public final class Share {
    /** For built landscapes. */
    public static final double LANDSCAPES = 0.6;

    /** For what points have for themselves: states, snapshots, matrices of observables. */
    public static final double OWN = 0.3;

    private Share() {}
}
