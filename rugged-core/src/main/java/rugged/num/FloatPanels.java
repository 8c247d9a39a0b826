package rugged.num;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Large products of matrices of floats. B is copied panel by panel, two vectors wide, and A in blocks of four rows, so that what the inner kernel reads is
 * contiguous: rows of a large matrix, a power of two apart, would fight for the same lines of the first-level cache. The order of the additions is that of
 * {@link FloatBlocks}, and so are the bits. The copies live in buffers that each thread keeps.
 */
final class FloatPanels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    /** Rows of B in a panel: with 64-byte vectors a panel takes half of a first-level cache of 32 kB. */
    private static final int DEPTH = 128;

    /** Below this many rows, or elements of B, copying costs more than it saves. */
    private static final int LEAST_ROWS = 16;

    private static final long LEAST_ELEMENTS = 1 << 15;

    private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

    private FloatPanels() {}

    private static final class Copies {
        private final float[] panel = new float[DEPTH * WIDTH];
        private float[] rows = new float[0];

        float[] rows(int count) {
            if (rows.length < count) rows = new float[count];
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
            float[] a,
            int ao,
            int ars,
            int acs,
            float[] b,
            int bo,
            int ldb,
            float[] c,
            int co,
            int ldc,
            boolean add) {
        int rows = m - m % 4;
        int columns = n - n % WIDTH;
        Copies copies = COPIES.get();
        float[] left = copies.rows(rows * Math.min(k, DEPTH));
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            copyRows(rows, depth, a, ao + l * acs, ars, acs, left);
            for (int j = 0; j < columns; j += WIDTH) {
                copyPanel(depth, b, bo + l * ldb + j, ldb, copies.panel);
                down(rows, depth, left, copies.panel, c, co + j, ldc, add || l > 0);
            }
        }
        if (columns < n)
            FloatBlocks.multiply(
                    rows, n - columns, k, a, ao, ars, acs, b, bo + columns, ldb, c, co + columns, ldc, add);
        if (rows < m)
            FloatBlocks.multiply(
                    m - rows, n, k, a, ao + rows * ars, ars, acs, b, bo, ldb, c, co + rows * ldc, ldc, add);
    }

    private static void down(
            int rows, int depth, float[] left, float[] panel, float[] c, int co, int ldc, boolean add) {
        for (int i = 0; i < rows; i += 4) {
            if (!add) clear(c, co + i * ldc, ldc);
            FloatBlocks.block4x2(depth, left, i * depth, 1, 4, panel, 0, WIDTH, c, co + i * ldc, ldc);
        }
    }

    private static void clear(float[] c, int co, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int r = 0; r < 4; r++) {
            zero.intoArray(c, co + r * ldc);
            zero.intoArray(c, co + r * ldc + LANES);
        }
    }

    private static void copyPanel(int depth, float[] b, int from, int ldb, float[] to) {
        for (int l = 0; l < depth; l++) {
            FloatVector.fromArray(SPECIES, b, from + l * ldb).intoArray(to, l * WIDTH);
            FloatVector.fromArray(SPECIES, b, from + l * ldb + LANES).intoArray(to, l * WIDTH + LANES);
        }
    }

    /** Blocks of four rows, [rows/4][depth][4]. */
    private static void copyRows(int rows, int depth, float[] a, int from, int ars, int acs, float[] to) {
        if (ars == 1) {
            for (int l = 0; l < depth; l++) spread(rows, depth, a, from + l * acs, to, 4 * l);
        } else {
            for (int i = 0; i < rows; i++) gather(depth, a, from + i * ars, acs, to, (i - i % 4) * depth + i % 4);
        }
    }

    private static void spread(int rows, int depth, float[] a, int from, float[] to, int at) {
        for (int i = 0; i < rows; i += 4) {
            int q = i * depth + at;
            to[q] = a[from + i];
            to[q + 1] = a[from + i + 1];
            to[q + 2] = a[from + i + 2];
            to[q + 3] = a[from + i + 3];
        }
    }

    private static void gather(int depth, float[] a, int from, int acs, float[] to, int at) {
        for (int l = 0; l < depth; l++) to[at + 4 * l] = a[from + l * acs];
    }
}
