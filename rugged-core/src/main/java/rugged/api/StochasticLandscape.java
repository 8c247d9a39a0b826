package rugged.api;

/** E(x) = (1/P) sum_mu e_mu(x) + R(x): a landscape that is a mean over P patterns and can be estimated from a batch of them. */
public interface StochasticLandscape extends Landscape {
    /** P, the number of patterns. */
    int patterns();

    /** Overwrites g[N] with the gradient of (1/B) sum_{mu in batch} e_mu + R and returns that estimate of E. Unbiased for uniform batches. */
    double energyAndGradient(double[] x, Batch batch, double[] g);

    @Override
    StochasticLandscape fork();
}
