package rugged.meanfield.bayesian;

/** Odd functions that saturate at 1, by Taylor series of degree 7 around the middle of cells of width 1/32: what {@link ErrorFunction} and {@link HyperbolicTangent} have in common. */
final class CellSeries {
    static final int CELLS_TO_ONE = 32;
    /** Coefficients of a cell, from that of degree 0. */
    static final int TERMS = 8;

    private CellSeries() {}

    /** How far a size >= 0 lies from the middle of its cell. */
    static double offset(double size, int cell) {
        return size - (cell + 0.5) / CELLS_TO_ONE;
    }

    /** The series whose coefficients begin at a place, at an offset t. */
    static double value(double[] c, int at, double t) {
        double square = t * t;
        double low = c[at] + t * c[at + 1] + square * (c[at + 2] + t * c[at + 3]);
        double high = c[at + 4] + t * c[at + 5] + square * (c[at + 6] + t * c[at + 7]);
        return low + square * square * high;
    }

    /** Overwrites h[i] and d[i] beyond all cells: sign and no slope, or no number. */
    static void beyond(double[] h, double[] d, int i) {
        boolean nothing = Double.isNaN(h[i]);
        d[i] = nothing ? Double.NaN : 0.0;
        h[i] = nothing ? Double.NaN : Math.copySign(1.0, h[i]);
    }
}
