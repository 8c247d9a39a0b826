package rugged.meanfield.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Coefficients c_k = E phi(sqrt(a) Z) He_k(Z)/sqrt(k!) of a unit on a field of variance a, by the rule of trapezoids, whose error is exponentially small for units without kinks. E phi phi' of two fields with correlation rho is
 * sum_k c_k c'_k rho^k.
 */
final class HermiteSeries {
    /** Terms. */
    static final int TERMS = 160;

    private static final double REACH = 13.0;
    private static final double COARSEST = 0.05;
    /** Of the distance of poles, in units of the field. */
    private static final double FRACTION = 0.1;

    private final double variance;
    private final double square;
    private final double squareOfSlopes;
    private final double[] coefficients = new double[TERMS];

    HermiteSeries(DoubleUnaryOperator unit, double variance) {
        this.variance = variance;
        double root = Math.sqrt(variance);
        double step = Math.min(COARSEST, FRACTION / Math.max(1e-3, root));
        int half = (int) Math.ceil(REACH / step);
        double squares = 0.0;
        double slopes = 0.0;
        for (int i = -half; i <= half; i++) {
            double z = i * step;
            double weight = step * Math.exp(-0.5 * z * z) / Math.sqrt(2.0 * Math.PI);
            double value = unit.applyAsDouble(root * z);
            squares += weight * value * value;
            double slope = slope(unit, root * z);
            slopes += weight * slope * slope;
            double last = 0.0;
            double now = weight * value;
            for (int k = 0; k < TERMS; k++) {
                coefficients[k] += now;
                double next = (z * now - Math.sqrt(k) * last) / Math.sqrt(k + 1.0);
                last = now;
                now = next;
            }
        }
        square = squares;
        squareOfSlopes = slopes;
    }

    private static double slope(DoubleUnaryOperator unit, double z) {
        double h = 1e-3;
        double near = unit.applyAsDouble(z + h) - unit.applyAsDouble(z - h);
        double far = unit.applyAsDouble(z + 2.0 * h) - unit.applyAsDouble(z - 2.0 * h);
        double farther = unit.applyAsDouble(z + 3.0 * h) - unit.applyAsDouble(z - 3.0 * h);
        return (45.0 * near - 9.0 * far + farther) / (60.0 * h);
    }

    /** a. */
    double variance() {
        return variance;
    }

    /** E phi^2. */
    double square() {
        return square;
    }

    /** E phi'^2. */
    double squareOfSlopes() {
        return squareOfSlopes;
    }

    /** c_k. */
    double coefficient(int k) {
        return coefficients[k];
    }
}
