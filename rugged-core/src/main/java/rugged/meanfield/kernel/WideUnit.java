package rugged.meanfield.kernel;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * What units phi of wide networks make of Gaussian fields: E phi(u) phi(v) and E phi'(u) phi'(v) for two fields of variances a and b and covariance c. Closed for relu, erf, quadratic and linear units; the others by Mehler's
 * series, sum_k rho^k c_k(a) c_k(b) with rho = c/sqrt(ab) and c_k(a) = E phi(sqrt(a) Z) He_k(Z)/sqrt(k!), whose derivative gives the slopes (Price's theorem).
 *
 * <p>Terms fall as exp(-2 p sqrt(2k)/sqrt(a)), p the distance of the nearest pole of phi from the real axis: below 1e-8 at rho = 1 for softplus with a = 25, less elsewhere. Fields of variance far beyond are not for it.
 */
public enum WideUnit {
    /** max(0, z). */
    RELU(true) {
        @Override
        public double value(double z) {
            return Math.max(0.0, z);
        }

        @Override
        void pairs(double a, double[] b, double[] c, double[] kernel, double[] slopes, int count) {
            double root = Math.sqrt(a);
            for (int j = 0; j < count; j++) {
                double size = root * Math.sqrt(b[j]);
                kernel[j] = size;
                slopes[j] = Math.max(-1.0, Math.min(1.0, size > 0.0 ? ROUNDED * c[j] / size : 0.0));
            }
            // angles to pi: pi - acos r = pi/2 + asin r
            double[] asin = c;
            ArcSines.of(slopes, asin, 0, count);
            for (int j = 0; j < count; j++) {
                double r = slopes[j];
                double beyond = 0.5 * Math.PI + asin[j];
                kernel[j] *= HALF_TURN * (Math.sqrt(1.0 - r * r) + r * beyond);
                slopes[j] = HALF_TURN * beyond;
            }
        }

        @Override
        double own(double a) {
            return 0.5 * a;
        }

        @Override
        double ownSlope(double a) {
            return 0.5;
        }
    },
    /** erf(z / sqrt 2). */
    ERF(true) {
        @Override
        public double value(double z) {
            return Erf.erf(z * Math.sqrt(0.5));
        }

        @Override
        void pairs(double a, double[] b, double[] c, double[] kernel, double[] slopes, int count) {
            double first = 1.0 + a;
            for (int j = 0; j < count; j++) {
                double product = first * (1.0 + b[j]);
                slopes[j] = 2.0 / Math.PI / Math.sqrt(product - c[j] * c[j]);
                c[j] /= Math.sqrt(product);
            }
            ArcSines.of(c, kernel, 0, count);
            for (int j = 0; j < count; j++) kernel[j] *= 2.0 / Math.PI;
        }

        @Override
        double own(double a) {
            return 2.0 / Math.PI * Math.asin(a / (1.0 + a));
        }

        @Override
        double ownSlope(double a) {
            return 2.0 / Math.PI / Math.sqrt(1.0 + 2.0 * a);
        }
    },
    /** tanh z. */
    TANH(false) {
        @Override
        public double value(double z) {
            return Math.tanh(z);
        }
    },
    /** ln(1 + e^z). */
    SOFTPLUS(false) {
        @Override
        public double value(double z) {
            return Math.max(z, 0.0) + Math.log1p(Math.exp(-Math.abs(z)));
        }
    },
    /** z/(1 + e^{-z}). */
    SWISH(false) {
        @Override
        public double value(double z) {
            double e = Math.exp(-Math.abs(z));
            return z >= 0.0 ? z / (1.0 + e) : z * e / (1.0 + e);
        }
    },
    /** z^2. */
    QUADRATIC(true) {
        @Override
        public double value(double z) {
            return z * z;
        }

        @Override
        void pairs(double a, double[] b, double[] c, double[] kernel, double[] slopes, int count) {
            for (int j = 0; j < count; j++) {
                kernel[j] = a * b[j] + 2.0 * c[j] * c[j];
                slopes[j] = 4.0 * c[j];
            }
        }

        @Override
        double own(double a) {
            return 3.0 * a * a;
        }

        @Override
        double ownSlope(double a) {
            return 4.0 * a;
        }
    },
    /** z. */
    LINEAR(true) {
        @Override
        public double value(double z) {
            return z;
        }

        @Override
        void pairs(double a, double[] b, double[] c, double[] kernel, double[] slopes, int count) {
            System.arraycopy(c, 0, kernel, 0, count);
            Arrays.fill(slopes, 0, count, 1.0);
        }

        @Override
        double own(double a) {
            return a;
        }

        @Override
        double ownSlope(double a) {
            return 1.0;
        }
    };

    /** Makes the cosine of a point with itself 1 in spite of rounding: the angle goes as the root of what is missing. */
    private static final double ROUNDED = 1.0 + 0x1p-51;

    private static final double HALF_TURN = 0.5 / Math.PI;

    private final boolean closed;

    WideUnit(boolean closed) {
        this.closed = closed;
    }

    /** Whether averages have a closed form. */
    public boolean closed() {
        return closed;
    }

    /** phi(z). */
    public abstract double value(double z);

    /**
     * Averages of a field of variance a with {@code count} others.
     *
     * @param b variances of the others
     * @param c covariances; overwritten
     * @param kernel E phi phi
     * @param slopes E phi' phi'
     */
    void pairs(double a, double[] b, double[] c, double[] kernel, double[] slopes, int count) {
        throw new IllegalStateException("no closed form for " + this + "; use the series");
    }

    /** E phi(u)^2. */
    double own(double a) {
        return new HermiteSeries(this::value, a).square();
    }

    /** E phi'(u)^2. */
    double ownSlope(double a) {
        return new HermiteSeries(this::value, a).squareOfSlopes();
    }

    /** 1/sqrt(E phi(b Z)^2), Z standard normal. */
    public double normalisation(double b) {
        return 1.0 / Math.sqrt(own(b * b));
    }
}
