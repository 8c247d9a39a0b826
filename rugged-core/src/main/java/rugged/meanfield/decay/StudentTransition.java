package rugged.meanfield.decay;

/**
 * Where the equilibrium of students changes as A grows.
 *
 * @param a where
 * @param before the state on the side of lower A
 * @param after on that of higher A; the same as before where nothing jumps
 * @param order how
 */
public record StudentTransition(double a, StudentState before, StudentState after, Order order) {
    /** How much shorter students become at once who become short and change their minds about the teacher as well. */
    private static final double SHORTER = 0.5;

    /** How it changes. */
    public enum Order {
        FIRST_ORDER,
        CONTINUOUS
    }

    /** Whether what changes is above all the length: long students give way to short ones. */
    public boolean ofLength() {
        if (order == Order.CONTINUOUS) return false;
        double ratio = after.overlaps().q() / before.overlaps().q();
        return before.units() == after.units() ? ratio < 1.0 : ratio < SHORTER;
    }
}
