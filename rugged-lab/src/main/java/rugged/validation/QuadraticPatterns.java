package rugged.validation;

import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;

/**
 * E(x) = (1/P) sum_mu sum_i [k_i (x_i - c_mu,i)^2/2]: every pattern has the curvatures k, so that the covariance of pattern gradients,
 * C_ij = k_i k_j Cov(c_i, c_j), does not depend on x and the laws of noisy steps are known in closed form. Where k_i = 0 the slope -c_mu,i takes its place:
 * steps are then independent.
 *
 * @param k curvatures [n]
 * @param c centres, or slopes where k = 0, [P][n]
 */
record QuadraticPatterns(double[] k, double[][] c) implements StochasticLandscape {
    @Override
    public int dimension() {
        return k.length;
    }

    @Override
    public double extent() {
        return 1.0;
    }

    @Override
    public int patterns() {
        return c.length;
    }

    @Override
    public double energy(double[] x) {
        double sum = 0.0;
        for (double[] centre : c) sum += one(x, centre);
        return sum / c.length;
    }

    private double one(double[] x, double[] centre) {
        double sum = 0.0;
        for (int i = 0; i < k.length; i++) {
            double away = x[i] - centre[i];
            sum += k[i] == 0.0 ? -centre[i] * x[i] : 0.5 * k[i] * away * away;
        }
        return sum;
    }

    private void add(double[] x, double[] centre, double weight, double[] g) {
        for (int i = 0; i < k.length; i++) g[i] += weight * (k[i] == 0.0 ? -centre[i] : k[i] * (x[i] - centre[i]));
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        java.util.Arrays.fill(g, 0.0);
        for (double[] centre : c) add(x, centre, 1.0 / c.length, g);
        return energy(x);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        java.util.Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int b = batch.from(); b < batch.to(); b++) {
            double[] centre = c[batch.index()[b]];
            sum += one(x, centre) / batch.size();
            add(x, centre, 1.0 / batch.size(), g);
        }
        return sum;
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        for (int i = 0; i < k.length; i++) hv[i] = k[i] * v[i];
    }

    @Override
    public StochasticLandscape fork() {
        return this;
    }
}
