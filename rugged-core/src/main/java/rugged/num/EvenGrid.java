package rugged.num;

import java.util.function.IntToDoubleFunction;

/** Interpolation between the points of an evenly spaced grid by Lagrange's polynomial through the four nearest, fewer where the grid has fewer. Error of order h^4. */
public final class EvenGrid {
    private static final int POINTS = 4;
    private static final double ON_A_POINT = 1e-9;

    private EvenGrid() {}

    /**
     * The value at x, in units of the spacing; on a point it is the value there.
     *
     * @param low first number of the grid that may be used
     * @param high last
     * @param values the function at the numbers
     */
    public static double interpolate(double x, int low, int high, IntToDoubleFunction values) {
        int nearest = (int) Math.rint(x);
        if (Math.abs(x - nearest) < ON_A_POINT && nearest >= low && nearest <= high)
            return values.applyAsDouble(nearest);
        int count = Math.min(POINTS, high - low + 1);
        int first = Math.clamp((int) Math.floor(x) - 1, low, high - count + 1);
        double sum = 0;
        for (int j = 0; j < count; j++) {
            double weight = 1;
            for (int i = 0; i < count; i++) if (i != j) weight *= (x - first - i) / (j - i);
            sum += weight * values.applyAsDouble(first + j);
        }
        return sum;
    }
}
