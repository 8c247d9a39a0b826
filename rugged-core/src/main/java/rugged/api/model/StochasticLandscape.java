package rugged.api.model;

/**
 * E(x) = (1/P) sum_mu E_mu(x) with E_mu = e_mu + R: a landscape that is a mean over P patterns (R is what all patterns share, such as weight decay) and can
 * be estimated from a batch of them. The covariance of pattern gradients, C = (1/P) sum_mu (g_mu - gbar)(g_mu - gbar)^T, is never formed: its trace, its
 * diagonal and its products with vectors follow from {@link #squaredGradients}, {@link #directional} and {@link #weightedGradient}.
 */
public interface StochasticLandscape extends Landscape {
    /** P, the number of patterns. */
    int patterns();

    /** Overwrites g[N] with the gradient of (1/B) sum_{mu in batch} E_mu and returns that estimate of E. Unbiased for uniform batches. */
    double energyAndGradient(double[] x, Batch batch, double[] g);

    /** Overwrites e[P] with E_mu(x), the energy of every pattern. Their mean is E. By default P batches of one. */
    default void patternEnergies(double[] x, double[] e) {
        new Singles(patterns(), this::energyAndGradient).energies(x, e);
    }

    /** Overwrites g[N] with sum_mu w_mu grad E_mu(x), w[P] of any sign, and returns sum_mu w_mu E_mu. By default P batches of one. */
    default double weightedGradient(double[] x, double[] w, double[] g) {
        return new Singles(patterns(), this::energyAndGradient).weightedGradient(x, w, g);
    }

    /** Overwrites d[P] with v . grad E_mu(x), the slope of every pattern along v[N]. By default P batches of one. */
    default void directional(double[] x, double[] v, double[] d) {
        new Singles(patterns(), this::energyAndGradient).directional(x, v, d);
    }

    /** Overwrites s[N] with (1/P) sum_mu (dE_mu/dx_i)^2, the raw second moment of pattern gradients. By default P batches of one. */
    default void squaredGradients(double[] x, double[] s) {
        new Singles(patterns(), this::energyAndGradient).squaredGradients(x, s);
    }

    @Override
    StochasticLandscape fork();
}
