package rugged.figure.select;

import java.util.Arrays;
import rugged.figure.FigureRequest.Scale;

/**
 * Fewer points where they would only cover one another: in each bin of the drawn axis the least and the greatest value
 * stay, so that no spike is lost, and the count is kept for the small print. Of a cloud, which has no spikes, an even part stays.
 *
 * @param kept rows that stay, in order
 * @param bins the bin of each row that stays; empty where nothing was thinned
 * @param left how many do not stay
 * @param of how many bins there are; 0 where nothing was thinned
 */
record Thinning(int[] kept, int[] bins, int left, int of) {
    /** Open markers of one curve that can still be told apart; beyond, dots. */
    static final int MARKERS = 160;

    /** Dots of one curve: two for each unit of a panel's width. */
    static final int DOTS = 800;

    /** Vertices of one line beyond which no eye and no printer sees a difference. */
    static final int VERTICES = 2000;

    /** Dots of a cloud: more make one dark patch, and a file that no browser likes. */
    static final int CLOUD = 4000;

    /** Of a cloud every k-th point in drawing order, the same ones each time. */
    static Thinning evenly(int[] rows) {
        if (rows.length <= CLOUD) return new Thinning(rows, new int[0], 0, 0);
        int[] kept = new int[CLOUD];
        for (int k = 0; k < CLOUD; k++) kept[k] = rows[(int) ((long) k * rows.length / CLOUD)];
        return new Thinning(kept, new int[0], rows.length - CLOUD, 0);
    }

    boolean thinned() {
        return of > 0;
    }

    /**
     * Thins the points of one curve.
     *
     * @param rows the curve in drawing order, as numbers of rows
     * @param x abscissae by row
     * @param y values by row
     * @param lines the line of each row of a theory
     */
    static Thinning of(int[] rows, double[] x, double[] y, int[] lines, Scale xScale, boolean measured) {
        int most = measured ? DOTS : VERTICES;
        if (rows.length <= most) return new Thinning(rows, new int[0], 0, 0);
        // several lines in one series would be taken for one another's extremes
        if (!measured) {
            for (int row : rows) if (lines[row] != lines[rows[0]]) return new Thinning(rows, new int[0], 0, 0);
        }
        return extremes(rows, x, y, xScale, most / 2);
    }

    private static Thinning extremes(int[] rows, double[] x, double[] y, Scale xScale, int bins) {
        int[] bin = bins(rows, x, xScale, bins);
        int[] least = new int[bins];
        int[] greatest = new int[bins];
        Arrays.fill(least, -1);
        Arrays.fill(greatest, -1);
        for (int i = 0; i < rows.length; i++) {
            int b = bin[i];
            if (least[b] < 0 || y[rows[i]] < y[rows[least[b]]]) least[b] = i;
            if (greatest[b] < 0 || y[rows[i]] > y[rows[greatest[b]]]) greatest[b] = i;
        }
        int[] kept = new int[2 * bins];
        int[] of = new int[2 * bins];
        int size = 0;
        for (int i = 0; i < rows.length; i++) {
            if (least[bin[i]] != i && greatest[bin[i]] != i) continue;
            kept[size] = rows[i];
            of[size++] = bin[i];
        }
        return new Thinning(Arrays.copyOf(kept, size), Arrays.copyOf(of, size), rows.length - size, bins);
    }

    private static int[] bins(int[] rows, double[] x, Scale xScale, int bins) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row : rows) {
            least = Math.min(least, x[row]);
            greatest = Math.max(greatest, x[row]);
        }
        double low = place(least, xScale);
        double span = place(greatest, xScale) - low;
        int[] out = new int[rows.length];
        for (int i = 0; i < out.length; i++)
            out[i] = span > 0 ? Math.min(bins - 1, (int) ((place(x[rows[i]], xScale) - low) / span * bins)) : 0;
        return out;
    }

    private static double place(double x, Scale xScale) {
        return xScale == Scale.LOG ? Math.log(x) : x;
    }
}
