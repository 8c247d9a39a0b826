package rugged.api.record;

/**
 * A minimum of a landscape, up to its symmetries.
 *
 * @param energy E
 * @param logDeterminant ln of the product of the positive eigenvalues of its Hessian, zero modes of symmetries left out; NaN where normal modes were not computed
 * @param order number o of moves of the symmetry that leave it as it is: it has |G|/o copies
 * @param found how many searches from starts of their own ended there; 0 where only ways down from transition states did
 * @param x the state [N]; empty where it is not kept
 */
public record Minimum(double energy, double logDeterminant, double order, int found, double[] x) {}
