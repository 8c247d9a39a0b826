package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** E(x) = (1/P) sum_mu (a_mu.x - b_mu)^2/2 + |x|^2/20: a mean over patterns with a part that all share. */
record Regression(int n, int patterns, long seed) implements LandscapeSpec {
    @Override
    public Mean build() {
        RandomStream random = Streams.of(seed).stream("patterns", 0);
        double[][] a = new double[patterns][n];
        double[] b = new double[patterns];
        for (double[] row : a) random.normals(row);
        random.normals(b);
        return new Mean(a, b);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    record Mean(double[][] a, double[] b) implements StochasticLandscape {
        private static final double SHARED = 0.1;

        @Override
        public int dimension() {
            return a[0].length;
        }

        @Override
        public double extent() {
            return 1.0;
        }

        @Override
        public int patterns() {
            return b.length;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[x.length]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            int[] all = new int[b.length];
            for (int mu = 0; mu < all.length; mu++) all[mu] = mu;
            return energyAndGradient(x, new Batch(all, 0, all.length), g);
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            double energy = 0.0;
            for (int i = 0; i < g.length; i++) {
                g[i] = SHARED * x[i];
                energy += 0.5 * SHARED * x[i] * x[i];
            }
            for (int k = batch.from(); k < batch.to(); k++) {
                double[] row = a[batch.index()[k]];
                double gap = -b[batch.index()[k]];
                for (int i = 0; i < g.length; i++) gap += row[i] * x[i];
                energy += 0.5 * gap * gap / batch.size();
                for (int i = 0; i < g.length; i++) g[i] += gap * row[i] / batch.size();
            }
            return energy;
        }

        @Override
        public StochasticLandscape fork() {
            return this;
        }
    }
}
