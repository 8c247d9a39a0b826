package rugged.meanfield.binary;

import java.util.function.DoubleUnaryOperator;

/** Averages int Dz f(z) over a standard normal z by the trapezoidal rule from -12 to 12 with 4801 points: errors below 1e-13 for f that turn no faster than over 0.05. */
public final class NormalAverage {
    private static final int CELLS = 4800;
    private static final double REACH = 12.0;
    private static final double[] POINTS = new double[CELLS + 1];
    private static final double[] WEIGHTS = new double[CELLS + 1];

    static {
        for (int k = 0; k <= CELLS; k++) {
            POINTS[k] = REACH * (2.0 * k - CELLS) / CELLS;
            WEIGHTS[k] = GaussianTail.density(POINTS[k]) * 2.0 * REACH / CELLS;
        }
    }

    private NormalAverage() {}

    /** int Dz f(z). */
    public static double of(DoubleUnaryOperator f) {
        double sum = 0.0;
        for (int k = 0; k <= CELLS; k++) sum += WEIGHTS[k] * f.applyAsDouble(POINTS[k]);
        return sum;
    }

    /** log(2 cosh x). */
    public static double logTwoCosh(double x) {
        double size = Math.abs(x);
        return size + Math.log1p(Math.exp(-2.0 * size));
    }

    /** 1/cosh(x)^2. */
    static double sechSquared(double x) {
        return Math.exp(-2.0 * (logTwoCosh(x) - Math.log(2.0)));
    }
}
