package rugged.meanfield.rules;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The replica-symmetric closure of the field distribution with Gaussian M[x|y]: from the conditional variances Delta^2(y),
 *
 * <pre>B = sqrt(q Q - R^2)/(Q (1 - q)),   sigma^2(y) = (sqrt(1 + 4 B^2 Delta^2) - 1)/(2 B^2),
 * <(x - R y)^2> + (q Q - R^2)(1 - 1/alpha) = (2 (q Q - R^2)/(Q (1 - q)) + 1) <sigma^2>,
 * Phi = (x - xbar(y))/(Q (1 - q)(1 + B^2 sigma^2)).</pre>
 *
 * <p>The last line of which the middle one is solved for q in [R^2/Q, 1) by Brent's method; where there is no change of sign q is the end of smaller residual. Source: Coolen and Saad, Phys. Rev. E 62, 5444 (2000).
 */
final class GaussianClosure {
    private static final double LOW = 1e-13;
    private static final double HIGH = 1e-9;
    private static final double ACCURACY = 1e-12;
    private static final int MOST = 200;

    private final double[] factor;
    private double q;

    GaussianClosure(int strata) {
        factor = new double[strata];
    }

    /** q of the last solution. */
    double q() {
        return q;
    }

    /** Phi/(x - xbar) of a stratum, of the last solution. */
    double factor(int stratum) {
        return factor[stratum];
    }

    /**
     * Solves for q.
     *
     * @param length Q
     * @param overlap R
     * @param alpha examples per weight
     * @param square <(x - R y)^2>
     * @param variance Delta^2 of each stratum
     * @param plain whether q stays at R^2/Q: fields that are Gaussian given y
     */
    void solve(double length, double overlap, double alpha, double square, double[] variance, boolean plain) {
        double low = overlap * overlap / length + LOW;
        double high = 1.0 - HIGH;
        q = overlap * overlap / length;
        if (!plain) {
            double atLow = residual(low, length, overlap, alpha, square, variance);
            double atHigh = residual(high, length, overlap, alpha, square, variance);
            if (atLow * atHigh < 0.0)
                q = new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, 5)
                        .solve(MOST, at -> residual(at, length, overlap, alpha, square, variance), low, high);
            else if (Math.abs(atHigh) < Math.abs(atLow)) q = high;
        }
        double free = length * (1.0 - q);
        double b2 = coupling(q, length, overlap);
        for (int s = 0; s < factor.length; s++) factor[s] = 1.0 / (free * (1.0 + b2 * narrow(b2, variance[s])));
    }

    /** B^2. */
    private static double coupling(double q, double length, double overlap) {
        double free = length * (1.0 - q);
        return Math.max(0.0, q * length - overlap * overlap) / (free * free);
    }

    /** sigma^2. */
    private static double narrow(double b2, double variance) {
        return 2.0 * variance / (1.0 + Math.sqrt(1.0 + 4.0 * b2 * variance));
    }

    private static double residual(
            double q, double length, double overlap, double alpha, double square, double[] variance) {
        double b2 = coupling(q, length, overlap);
        double mean = 0.0;
        for (double each : variance) mean += narrow(b2, each) / variance.length;
        double between = q * length - overlap * overlap;
        return square + between * (1.0 - 1.0 / alpha) - (2.0 * between / (length * (1.0 - q)) + 1.0) * mean;
    }
}
