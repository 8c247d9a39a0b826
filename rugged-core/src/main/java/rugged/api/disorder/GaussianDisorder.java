package rugged.api.disorder;

/**
 * A model whose energy is a centred Gaussian field over the disorder, with a covariance that depends on two states through their overlap q = s.t/N alone:
 * E[H(s) H(t)] = N f(q). In equilibrium at T = 1/beta integration by parts over the disorder gives, exactly at every N,
 *
 * <pre>E[&lt;H&gt;]/N = -beta (f(1) - E[&lt;f(q)&gt;])</pre>
 *
 * with q the overlap of two independent replicas (Bray and Moore, J. Phys. C 13, L469 (1980)).
 */
public interface GaussianDisorder {
    /** f(q), exact at the N of this model; NaN when the covariance is no function of the overlap. */
    double covariance(double overlap);

    /**
     * E[H(s) H(t)]/N of two states: of their overlap alone by default. A model whose covariance depends on more, as on the overlaps of two groups of spins, overrides it, and the identity holds with it.
     *
     * @param overlap of the two, known already
     */
    default double covariance(double[] s, double[] t, double overlap) {
        return covariance(overlap);
    }
}
