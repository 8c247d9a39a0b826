package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Barycentric interpolation on panels of up to 16 nodes, whose values lie one after the other in longer arrays. Blocks are padded to a multiple of 8: weights beyond
 * the nodes are zero, so that what an array holds there, as long as it is finite, does not matter. Sums run in the order of {@link Lanes}; with plain Java in
 * order of the nodes.
 */
public final class PanelSums {
    private static final VectorSpecies<Double> SPECIES = Lanes.DOUBLE_VECTORS;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;

    private PanelSums() {}

    /** Length of a block for so many nodes. */
    public static int padded(int nodes) {
        return (nodes + 7) / 8 * 8;
    }

    /**
     * Barycentric weights at y: w_j = (b_j/(y - y_j)) / sum_i b_i/(y - y_i); at a node, 1 there and 0 elsewhere.
     *
     * @param nodes y_j, padded with anything outside of the panel
     * @param factors b_j, padded with 0
     * @param w overwritten
     */
    public static void weights(double y, double[] nodes, double[] factors, double[] w) {
        int hit = VECTOR ? quotients(y, nodes, factors, w) : quotientsPlain(y, nodes, factors, w);
        if (hit < 0) return;
        java.util.Arrays.fill(w, 0);
        w[hit] = 1;
    }

    private static int quotients(double y, double[] nodes, double[] factors, double[] w) {
        DoubleVector sum = quotients(y, nodes, factors, w, 0);
        if (LANES == 4) sum = sum.add(quotients(y, nodes, factors, w, 4));
        if (LANES == 2)
            sum = sum.add(quotients(y, nodes, factors, w, 4))
                    .add(quotients(y, nodes, factors, w, 2).add(quotients(y, nodes, factors, w, 6)));
        double total = DoubleLanes.sum(sum);
        if (!(Math.abs(total) < LARGEST)) return nearest(y, nodes, factors);
        double inverse = 1 / total;
        for (int j = 0; j < w.length; j += LANES)
            DoubleVector.fromArray(SPECIES, w, j).mul(inverse).intoArray(w, j);
        return -1;
    }

    private static DoubleVector quotients(double y, double[] nodes, double[] factors, double[] w, int part) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = part; j < w.length; j += Lanes.DOUBLES) {
            DoubleVector gap = DoubleVector.broadcast(SPECIES, y).sub(DoubleVector.fromArray(SPECIES, nodes, j));
            DoubleVector quotient = DoubleVector.fromArray(SPECIES, factors, j).div(gap);
            quotient.intoArray(w, j);
            sum = sum.add(quotient);
        }
        return sum;
    }

    private static int quotientsPlain(double y, double[] nodes, double[] factors, double[] w) {
        double total = 0;
        for (int j = 0; j < w.length; j++) {
            w[j] = factors[j] / (y - nodes[j]);
            total += w[j];
        }
        if (!(Math.abs(total) < LARGEST)) return nearest(y, nodes, factors);
        for (int j = 0; j < w.length; j++) w[j] /= total;
        return -1;
    }

    /** Factors are of order 1 or larger: a sum beyond this comes from a gap below rounding. */
    private static final double LARGEST = 1e18;

    private static int nearest(double y, double[] nodes, double[] factors) {
        int best = 0;
        for (int j = 1; j < nodes.length; j++)
            if (factors[j] != 0 && Math.abs(y - nodes[j]) < Math.abs(y - nodes[best])) best = j;
        return best;
    }

    /** sum_j w_j v[at + j]. */
    public static double dot(double[] w, double[] v, int at) {
        if (!VECTOR) {
            double sum = 0;
            for (int j = 0; j < w.length; j++) sum = Math.fma(w[j], v[at + j], sum);
            return sum;
        }
        DoubleVector sum = products(w, v, at, 0);
        if (LANES == 4) sum = sum.add(products(w, v, at, 4));
        if (LANES == 2)
            sum = sum.add(products(w, v, at, 4)).add(products(w, v, at, 2).add(products(w, v, at, 6)));
        return DoubleLanes.sum(sum);
    }

    private static DoubleVector products(double[] w, double[] v, int at, int part) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = part; j < w.length; j += Lanes.DOUBLES)
            sum = DoubleVector.fromArray(SPECIES, w, j).fma(DoubleVector.fromArray(SPECIES, v, at + j), sum);
        return sum;
    }

    /** sum_r l_r sum_j w_j rows[first + r][at + j] over m rows. */
    public static double dot(double[] w, double[] l, int m, double[][] rows, int first, int at) {
        return VECTOR ? dotVector(w, l, m, rows, first, at) : dotPlain(w, l, m, rows, first, at);
    }

    private static double dotVector(double[] w, double[] l, int m, double[][] rows, int first, int at) {
        DoubleVector sum = mixtures(w, l, m, rows, first, at, 0);
        if (LANES == 4) sum = sum.add(mixtures(w, l, m, rows, first, at, 4));
        if (LANES == 2)
            sum = sum.add(mixtures(w, l, m, rows, first, at, 4))
                    .add(mixtures(w, l, m, rows, first, at, 2).add(mixtures(w, l, m, rows, first, at, 6)));
        return DoubleLanes.sum(sum);
    }

    private static DoubleVector mixtures(double[] w, double[] l, int m, double[][] rows, int first, int at, int part) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = part; j < w.length; j += Lanes.DOUBLES) {
            DoubleVector mixed = DoubleVector.zero(SPECIES);
            for (int r = 0; r < m; r++)
                mixed = DoubleVector.broadcast(SPECIES, l[r])
                        .fma(DoubleVector.fromArray(SPECIES, rows[first + r], at + j), mixed);
            sum = DoubleVector.fromArray(SPECIES, w, j).fma(mixed, sum);
        }
        return sum;
    }

    private static double dotPlain(double[] w, double[] l, int m, double[][] rows, int first, int at) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            double mixed = 0;
            for (int r = 0; r < m; r++) mixed = Math.fma(l[r], rows[first + r][at + j], mixed);
            sum = Math.fma(w[j], mixed, sum);
        }
        return sum;
    }

    /** to[at + j] += factor w_j. */
    public static void add(double factor, double[] w, double[] to, int at) {
        if (!VECTOR) {
            for (int j = 0; j < w.length; j++) to[at + j] = Math.fma(factor, w[j], to[at + j]);
            return;
        }
        DoubleVector scale = DoubleVector.broadcast(SPECIES, factor);
        for (int j = 0; j < w.length; j += LANES)
            scale.fma(DoubleVector.fromArray(SPECIES, w, j), DoubleVector.fromArray(SPECIES, to, at + j))
                    .intoArray(to, at + j);
    }

    /** to[i] = sum_r l_r rows[first + r][i] for i below count. */
    public static void mix(double[] l, int m, double[][] rows, int first, double[] to, int count) {
        for (int i = 0; i < count; i++) to[i] = l[0] * rows[first][i];
        for (int r = 1; r < m; r++) addRow(l[r], rows[first + r], to, count);
    }

    private static void addRow(double l, double[] row, double[] to, int count) {
        for (int i = 0; i < count; i++) to[i] = Math.fma(l, row[i], to[i]);
    }
}
