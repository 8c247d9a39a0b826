package rugged.observable.curvature;

import rugged.api.model.ContactLandscape;
import rugged.api.model.Landscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.model.Supervised;
import rugged.compose.GradientNoise;
import rugged.num.spectral.Directions;
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
            case HESSIAN -> new Hessian(landscape, landscape::hessianVector);
            case GAUSS_NEWTON -> new Projected(landscape, ((Supervised) landscape)::gaussNewtonVector);
            case FUNCTION_CURVATURE -> new Projected(landscape, ((Supervised) landscape)::functionHessianVector);
            case NOISE_COVARIANCE ->
                new Projected(landscape, new GradientNoise((StochasticLandscape) landscape)::product);
            case UNSTRESSED -> new Rigid(landscape, ((ContactLandscape) landscape)::unstressedVector);
            case PRE_STRESS -> new Hessian(landscape, preStress((ContactLandscape) landscape));
        };
    }

    private static Product preStress(ContactLandscape landscape) {
        double[] part = new double[landscape.dimension()];
        return (x, v, av) -> {
            landscape.hessianVector(x, v, av);
            landscape.unstressedVector(x, v, part);
            for (int i = 0; i < part.length; i++) av[i] -= part[i];
        };
    }

    /** Overwrites av with the product of a matrix at x with v. */
    @FunctionalInterface
    private interface Product {
        void of(double[] x, double[] v, double[] av);
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
    public double noise() {
        return Math.max(SymmetricOperator.super.noise(), landscape.rounding());
    }

    @Override
    public int dimension() {
        return landscape.dimension();
    }

    @Override
    public int freedom() {
        return landscape.degreesOfFreedom();
    }

    @Override
    public void project(double[] v) {
        landscape.manifold().tangent(x, v);
    }

    /** P A P for a matrix A at the state. */
    private static sealed class Projected extends StateOperator {
        private final Product product;
        private final double[] tangent;

        Projected(Landscape landscape, Product product) {
            super(landscape);
            this.product = product;
            tangent = new double[landscape.dimension()];
        }

        @Override
        public void apply(double[] v, double[] av) {
            System.arraycopy(v, 0, tangent, 0, v.length);
            project(tangent);
            product.of(state(), tangent, av);
            bend(tangent, av);
            project(av);
        }

        /** Adds what the manifold contributes. */
        void bend(double[] v, double[] av) {}
    }

    /** Without the zero modes of the landscape. */
    private static sealed class Rigid extends Projected {
        private final Landscape landscape;
        private Directions flat = Directions.NONE;

        Rigid(Landscape landscape, Product product) {
            super(landscape, product);
            this.landscape = landscape;
        }

        @Override
        StateOperator at(double[] state) {
            super.at(state);
            flat = Directions.NONE;
            flat = Directions.of(this, landscape.zeroModes(state));
            return this;
        }

        @Override
        public int freedom() {
            return super.freedom() - flat.count();
        }

        @Override
        public void project(double[] v) {
            super.project(v);
            flat.remove(v);
        }
    }

    /** The Hessian of the manifold, or a part of it: H in flat space, P (H - (x.g/|x|^2)) P on the sphere. */
    private static final class Hessian extends Rigid {
        private final Landscape landscape;
        private final double[] gradient;
        private final double[] multipliers;

        Hessian(Landscape landscape, Product product) {
            super(landscape, product);
            this.landscape = landscape;
            gradient = new double[landscape.dimension()];
            multipliers = new double[landscape.manifold().constraints()];
        }

        @Override
        StateOperator at(double[] state) {
            if (multipliers.length > 0) {
                landscape.energyAndGradient(state, gradient);
                landscape.manifold().multipliers(state, gradient, multipliers);
            }
            return super.at(state);
        }

        @Override
        void bend(double[] v, double[] av) {
            landscape.manifold().bend(state(), multipliers, v, av);
        }
    }
}
