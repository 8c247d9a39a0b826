package rugged.dynamics.sampling;

/**
 * Whether a uniform number lies below 1/(1 + exp(x)), the chance that a spin points up. Bounds of that function on a grid decide nearly always, and give the answer of the function itself: it is evaluated only where
 * the number lies between them.
 */
final class UpChance {
    private static final double CELLS = 32;
    private static final int REACH = 40;
    private static final int HALF = (int) CELLS * REACH;
    /** More than the rounding errors of the function. */
    private static final double SLACK = 1e-12;

    /** The function at the left end of each cell, times 1 + slack: none of it in the cell is larger. */
    private static final double[] MOST = new double[2 * HALF + 1];
    /** At its right end, times 1 - slack. */
    private static final double[] LEAST = new double[2 * HALF + 1];

    static {
        for (int k = 0; k < MOST.length; k++) {
            MOST[k] = chance((k - HALF) / CELLS) * (1 + SLACK);
            LEAST[k] = chance((k + 1 - HALF) / CELLS) * (1 - SLACK);
        }
    }

    private UpChance() {}

    private static double chance(double x) {
        return 1.0 / (1.0 + Math.exp(x));
    }

    /** uniform &lt; 1/(1 + exp(x)). */
    static boolean holds(double uniform, double x) {
        double place = x * CELLS + HALF;
        if (place >= 0.0 && place < 2 * HALF) {
            int cell = (int) place;
            if (uniform >= MOST[cell]) return false;
            if (uniform < LEAST[cell]) return true;
        }
        return uniform < chance(x);
    }
}
