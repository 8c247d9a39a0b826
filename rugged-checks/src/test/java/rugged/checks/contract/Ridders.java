package rugged.checks.contract;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative by central differences, extrapolated to zero step by Richardson's rule over a sequence of shrinking steps; the entry of the table with the
 * smallest estimated error is kept. Source: Ridders, Adv. Eng. Software 4, 75 (1982).
 */
final class Ridders {
    private static final double SHRINK = 1.6;
    private static final int ROWS = 14;

    private Ridders() {}

    /** f'(0), with f smooth on [-widest, widest]. */
    static double derivative(DoubleUnaryOperator f, double widest) {
        double[][] table = new double[ROWS][ROWS];
        double h = widest;
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < ROWS; row++, h /= SHRINK) {
            table[row][0] = (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2.0 * h);
            double power = SHRINK * SHRINK;
            for (int order = 1; order <= row; order++, power *= SHRINK * SHRINK) {
                table[row][order] = (power * table[row][order - 1] - table[row - 1][order - 1]) / (power - 1.0);
                double error = Math.max(
                        Math.abs(table[row][order] - table[row][order - 1]),
                        Math.abs(table[row][order] - table[row - 1][order - 1]));
                if (error < least) {
                    least = error;
                    best = table[row][order];
                }
            }
        }
        return best;
    }
}
