package rugged.observable;

import rugged.api.GradientNoise;
import rugged.api.Landscape;
import rugged.api.StochasticLandscape;
import rugged.api.Supervised;
import rugged.num.spectral.SymmetricOperator;

/** A symmetric operator in the tangent space of the state at which it is put. Scratch of its own: one thread. */
abstract sealed class StateOperator implements SymmetricOperator {
    private final Landscape landscape;
    private double[] x = new double[0];

    private StateOperator(Landscape landscape) {
        this.landscape = landscape;
    }

    /** The operator of a name. */
    static StateOperator of(Operator name, Landscape landscape) {
        return switch (name) {
            case HESSIAN -> new Hessian(landscape);
            case GAUSS_NEWTON -> new GaussNewton((Supervised) landscape);
            case NOISE_COVARIANCE -> new Noise((StochasticLandscape) landscape);
        };
    }

    /** Moves to a state; copied. */
    StateOperator at(double[] state) {
        x = state.clone();
        return this;
    }

    double[] state() {
        return x;
    }

    /** Below this part of the largest eigenvalue one cannot be told from 0. */
    double rounding() {
        return Math.max(1e-8, 10.0 * landscape.rounding());
    }

    @Override
    public int dimension() {
        return landscape.dimension();
    }

    @Override
    public int freedom() {
        return landscape.manifold().degreesOfFreedom(dimension());
    }

    @Override
    public void project(double[] v) {
        landscape.manifold().tangent(x, v);
    }

    private static final class Hessian extends StateOperator {
        private final Curvature curvature;

        Hessian(Landscape landscape) {
            super(landscape);
            curvature = new Curvature(landscape);
        }

        @Override
        StateOperator at(double[] state) {
            curvature.at(state);
            return super.at(state);
        }

        @Override
        public void apply(double[] v, double[] av) {
            curvature.times(v, av);
        }
    }

    private static final class GaussNewton extends StateOperator {
        private final Supervised landscape;
        private final double[] tangent;

        GaussNewton(Supervised landscape) {
            super(landscape);
            this.landscape = landscape;
            tangent = new double[landscape.dimension()];
        }

        @Override
        public void apply(double[] v, double[] av) {
            System.arraycopy(v, 0, tangent, 0, v.length);
            project(tangent);
            landscape.gaussNewtonVector(state(), tangent, av);
            project(av);
        }
    }

    private static final class Noise extends StateOperator {
        private final GradientNoise noise;
        private final double[] tangent;

        Noise(StochasticLandscape landscape) {
            super(landscape);
            noise = new GradientNoise(landscape);
            tangent = new double[landscape.dimension()];
        }

        @Override
        public void apply(double[] v, double[] av) {
            System.arraycopy(v, 0, tangent, 0, v.length);
            project(tangent);
            noise.product(state(), tangent, av);
        }
    }
}
