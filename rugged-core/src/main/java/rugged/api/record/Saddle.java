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
 */
public record Saddle(
        double energy,
        double logDeterminant,
        double negative,
        double order,
        int found,
        int first,
        int second,
        double[] x) {
    /** Whether both ways down lead to copies of one minimum. */
    public boolean degenerate() {
        return first == second;
    }
}
