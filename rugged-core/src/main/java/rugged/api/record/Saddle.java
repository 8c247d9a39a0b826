package rugged.api.record;

/**
 * A transition state: a stationary point with exactly one negative eigenvalue, and the minima to which the two ways down from it lead. A degenerate one joins two copies of the same minimum: it is kept, and is no edge of
 * the network.
 *
 * @param energy E
 * @param logDeterminant ln of the product of the positive eigenvalues of its Hessian, zero modes left out; NaN where normal modes were not computed
 * @param negative the negative eigenvalue
 * @param order number o of moves of the symmetry that leave it as it is
 * @param found how often searches ended there
 * @param first one end, a number of {@link Atlas#minima}
 * @param second the other
 * @param x the state [N]; empty where it is not kept
 * @param pathway the ways down from it
 */
public record Saddle(
        double energy,
        double logDeterminant,
        double negative,
        double order,
        int found,
        int first,
        int second,
        double[] x,
        Pathway pathway) {
    /** One whose ways down are not known. */
    public Saddle(
            double energy,
            double logDeterminant,
            double negative,
            double order,
            int found,
            int first,
            int second,
            double[] x) {
        this(energy, logDeterminant, negative, order, found, first, second, x, Pathway.UNKNOWN);
    }

    /** The same between minima with other numbers. */
    public Saddle joining(int one, int other) {
        return new Saddle(energy, logDeterminant, negative, order, found, one, other, x, pathway);
    }

    /** The same, found so often. */
    public Saddle found(int times) {
        return new Saddle(energy, logDeterminant, negative, order, times, first, second, x, pathway);
    }

    /** Whether both ways down lead to copies of one minimum. */
    public boolean degenerate() {
        return first == second;
    }
}
