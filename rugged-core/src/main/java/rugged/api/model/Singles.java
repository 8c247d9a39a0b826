package rugged.api.model;

import java.util.Arrays;

/** What a {@link StochasticLandscape} says of single patterns, by P batches of one: slow, allocating, and right. */
final class Singles {
    private final int patterns;
    private final OfBatch gradients;

    /**
     * @param patterns P
     * @param gradients of batches
     */
    Singles(int patterns, OfBatch gradients) {
        this.patterns = patterns;
        this.gradients = gradients;
    }

    /** {@link StochasticLandscape#energyAndGradient}. */
    @FunctionalInterface
    interface OfBatch {
        double energyAndGradient(double[] x, Batch batch, double[] g);
    }

    /** What is done with the energy and gradient of one pattern. */
    @FunctionalInterface
    private interface Visit {
        void pattern(int mu, double energy, double[] gradient);
    }

    private void each(double[] x, Visit visit) {
        int[] index = new int[1];
        Batch one = new Batch(index, 0, 1);
        double[] gradient = new double[x.length];
        for (int mu = 0; mu < patterns; mu++) {
            index[0] = mu;
            visit.pattern(mu, gradients.energyAndGradient(x, one, gradient), gradient);
        }
    }

    void energies(double[] x, double[] e) {
        each(x, (mu, energy, gradient) -> e[mu] = energy);
    }

    double weightedGradient(double[] x, double[] w, double[] g) {
        Arrays.fill(g, 0.0);
        double[] sum = new double[1];
        each(x, (mu, energy, gradient) -> {
            sum[0] += w[mu] * energy;
            for (int i = 0; i < g.length; i++) g[i] += w[mu] * gradient[i];
        });
        return sum[0];
    }

    void directional(double[] x, double[] v, double[] d) {
        each(x, (mu, energy, gradient) -> {
            double slope = 0.0;
            for (int i = 0; i < v.length; i++) slope += v[i] * gradient[i];
            d[mu] = slope;
        });
    }

    void squaredGradients(double[] x, double[] s) {
        Arrays.fill(s, 0.0);
        double weight = 1.0 / patterns;
        each(x, (mu, energy, gradient) -> {
            for (int i = 0; i < s.length; i++) s[i] += weight * gradient[i] * gradient[i];
        });
    }
}
