package rugged.observable.curvature;

import java.util.function.DoubleUnaryOperator;
import rugged.num.RandomStream;
import rugged.num.spectral.DenseSpectrum;
import rugged.num.spectral.Estimated;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Quadrature;
import rugged.num.spectral.SymmetricOperator;

/** What one route finds out about an operator; NaN for what it cannot. Errors are NaN where there is none but rounding. */
interface SpectrumAtState {
    Estimated UNKNOWN = new Estimated(Double.NaN, Double.NaN);

    /** Both ends, with eigenvectors. */
    Extremes ends();

    /** (1/M) sum_i of normal densities of the given width about the eigenvalues. */
    Estimated density(double lambda, double width);

    /** tr A^order. */
    Estimated trace(int order);

    /** Number of eigenvalues below a threshold. */
    Estimated below(double threshold);

    /** Number of eigenvalues not larger in absolute value. */
    Estimated within(double size);

    /** Both ends alone. */
    record Ends(Extremes ends) implements SpectrumAtState {
        @Override
        public Estimated density(double lambda, double width) {
            return UNKNOWN;
        }

        @Override
        public Estimated trace(int order) {
            return UNKNOWN;
        }

        @Override
        public Estimated below(double threshold) {
            return UNKNOWN;
        }

        @Override
        public Estimated within(double size) {
            return UNKNOWN;
        }
    }

    /** Both ends, and the rest by quadrature. */
    record Sampled(Extremes ends, Quadrature quadrature) implements SpectrumAtState {
        static Sampled of(SymmetricOperator operator, Extremes ends, int probes, int steps, RandomStream random) {
            return new Sampled(ends, Quadrature.of(operator, ends, probes, steps, random));
        }

        @Override
        public Estimated density(double lambda, double width) {
            return quadrature.density(lambda, width);
        }

        @Override
        public Estimated trace(int order) {
            return quadrature.trace(order);
        }

        @Override
        public Estimated below(double threshold) {
            return quadrature.below(threshold);
        }

        @Override
        public Estimated within(double size) {
            return quadrature.within(size);
        }
    }

    /** All eigenvalues. */
    record Whole(double[] values, Extremes ends) implements SpectrumAtState {
        static Whole of(SymmetricOperator operator, int pairs) {
            DenseSpectrum dense = DenseSpectrum.of(operator, true);
            int size = Math.min(pairs, dense.values().length);
            Extremes ends = new Extremes(
                    end(operator, dense, size, true),
                    end(operator, dense, size, false),
                    operator.dimension() + 2 * size,
                    true);
            return new Whole(dense.values(), ends);
        }

        private static Extremes.End end(SymmetricOperator operator, DenseSpectrum dense, int size, boolean above) {
            int m = dense.values().length;
            double[] values = new double[size];
            double[] residuals = new double[size];
            double[][] vectors = new double[size][];
            for (int k = 0; k < size; k++) {
                int place = above ? m - 1 - k : k;
                values[k] = dense.values()[place];
                vectors[k] = dense.vectors()[place];
                residuals[k] = Extremes.residual(operator, values[k], vectors[k]);
            }
            // what is left of them is rounding, whatever was asked for
            return new Extremes.End(values, residuals, vectors, Double.POSITIVE_INFINITY, size);
        }

        private Estimated sum(DoubleUnaryOperator f) {
            double sum = 0.0;
            for (double value : values) sum += f.applyAsDouble(value);
            return new Estimated(sum, Double.NaN);
        }

        @Override
        public Estimated density(double lambda, double width) {
            return sum(value -> Quadrature.bell((lambda - value) / width) / (width * values.length));
        }

        @Override
        public Estimated trace(int order) {
            return sum(value -> Math.pow(value, order));
        }

        @Override
        public Estimated below(double threshold) {
            return sum(value -> value < threshold ? 1.0 : 0.0);
        }

        @Override
        public Estimated within(double size) {
            return sum(value -> Math.abs(value) <= size ? 1.0 : 0.0);
        }
    }
}
