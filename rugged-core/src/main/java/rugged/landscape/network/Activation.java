package rugged.landscape.network;

import org.apache.commons.numbers.gamma.Erf;
import rugged.compose.symmetry.HiddenUnits;
import rugged.meanfield.kernel.WideUnit;
import rugged.num.Sigmoid;

/**
 * What a unit makes of its input z. Kinks count as their right side: the derivative of relu at 0 is 0, its curvature is 0 everywhere.
 *
 * <p>Derivatives are written through the value f(z) where that is cheaper.
 */
public enum Activation {
    /** max(0, z). */
    RELU {
        @Override
        public double value(double z) {
            return Math.max(0.0, z);
        }

        @Override
        double slope(double z, double f) {
            return z > 0.0 ? 1.0 : 0.0;
        }

        @Override
        public double curvature(double z, double f) {
            return 0.0;
        }
    },
    /** Hyperbolic tangent. */
    TANH {
        @Override
        public double value(double z) {
            return Math.tanh(z);
        }

        @Override
        double slope(double z, double f) {
            return 1.0 - f * f;
        }

        @Override
        public double curvature(double z, double f) {
            return -2.0 * f * (1.0 - f * f);
        }
    },
    /** erf(z / sqrt 2). */
    ERF {
        @Override
        public double value(double z) {
            return Erf.value(z * Math.sqrt(0.5));
        }

        @Override
        double slope(double z, double f) {
            return ROOT_2_OVER_PI * Math.exp(-0.5 * z * z);
        }

        @Override
        public double curvature(double z, double f) {
            return -z * ROOT_2_OVER_PI * Math.exp(-0.5 * z * z);
        }
    },
    /** ln(1 + e^z). */
    SOFTPLUS {
        @Override
        public double value(double z) {
            return Math.max(z, 0.0) + Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        double slope(double z, double f) {
            return Sigmoid.of(z);
        }

        @Override
        public double curvature(double z, double f) {
            double s = Sigmoid.of(z);
            return s * (1.0 - s);
        }
    },
    /** z/(1 + e^{-z}). */
    SWISH {
        @Override
        public double value(double z) {
            return z * Sigmoid.of(z);
        }

        @Override
        double slope(double z, double f) {
            double s = Sigmoid.of(z);
            return s * (1.0 + z * (1.0 - s));
        }

        @Override
        public double curvature(double z, double f) {
            double s = Sigmoid.of(z);
            return s * (1.0 - s) * (2.0 + z * (1.0 - 2.0 * s));
        }
    },
    /** z^2. */
    QUADRATIC {
        @Override
        public double value(double z) {
            return z * z;
        }

        @Override
        double slope(double z, double f) {
            return 2.0 * z;
        }

        @Override
        public double curvature(double z, double f) {
            return 2.0;
        }
    },
    /** z. */
    LINEAR {
        @Override
        public double value(double z) {
            return z;
        }

        @Override
        double slope(double z, double f) {
            return 1.0;
        }

        @Override
        public double curvature(double z, double f) {
            return 0.0;
        }
    };

    public static final double ROOT_2_OVER_PI = Math.sqrt(2.0 / Math.PI);

    /** What f(-z) is. */
    HiddenUnits.Parity parity() {
        return switch (this) {
            case TANH, ERF, LINEAR -> HiddenUnits.Parity.ODD;
            case QUADRATIC -> HiddenUnits.Parity.EVEN;
            case RELU, SOFTPLUS, SWISH -> HiddenUnits.Parity.NONE;
        };
    }

    /** 1/sqrt(E f(b Z)^2), Z standard normal: the factor that makes units of sharpness b keep the mean square of a standard normal field. */
    double normalisation(double b) {
        return wide().normalisation(b);
    }

    /** What wide networks need to know of it. */
    WideUnit wide() {
        return switch (this) {
            case RELU -> WideUnit.RELU;
            case TANH -> WideUnit.TANH;
            case ERF -> WideUnit.ERF;
            case SOFTPLUS -> WideUnit.SOFTPLUS;
            case SWISH -> WideUnit.SWISH;
            case QUADRATIC -> WideUnit.QUADRATIC;
            case LINEAR -> WideUnit.LINEAR;
        };
    }

    /** f(z). */
    public abstract double value(double z);

    /** f'(z), given f = f(z). */
    abstract double slope(double z, double f);

    /** f''(z), given f = f(z). */
    public abstract double curvature(double z, double f);
}
