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

    /** Rows of A that lie one after the other are read where they are for so few panels. */
    private static final int FEW_PANELS = 4;

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
        boolean direct = acs == 1 && columns <= FEW_PANELS * WIDTH;
        float[] left = direct ? a : copies.rows(rows * Math.min(k, DEPTH));
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            if (!direct) copyRows(rows, depth, a, ao + l * acs, ars, acs, left);
            for (int j = 0; j < columns; j += WIDTH) {
                copyPanel(depth, b, bo + l * ldb + j, ldb, copies.panel);
                if (direct) down(rows, depth, a, ao + l, ars, 1, 4 * ars, copies.panel, c, co + j, ldc, add || l > 0);
                else down(rows, depth, left, 0, 1, 4, 4 * depth, copies.panel, c, co + j, ldc, add || l > 0);
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
            int rows,
            int depth,
            float[] a,
            int ao,
            int ars,
            int acs,
            int step,
            float[] panel,
            float[] c,
            int co,
            int ldc,
            boolean add) {
        for (int i = 0, p = ao, q = co; i < rows; i += 4, p += step, q += 4 * ldc) {
            if (add) FloatBlocks.block4x2(depth, a, p, ars, acs, panel, 0, WIDTH, c, q, ldc);
            else first4x2(depth, a, p, ars, acs, panel, c, q, ldc);
        }
    }

    /** As {@link FloatBlocks#block4x2}, for a C that was not there before. */
    private static void first4x2(int k, float[] a, int ao, int ars, int acs, float[] b, float[] c, int co, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        for (int l = 0, p = ao, q = 0; l < k; l++, p += acs, q += WIDTH) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES);
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
