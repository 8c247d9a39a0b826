package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Large products of matrices of doubles. B is copied panel by panel, two vectors wide, and A in blocks of four rows, so that what the inner kernel reads is
 * contiguous: rows of a large matrix, a power of two apart, would fight for the same lines of the first-level cache. The order of the additions is that of
 * {@link DoubleBlocks}, and so are the bits. The copies live in buffers that each thread keeps.
 */
final class DoublePanels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    /** Rows of B in a panel: with 64-byte vectors a panel takes half of a first-level cache of 32 kB. */
    private static final int DEPTH = 128;

    /** Below this many rows, or elements of B, copying costs more than it saves. */
    private static final int LEAST_ROWS = 16;

    private static final long LEAST_ELEMENTS = 1 << 15;

    private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

    private DoublePanels() {}

    private static final class Copies {
        private final double[] panel = new double[DEPTH * WIDTH];
        private double[] rows = new double[0];

        double[] rows(int count) {
            if (rows.length < count) rows = new double[count];
            return rows;
        }
    }

    /** Whether a product is large enough. */
    static boolean worthwhile(int m, int n, int k) {
        return m >= LEAST_ROWS && n >= WIDTH && (long) n * k >= LEAST_ELEMENTS;
    }

    /** See {@link Matrices}. */
    static void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int ao,
            int ars,
            int acs,
            double[] b,
            int bo,
            int ldb,
            double[] c,
            int co,
            int ldc,
            boolean add) {
        int rows = m - m % 4;
        int columns = n - n % WIDTH;
        Copies copies = COPIES.get();
        double[] left = copies.rows(rows * Math.min(k, DEPTH));
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            copyRows(rows, depth, a, ao + l * acs, ars, acs, left);
            for (int j = 0; j < columns; j += WIDTH) {
                copyPanel(depth, b, bo + l * ldb + j, ldb, copies.panel);
                down(rows, depth, left, copies.panel, c, co + j, ldc, add || l > 0);
            }
        }
        if (columns < n)
            DoubleBlocks.multiply(
                    rows, n - columns, k, a, ao, ars, acs, b, bo + columns, ldb, c, co + columns, ldc, add);
        if (rows < m)
            DoubleBlocks.multiply(
                    m - rows, n, k, a, ao + rows * ars, ars, acs, b, bo, ldb, c, co + rows * ldc, ldc, add);
    }

    private static void down(
            int rows, int depth, double[] left, double[] panel, double[] c, int co, int ldc, boolean add) {
        for (int i = 0; i < rows; i += 4) {
            if (!add) clear(c, co + i * ldc, ldc);
            DoubleBlocks.block4x2(depth, left, i * depth, 1, 4, panel, 0, WIDTH, c, co + i * ldc, ldc);
        }
    }

    private static void clear(double[] c, int co, int ldc) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int r = 0; r < 4; r++) {
            zero.intoArray(c, co + r * ldc);
            zero.intoArray(c, co + r * ldc + LANES);
        }
    }

    private static void copyPanel(int depth, double[] b, int from, int ldb, double[] to) {
        for (int l = 0; l < depth; l++) {
            DoubleVector.fromArray(SPECIES, b, from + l * ldb).intoArray(to, l * WIDTH);
            DoubleVector.fromArray(SPECIES, b, from + l * ldb + LANES).intoArray(to, l * WIDTH + LANES);
        }
    }

    /** Blocks of four rows, [rows/4][depth][4]. */
    private static void copyRows(int rows, int depth, double[] a, int from, int ars, int acs, double[] to) {
        if (ars == 1) {
            for (int l = 0; l < depth; l++) spread(rows, depth, a, from + l * acs, to, 4 * l);
        } else {
            for (int i = 0; i < rows; i++) gather(depth, a, from + i * ars, acs, to, (i - i % 4) * depth + i % 4);
        }
    }

    private static void spread(int rows, int depth, double[] a, int from, double[] to, int at) {
        for (int i = 0; i < rows; i += 4) {
            int q = i * depth + at;
            to[q] = a[from + i];
            to[q + 1] = a[from + i + 1];
            to[q + 2] = a[from + i + 2];
            to[q + 3] = a[from + i + 3];
        }
    }

    private static void gather(int depth, double[] a, int from, int acs, double[] to, int at) {
        for (int l = 0; l < depth; l++) to[at + 4 * l] = a[from + l * acs];
    }
}
