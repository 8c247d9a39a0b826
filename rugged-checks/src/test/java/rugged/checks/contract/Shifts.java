package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;

/** E(x) = (1/P) sum_mu (x - b_mu)^2/2 in one dimension with b_mu = +1 and -1 in turn: curvature 1, gradient noise of variance 1 everywhere. */
record Shifts(int number) implements LandscapeSpec {
    /** (1/P) sum b_mu^2. */
    static final double VARIANCE = 1.0;

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Mean build() {
        return new Mean(number);
    }

    record Mean(int patterns) implements StochasticLandscape {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double energy(double[] x) {
            return 0.5 * x[0] * x[0] + 0.5;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            g[0] = x[0];
            return energy(x);
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            double energy = 0.0;
            g[0] = 0.0;
            for (int k = batch.from(); k < batch.to(); k++) {
                double gap = x[0] - (batch.index()[k] % 2 == 0 ? 1.0 : -1.0);
                energy += 0.5 * gap * gap / batch.size();
                g[0] += gap / batch.size();
            }
            return energy;
        }

        @Override
        public StochasticLandscape fork() {
            return this;
        }
    }
}
