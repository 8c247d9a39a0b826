package rugged.meanfield.statics;

import java.util.function.DoubleUnaryOperator;

/**
 * Means over a standard normal measure by the rule of trapezoids on |z| &lt;= 10, for functions whose nearest pole lies at a known distance d from the real axis: with the step d/6 the error is exp(-2 pi 6) = 4e-17,
 * where a rule of Gauss and Hermite with so many points is still far off for steep functions.
 */
public final class NormalGrid {
    private static final double REACH = 10;
    private static final double FRACTION = 6;
    private static final double COARSEST = 0.1;
    private static final int MOST = 200_000;

    private final double[] points;
    private final double[] weights;

    /** For functions of steepness times z whose poles are those of tanh, at i pi/2. */
    public NormalGrid(double steepness) {
        double step = Math.min(COARSEST, Math.PI / (2 * FRACTION * steepness));
        int half = (int) Math.min(MOST, Math.ceil(REACH / step));
        points = new double[2 * half + 1];
        weights = new double[points.length];
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            points[k] = (k - half) * REACH / half;
            weights[k] = Math.exp(-0.5 * points[k] * points[k]);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) weights[k] /= sum;
    }

    /** The mean of function(slope z + offset). */
    public double mean(double slope, double offset, DoubleUnaryOperator function) {
        double sum = 0;
        for (int k = 0; k < points.length; k++) sum += weights[k] * function.applyAsDouble(slope * points[k] + offset);
        return sum;
    }

    /** What is done with a point and its weight. */
    public interface Each {
        void at(double point, double weight);
    }

    /** All points in increasing order, with weights that add up to 1. */
    public void each(Each each) {
        for (int k = 0; k < points.length; k++) each.at(points[k], weights[k]);
    }

    static double logTwoCosh(double x) {
        double size = Math.abs(x);
        return size + Math.log1p(Math.exp(-2 * size));
    }

    static double tanhSquared(double x) {
        double t = Math.tanh(x);
        return t * t;
    }

    static double sechFourth(double x) {
        double t = Math.tanh(x);
        return (1 - t * t) * (1 - t * t);
    }
}
