package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.moves.FlatMoves;

/** E(x) = sum_i k_i x_i^2 / 2 with curvatures from k = least to most, evenly: every trajectory has a closed form. All coordinates are one vector. */
record GaussianWell(int n, double least, double most) implements LandscapeSpec {
    /** The same curvature in every direction. */
    static GaussianWell isotropic(int n, double curvature) {
        return new GaussianWell(n, curvature, curvature);
    }

    double curvature(int i) {
        return n == 1 ? least : least + (most - least) * i / (n - 1);
    }

    @Override
    public Well build() {
        return new Well(this);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.LOCAL_MOVES);
    }

    @Override
    public double stiffness() {
        return most;
    }

    record Well(GaussianWell spec) implements FlatMoves {
        @Override
        public int components() {
            return spec.n;
        }

        @Override
        public Walk walk() {
            return new Steps(spec);
        }

        @Override
        public Well fork() {
            return this;
        }

        @Override
        public int dimension() {
            return spec.n;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < x.length; i++) sum += 0.5 * spec.curvature(i) * x[i] * x[i];
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) g[i] = spec.curvature(i) * x[i];
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            for (int i = 0; i < x.length; i++) hv[i] = spec.curvature(i) * v[i];
        }
    }

    /** Keeps nothing. */
    private record Steps(GaussianWell spec) implements FlatMoves.Walk {
        @Override
        public void place(double[] x) {}

        @Override
        public double change(double[] x, int i, double to) {
            return 0.5 * spec.curvature(i) * (to - x[i]) * (to + x[i]);
        }

        @Override
        public double change(double[] x, int vector, double[] to) {
            double sum = 0.0;
            for (int i = 0; i < x.length; i++) sum += change(x, i, to[i]);
            return sum;
        }

        @Override
        public void accept() {}
    }
}
