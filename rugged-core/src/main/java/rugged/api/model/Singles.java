package rugged.api.model;

import java.util.Arrays;

/** What a {@link StochasticLandscape} says of single patterns, by P batches of one: slow, allocating, and right. */
final class Singles {
    private Singles() {}

    /** What is done with the energy and gradient of one pattern. */
    @FunctionalInterface
    private interface Visit {
        void pattern(int mu, double energy, double[] gradient);
    }

    private static void each(StochasticLandscape model, double[] x, Visit visit) {
        int[] index = new int[1];
        Batch one = new Batch(index, 0, 1);
        double[] gradient = new double[x.length];
        for (int mu = 0; mu < model.patterns(); mu++) {
            index[0] = mu;
            visit.pattern(mu, model.energyAndGradient(x, one, gradient), gradient);
        }
    }

    static void energies(StochasticLandscape model, double[] x, double[] e) {
        each(model, x, (mu, energy, gradient) -> e[mu] = energy);
    }

    static double weightedGradient(StochasticLandscape model, double[] x, double[] w, double[] g) {
        Arrays.fill(g, 0.0);
        double[] sum = new double[1];
        each(model, x, (mu, energy, gradient) -> {
            sum[0] += w[mu] * energy;
            for (int i = 0; i < g.length; i++) g[i] += w[mu] * gradient[i];
        });
        return sum[0];
    }

    static void directional(StochasticLandscape model, double[] x, double[] v, double[] d) {
        each(model, x, (mu, energy, gradient) -> {
            double slope = 0.0;
            for (int i = 0; i < v.length; i++) slope += v[i] * gradient[i];
            d[mu] = slope;
        });
    }

    static void squaredGradients(StochasticLandscape model, double[] x, double[] s) {
        Arrays.fill(s, 0.0);
        double weight = 1.0 / model.patterns();
        each(model, x, (mu, energy, gradient) -> {
            for (int i = 0; i < s.length; i++) s[i] += weight * gradient[i] * gradient[i];
        });
    }
}
