package rugged.dynamics.stochastic;

import rugged.api.model.Batch;
import rugged.geometry.Manifold;
import rugged.num.RandomStream;

/**
 * Hutchinson's estimate of the diagonal of the Hessian from one probe, d_i = z_i (H z)_i with z_i = +-1, and with H z from central differences of the gradient
 * of one batch. Unbiased, variance sum_{j != i} H_ij^2. The curvature of the manifold is added: on the sphere mu = -(x.g)/|x|^2. Two batch gradients.
 *
 * <p>Source: Bekas, Kokiopoulou and Saad, Appl. Numer. Math. 57, 1214 (2007).
 */
final class BatchCurvature {
    private static final double STEP = 1e-5;

    private final Manifold manifold;
    private final RandomStream random;
    private final double[] z;
    private final double[] moved;
    private final double[] up;
    private final double[] mu;

    BatchCurvature(Manifold manifold, int dimension, RandomStream random) {
        this.manifold = manifold;
        this.random = random;
        z = new double[dimension];
        moved = new double[z.length];
        up = new double[z.length];
        mu = new double[manifold.constraints()];
    }

    /** Overwrites d[N] with the estimate at x. g[N] is the gradient of the batch there, unprojected. */
    void estimate(double[] x, double[] g, BatchGradients gradients, Batch batch, double[] d) {
        double square = 0.0;
        for (int i = 0; i < x.length; i++) {
            z[i] = random.nextBoolean() ? 1.0 : -1.0;
            square += x[i] * x[i];
        }
        double h = STEP * (1.0 + Math.sqrt(square)) / Math.sqrt(x.length);
        for (int i = 0; i < x.length; i++) moved[i] = x[i] + h * z[i];
        gradients.at(moved, batch, up);
        for (int i = 0; i < x.length; i++) moved[i] = x[i] - h * z[i];
        gradients.at(moved, batch, d);
        for (int i = 0; i < x.length; i++) d[i] = z[i] * (up[i] - d[i]) / (2.0 * h);
        manifold.multipliers(x, g, mu);
        manifold.bendDiagonal(x, mu, d);
    }

    RandomStream random() {
        return random;
    }
}
