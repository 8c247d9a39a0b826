package rugged.meanfield.aging;

import java.util.Arrays;
import rugged.num.kernel.PanelSums;

/**
 * Rows that are close together, smoothed in u = ln(1 + t/c) at fixed phi = t'/t once later ones are known. There a solution varies on the scale of one, whatever the
 * distance of rows, so that a wave from row to row is an error. It is one that grows: a shift of the clock at one row is written into all later ones, at the ratio that goes with that row, and comes
 * to panels which do not resolve it, whence it returns to the front. Fits of polynomials by least squares take such waves out before they get there. A fit over m rows on both sides removes periods below
 * about m rows; the first are narrow, and act early, the later ones double until they span {@value #SPAN} in u. A smooth row changes by about 1e-8 at a
 * spacing of 0.025, and less where rows are closer.
 */
final class RowSmoothing {
    /** Rows more than this before the newest one, in u, do not change any more; nor do those whose {@link #settled} fits are all over. */
    static final double SPAN = 0.3;
    /** The distance of a row is at least this share of that of the row before. */
    static final double SHRINK = 0.98;
    /** Largest spacing: the narrow fits are within the span. */
    static final double WIDEST = SPAN / 8;
    /** Rows up to here are those of the start, with their growing distances. */
    private static final int START = 60;
    /** Rows on both sides of that which is smoothed. */
    private static final int[] NARROW = {3, 5, 8};

    private static final int NARROW_DEGREE = 5;
    private static final int WIDE_DEGREE = 7;

    private final Rows rows;
    private double[] weights = new double[64];
    private double[][] basis = new double[WIDE_DEGREE + 1][64];
    private double[] c = new double[0];
    private double[] r = new double[0];
    private double[] phi = new double[0];
    private double[] z = new double[0];
    private final double[] w;

    RowSmoothing(Rows rows) {
        this.rows = rows;
        w = new double[rows.panels.padded];
    }

    /** Smooths what the newest row completes the neighbourhood of. */
    void afterNewest() {
        int n = rows.newest;
        if (n < START) return;
        for (int m : NARROW) smooth(n - m, m, NARROW_DEGREE);
        for (int m = 2 * NARROW[NARROW.length - 1]; n - 2 * m >= START && rows.u[n] - rows.u[n - m] <= SPAN; m *= 2)
            smooth(n - m, m, WIDE_DEGREE);
    }

    /**
     * The last row up to which none changes any more: of all fits whose rows may come to lie within {@value #SPAN}, none is to come.
     *
     * @param next distance of the next row
     */
    int settled(double next) {
        int last = rows.newest;
        while (last > 0 && rows.u[last] >= rows.u[rows.newest] - SPAN) last--;
        while (last + 1 + NARROW[NARROW.length - 1] <= rows.newest && settled(last + 1, next)) last++;
        return last;
    }

    private boolean settled(int k, double next) {
        double[] u = rows.u;
        for (int m = 2 * NARROW[NARROW.length - 1]; ; m *= 2) {
            int missing = k + m - rows.newest;
            if (missing > 0)
                return u[rows.newest] - u[k] + next * (1 - Math.pow(SHRINK, missing)) / (1 - SHRINK) > SPAN;
            if (u[k + m] - u[k] > SPAN) return true;
        }
    }

    private void smooth(int k, int m, int degree) {
        leastSquares(k, m, degree);
        int count = rows.panels.values(rows.grid[k]);
        reserve(count);
        rows.panels.ratios(rows.grid[k], phi, z);
        Arrays.fill(c, 0, count, 0);
        Arrays.fill(r, 0, count, 0);
        double energy = 0;
        double multiplier = 0;
        for (int j = k - m; j <= k + m; j++) {
            double weight = weights[j - k + m];
            energy += weight * rows.energy[j];
            multiplier += weight * rows.multiplier[j];
            add(weight, j, rows.grid[k], count);
        }
        rows.energy[k] = energy;
        rows.multiplier[k] = multiplier;
        rows.replace(k, c, r);
    }

    private void reserve(int count) {
        if (c.length >= count) return;
        int length = count + count / 4;
        c = new double[length];
        r = new double[length];
        phi = new double[length];
        z = new double[length];
    }

    /** Adds a row as it is on a grid. */
    private void add(double weight, int row, int grid, int count) {
        double[] rowC = rows.c[row];
        double[] rowR = rows.r[row];
        if (rows.grid[row] == grid) {
            for (int i = 0; i < count; i++) {
                c[i] += weight * rowC[i];
                r[i] += weight * rowR[i];
            }
            return;
        }
        RatioPanels panels = rows.panels;
        for (int i = 0; i < count; i++) {
            int at = RatioPanels.panel(phi[i], z[i], rows.grid[row]) * panels.order;
            PanelSums.weights(RatioPanels.within(phi[i], z[i], rows.grid[row]), panels.nodes, panels.factors, w);
            c[i] += weight * PanelSums.dot(w, rowC, at);
            r[i] += weight * PanelSums.dot(w, rowR, at);
        }
    }

    /** Weights by which rows k - m ... k + m enter the value at u_k of the polynomial that fits them best. */
    private void leastSquares(int k, int m, int degree) {
        int count = 2 * m + 1;
        if (weights.length < count) {
            weights = new double[2 * count];
            basis = new double[WIDE_DEGREE + 1][2 * count];
        }
        Arrays.fill(weights, 0, count, 0);
        double half = Math.max(rows.u[k + m] - rows.u[k], rows.u[k] - rows.u[k - m]);
        for (int d = 0; d <= degree; d++) {
            double[] now = basis[d];
            for (int i = 0; i < count; i++)
                now[i] = d == 0 ? 1 : basis[d - 1][i] * (rows.u[k - m + i] - rows.u[k]) / half;
            for (int e = 0; e < d; e++) subtract(dot(now, basis[e], count), basis[e], now, count);
            double norm = Math.sqrt(dot(now, now, count));
            for (int i = 0; i < count; i++) now[i] /= norm;
            subtract(-now[m], now, weights, count);
        }
    }

    private static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void subtract(double factor, double[] what, double[] from, int count) {
        for (int i = 0; i < count; i++) from[i] -= factor * what[i];
    }
}
