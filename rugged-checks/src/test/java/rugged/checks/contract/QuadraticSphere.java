package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.PairMoves;
import rugged.geometry.Manifold;

/**
 * E(x) = -h x_1 sqrt(N) + sum_i k_i x_i^2/2 on the sphere |x|^2 = N, k_i from 0 to {@code spread}. Without curvatures the stationary law of x_1 is
 * proportional to (1 - x_1^2/N)^((N-3)/2) exp(h x_1 sqrt(N)/T); without field the gradient flow is x_i(t) ~ x_i(0) exp(-k_i t), normalised.
 */
record QuadraticSphere(int n, double field, double spread) implements LandscapeSpec {
    double curvature(int i) {
        return spread * i / (n - 1);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.CONSTRAINT, Need.LOCAL_MOVES);
    }

    @Override
    public Ball build() {
        return new Ball(this);
    }

    record Ball(QuadraticSphere spec) implements PairMoves {
        @Override
        public int dimension() {
            return spec.n;
        }

        @Override
        public Manifold manifold() {
            return Manifold.SPHERE;
        }

        @Override
        public double energy(double[] x) {
            double sum = -spec.field * Math.sqrt(spec.n) * x[0];
            for (int i = 0; i < x.length; i++) sum += 0.5 * spec.curvature(i) * x[i] * x[i];
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) g[i] = spec.curvature(i) * x[i];
            g[0] -= spec.field * Math.sqrt(spec.n);
            return energy(x);
        }

        @Override
        public double energyChange(double[] x, int i, double newI, int j, double newJ) {
            return single(i, newI) - single(i, x[i]) + single(j, newJ) - single(j, x[j]);
        }

        private double single(int i, double xi) {
            double energy = 0.5 * spec.curvature(i) * xi * xi;
            return i == 0 ? energy - spec.field * Math.sqrt(spec.n) * xi : energy;
        }

        @Override
        public Ball fork() {
            return this;
        }
    }
}
