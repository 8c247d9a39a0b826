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
    /** The function at the left end of each cell, times 1 + slack: none of it in the cell is larger. */
    private final double[] most;
    /** At its right end, times 1 - slack. */
    private final double[] least;

    private Chance(DoubleUnaryOperator function, int from, int to) {
        this.function = function;
        int cells = (to - from) * CELLS;
        shift = -(double) from * CELLS;
        most = new double[cells];
        least = new double[cells];
        for (int k = 0; k < cells; k++) {
            most[k] = function.applyAsDouble(from + (double) k / CELLS) * (1 + SLACK);
            least[k] = function.applyAsDouble(from + (k + 1.0) / CELLS) * (1 - SLACK);
        }
    }

    /** uniform &lt; f(x). */
    boolean holds(double uniform, double x) {
        double place = x * CELLS + shift;
        if (place >= 0.0 && place < most.length) {
            int cell = (int) place;
            if (uniform >= most[cell]) return false;
            if (uniform < least[cell]) return true;
        }
        return uniform < function.applyAsDouble(x);
    }
}
