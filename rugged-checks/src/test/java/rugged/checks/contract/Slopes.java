package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** E(x) = (1/P) sum_mu a_mu.x + k |x|^2/2 with slopes a_mu that add up to zero: the noise of batches is the same everywhere, C = (1/P) sum_mu a_mu a_mu^T. */
record Slopes(int n, int patterns, double curvature, long seed) implements LandscapeSpec {
    @Override
    public Mean build() {
        RandomStream random = Streams.of(seed).stream("slopes", 0);
        double[][] a = new double[patterns][n];
        for (int mu = 0; mu < patterns; mu += 2) {
            random.normals(a[mu]);
            for (int i = 0; i < n; i++) a[mu + 1][i] = -a[mu][i];
        }
        return new Mean(a, curvature);
    }

    /** tr C. */
    double trace() {
        double sum = 0.0;
        for (double[] slope : build().a) for (double ai : slope) sum += ai * ai;
        return sum / patterns;
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    record Mean(double[][] a, double curvature) implements StochasticLandscape {
        @Override
        public int dimension() {
            return a[0].length;
        }

        @Override
        public int patterns() {
            return a.length;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[x.length]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double energy = 0.0;
            for (int i = 0; i < g.length; i++) {
                g[i] = curvature * x[i];
                energy += 0.5 * curvature * x[i] * x[i];
            }
            return energy;
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            double energy = energyAndGradient(x, g);
            for (int k = batch.from(); k < batch.to(); k++) {
                double[] slope = a[batch.index()[k]];
                for (int i = 0; i < g.length; i++) {
                    g[i] += slope[i] / batch.size();
                    energy += slope[i] * x[i] / batch.size();
                }
            }
            return energy;
        }

        @Override
        public StochasticLandscape fork() {
            return this;
        }
    }
}
