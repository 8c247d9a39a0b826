package rugged.dynamics.sampling;

import java.util.function.DoubleUnaryOperator;

/**
 * Whether a uniform number lies below a probability that falls with its argument. Bounds of the function on a grid decide nearly always, and give the answer of the function itself: it is evaluated only where the number lies between them.
 */
final class Chance {
    /** 1/(1 + exp(x)), that a spin points up. */
    static final Chance UP = new Chance(x -> 1.0 / (1.0 + Math.exp(x)), -40, 40);

    /** exp(-x), that a move which costs x is accepted, x &gt; 0. */
    static final Chance ACCEPTED = new Chance(x -> Math.exp(-x), 0, 40);

    private static final int CELLS = 32;
    /** More than the rounding errors of the functions. */
    private static final double SLACK = 1e-12;

    private final DoubleUnaryOperator function;
    private final double shift;
    /** Upper and lower bounds of the function in each cell, side by side; the first and the last cell have all that lies outside the grid. */
    private final double[] bounds;

    private final int last;

    private Chance(DoubleUnaryOperator function, int from, int to) {
        this.function = function;
        int cells = (to - from) * CELLS;
        last = cells + 1;
        shift = 1.0 - (double) from * CELLS;
        bounds = new double[2 * (cells + 2)];
        for (int cell = 0; cell <= last; cell++) {
            bounds[2 * cell] = cell == 0 ? 2.0 : function.applyAsDouble(from + (cell - 1.0) / CELLS) * (1 + SLACK);
            bounds[2 * cell + 1] =
                    cell == last ? -1.0 : function.applyAsDouble(from + (double) cell / CELLS) * (1 - SLACK);
        }
    }

    /**
     * A number that is negative where uniform &lt; f(x) and else is not, without a branch that depends on the answer: processors guess half of those wrong where both answers are as probable.
     *
     * @param x not NaN
     */
    long sign(double uniform, double x) {
        int cell = 2 * Math.max(0, Math.min(last, (int) (x * CELLS + shift)));
        long most = Double.doubleToRawLongBits(uniform - bounds[cell]);
        long least = Double.doubleToRawLongBits(uniform - bounds[cell + 1]);
        if ((most & ~least) >= 0L) return least;
        return uniform < function.applyAsDouble(x) ? -1L : 0L;
    }

    /** uniform &lt; f(x). */
    boolean holds(double uniform, double x) {
        return sign(uniform, x) < 0L;
    }
}
