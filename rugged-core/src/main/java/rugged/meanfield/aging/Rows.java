package rugged.meanfield.aging;

import java.util.Arrays;
import rugged.num.kernel.PanelSums;

/**
 * The rows solved so far: t_n, u_n = ln(1 + t_n/c), grid K_n, and the values of C and R. A row is also kept on the next finer grid where a later row needs it;
 * refining splits the two end panels, and gives the same polynomials. Interpolation in time is Lagrange's in u at fixed phi, over up to M = 6 rows, fewer where
 * the newest takes part.
 */
final class Rows {
    /** Rows in a stencil. */
    static final int MOST = 6;
    /** Rows in a stencil that ends at the newest row. */
    static final int FRONT = 5;
    /** The same where rows are so close that this is as good, and steadier. */
    static final int CLOSE_FRONT = 4;
    /** Rows out of which a new one is extrapolated, at most. */
    static final int AHEAD = 8;

    final RatioPanels panels;
    private final double clock;
    private final int front;
    double[] t = new double[64];
    double[] u = new double[64];
    int[] grid = new int[64];
    double[] energy = new double[64];
    double[] multiplier = new double[64];
    double[][] c = new double[64][];
    double[][] r = new double[64][];
    private double[][] finerC = new double[64][];
    private double[][] finerR = new double[64][];
    /** Inverse products of the stencil that ends at a row, for m = 1 ... MOST. */
    private double[][] denominators = new double[64][];
    /** Number of the newest row. */
    int newest = -1;

    /** @param front rows in a stencil that ends at the newest row */
    Rows(RatioPanels panels, double clock, int front) {
        this.panels = panels;
        this.clock = clock;
        this.front = front;
    }

    double clock() {
        return clock;
    }

    /** A new newest row, its values 1 at phi = 1 and 0 elsewhere. */
    public void add(double time, double reduced, int onGrid) {
        newest++;
        if (newest == t.length) grow(2 * newest);
        int n = newest;
        t[n] = time;
        u[n] = reduced;
        grid[n] = onGrid;
        c[n] = values(onGrid);
        r[n] = values(onGrid);
        c[n][0] = 1;
        r[n][0] = 1;
        denominators[n] = inverseProducts(n);
        for (int k = Math.max(0, n - AHEAD); k < n; k++) if (grid[k] < onGrid && finerC[k] == null) refine(k);
    }

    private double[] values(int onGrid) {
        return new double[panels.values(onGrid) + panels.padded];
    }

    private void grow(int length) {
        t = Arrays.copyOf(t, length);
        u = Arrays.copyOf(u, length);
        grid = Arrays.copyOf(grid, length);
        energy = Arrays.copyOf(energy, length);
        multiplier = Arrays.copyOf(multiplier, length);
        c = Arrays.copyOf(c, length);
        r = Arrays.copyOf(r, length);
        finerC = Arrays.copyOf(finerC, length);
        finerR = Arrays.copyOf(finerR, length);
        denominators = Arrays.copyOf(denominators, length);
    }

    private double[] inverseProducts(int n) {
        double[] all = new double[MOST * MOST];
        for (int m = 1; m <= Math.min(MOST, n + 1); m++) {
            for (int j = 0; j < m; j++) {
                double product = 1;
                for (int i = 0; i < m; i++) if (i != j) product *= u[n - m + 1 + j] - u[n - m + 1 + i];
                all[(m - 1) * MOST + j] = 1 / product;
            }
        }
        return all;
    }

    private void refine(int row) {
        int onGrid = grid[row] + 1;
        int count = panels.values(onGrid);
        double[] phi = new double[count];
        double[] z = new double[count];
        panels.ratios(onGrid, phi, z);
        double[] fineC = values(onGrid);
        double[] fineR = values(onGrid);
        double[] w = new double[panels.padded];
        for (int k = 0; k < count; k++) {
            int at = RatioPanels.panel(phi[k], z[k], grid[row]) * panels.order;
            PanelSums.weights(RatioPanels.within(phi[k], z[k], grid[row]), panels.nodes, panels.factors, w);
            fineC[k] = PanelSums.dot(w, c[row], at);
            fineR[k] = PanelSums.dot(w, r[row], at);
        }
        finerC[row] = fineC;
        finerR[row] = fineR;
    }

    /** Other values for an earlier row, on its own grid. */
    void replace(int row, double[] newC, double[] newR) {
        int count = panels.values(grid[row]);
        System.arraycopy(newC, 1, c[row], 1, count - 1);
        System.arraycopy(newR, 1, r[row], 1, count - 1);
        if (finerC[row] != null) refine(row);
    }

    /** Values of C of a row on a grid, its own or the next finer one. */
    double[] c(int row, int onGrid) {
        return of(c, finerC, row, onGrid);
    }

    double[] r(int row, int onGrid) {
        return of(r, finerR, row, onGrid);
    }

    private double[] of(double[][] own, double[][] finer, int row, int onGrid) {
        if (grid[row] == onGrid) return own[row];
        if (onGrid != grid[row] + 1) throw new IllegalStateException("rows a factor of more than two apart in time");
        return finer[row];
    }

    /** A stencil in time, with buffers of its user's own. */
    static final class Stencil {
        /** First row. */
        int first;
        /** How many. */
        int rows;
        /** Grid on which all of them are read. */
        int grid;

        final double[] l = new double[MOST];
        final double[][] c = new double[MOST][];
        final double[][] r = new double[MOST][];
        private final double[] gap = new double[MOST];
    }

    /** Weights and rows for time s <= t_newest. */
    void stencil(double s, Stencil to) {
        int n = newest;
        double at = s < clock ? Math.log1p(s / clock) : Math.log(1 + s / clock);
        int low = bracket(s, at);
        int m = Math.min(MOST, front + (n - 1 - low));
        m = Math.min(m, n + 1);
        int first = Math.clamp(low - m / 2 + 1, 0, n - m + 1);
        to.first = first;
        to.rows = m;
        weights(at, first, m, to);
        int last = grid[first + m - 1];
        to.grid = last;
        for (int k = 0; k < m; k++) {
            to.c[k] = c(first + k, last);
            to.r[k] = r(first + k, last);
        }
    }

    /** The row before s, not the newest: late rows are nearly even in u. */
    private int bracket(double s, double at) {
        double back = (u[newest] - at) / (u[newest] - u[newest - 1]);
        int low = Math.clamp(newest - 1 - (long) back, 0, newest - 1);
        if (t[low] <= s) {
            int step = 1;
            while (low + step < newest && t[low + step] <= s) {
                low += step;
                step *= 2;
            }
            for (; step >= 1; step /= 2) if (low + step < newest && t[low + step] <= s) low += step;
        } else {
            int step = 1;
            while (low > 0 && t[low] > s) {
                low = Math.max(0, low - step);
                step *= 2;
            }
            for (; step >= 1; step /= 2) if (low + step < newest && t[low + step] <= s) low += step;
        }
        return low;
    }

    private void weights(double at, int first, int m, Stencil to) {
        double[] inverse = denominators[first + m - 1];
        double[] gap = to.gap;
        for (int j = 0; j < m; j++) gap[j] = at - u[first + j];
        double before = 1;
        for (int j = 0; j < m; j++) {
            to.l[j] = before * inverse[(m - 1) * MOST + j];
            before *= gap[j];
        }
        double after = 1;
        for (int j = m - 1; j >= 0; j--) {
            to.l[j] *= after;
            after *= gap[j];
        }
    }
}
