package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Large products of matrices of floats. B is copied panel by panel, two vectors wide, and A in blocks of four rows where it is read by columns, so that what the inner
 * kernels read is contiguous: rows of a large matrix, a power of two apart, would fight for the same lines of the first-level cache. A last panel of fewer columns is
 * filled up with zeros. The order of the additions is that of {@link FloatBlocks}, and so are the bits. The copies live in buffers that each thread keeps.
 *
 * <p>Strides inside the kernels are constants: the compiler then checks bounds once a loop, and unrolls. {@code DoublePanels} is made from this file when the program is
 * built.
 */
final class FloatPanels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    /** Four elements. */
    private static final VectorSpecies<Float> FOUR =
            VectorSpecies.of(float.class, VectorShape.forBitSize(4 * Float.SIZE));

    /** Rows of a block. */
    private static final int ROWS = 4;

    /** Rows of B in a panel: with 64-byte vectors a panel takes half of a first-level cache of 32 kB. */
    private static final int DEPTH = 128;

    /** Below this many rows, columns, or elements of B, copying costs more than it saves. */
    private static final int LEAST_ROWS = 8;

    private static final int LEAST_COLUMNS = LANES + 1;
    private static final long LEAST_ELEMENTS = 1 << 7;

    /** Rows of A that lie one after the other are read where they are for so few panels, and wherever they are not whole pages apart. */
    private static final int FEW_PANELS = 4;

    private static final int PAGE = 4096 / Float.BYTES;

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
        return m >= LEAST_ROWS && n >= LEAST_COLUMNS && (long) n * k >= LEAST_ELEMENTS;
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
        int rows = m - m % ROWS;
        Copies copies = COPIES.get();
        if (!add) FloatBlocks.clear(rows, n, c, co, ldc);
        boolean few = acs == 1 && (n <= FEW_PANELS * WIDTH || ars % PAGE != 0);
        float[] left = few ? a : copies.rows(rows * Math.min(k, DEPTH));
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            if (!few) copyRows(rows, depth, a, ao + l * acs, ars, acs, left);
            int at = few ? ao + l : 0;
            int step = acs != 1 ? 0 : few ? ars : depth;
            int j = 0;
            for (; j + WIDTH <= n; j += WIDTH) {
                copyPanel(depth, b, bo + l * ldb + j, ldb, copies.panel);
                down(rows, depth, left, at, step, copies.panel, c, co + j, ldc);
            }
            if (j < n) {
                copyLast(depth, n - j, b, bo + l * ldb + j, ldb, copies.panel);
                last(rows, depth, n - j, left, at, step, copies.panel, c, co + j, ldc);
            }
        }
        if (rows < m)
            FloatBlocks.multiply(
                    m - rows, n, k, a, ao + rows * ars, ars, acs, b, bo, ldb, c, co + rows * ldc, ldc, add);
    }

    /** @param step elements between rows of A; 0 for blocks of four rows, element by element */
    private static void down(
            int rows, int depth, float[] a, int at, int step, float[] panel, float[] c, int co, int ldc) {
        for (int i = 0, q = co; i < rows; i += ROWS, q += ROWS * ldc) {
            if (step == 0) blocked(depth, a, i * depth, panel, c, q, ldc);
            else straight(depth, a, at + i * step, step, panel, c, q, ldc);
        }
    }

    private static void last(
            int rows, int depth, int columns, float[] a, int at, int step, float[] panel, float[] c, int co, int ldc) {
        boolean one = columns <= LANES;
        int left = one ? columns : columns - LANES;
        for (int i = 0, q = co; i < rows; i += ROWS, q += ROWS * ldc) {
            if (step == 0 && one) blockedOne(depth, a, i * depth, panel, c, q, ldc, left);
            else if (step == 0) blockedLast(depth, a, i * depth, panel, c, q, ldc, left);
            else if (one) straightOne(depth, a, at + i * step, step, panel, c, q, ldc, left);
            else straightLast(depth, a, at + i * step, step, panel, c, q, ldc, left);
        }
    }

    /** Four rows, one after the other, times a panel. */
    private static void straight(int k, float[] a, int p, int ars, float[] b, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p + l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p1 + l]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p2 + l]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p3 + l]);
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

    /** Four rows, element by element, times a panel. */
    private static void blocked(int k, float[] a, int p, float[] b, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p + ROWS * l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 3]);
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

    /** As {@link #straight}, for a panel of which not all columns of the second vector are there. */
    private static void straightLast(
            int k, float[] a, int p, int ars, float[] b, float[] c, int co, int ldc, int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES, mask);
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p + l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p1 + l]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p2 + l]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p3 + l]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES, mask);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES, mask);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES, mask);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES, mask);
    }

    /** As {@link #blocked}, for a panel of which not all columns of the second vector are there. */
    private static void blockedLast(int k, float[] a, int p, float[] b, float[] c, int co, int ldc, int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES, mask);
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p + ROWS * l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES, mask);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES, mask);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES, mask);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES, mask);
    }

    /** As {@link #straight}, for a panel that ends within its first vector. */
    private static void straightOne(
            int k, float[] a, int p, int ars, float[] b, float[] c, int co, int ldc, int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc, mask);
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, l * WIDTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p + l]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p1 + l]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p2 + l]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p3 + l]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    /** As {@link #blocked}, for a panel that ends within its first vector. */
    private static void blockedOne(int k, float[] a, int p, float[] b, float[] c, int co, int ldc, int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc, mask);
        for (int l = 0; l < k; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, l * WIDTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p + ROWS * l]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 1]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 2]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + ROWS * l + 3]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    private static void copyPanel(int depth, float[] b, int from, int ldb, float[] to) {
        for (int l = 0; l < depth; l++) {
            FloatVector.fromArray(SPECIES, b, from + l * ldb).intoArray(to, l * WIDTH);
            FloatVector.fromArray(SPECIES, b, from + l * ldb + LANES).intoArray(to, l * WIDTH + LANES);
        }
    }

    /** A panel of fewer columns, with zeros behind. */
    private static void copyLast(int depth, int columns, float[] b, int from, int ldb, float[] to) {
        VectorMask<Float> first = SPECIES.indexInRange(0, columns);
        VectorMask<Float> second = SPECIES.indexInRange(LANES, columns);
        for (int l = 0; l < depth; l++)
            FloatVector.fromArray(SPECIES, b, from + l * ldb, first).intoArray(to, l * WIDTH);
        if (columns <= LANES) return;
        for (int l = 0; l < depth; l++)
            FloatVector.fromArray(SPECIES, b, from + l * ldb + LANES, second).intoArray(to, l * WIDTH + LANES);
    }

    /** Rows as they are, [rows][depth], or from columns in blocks of four, [rows/4][depth][4]. */
    private static void copyRows(int rows, int depth, float[] a, int from, int ars, int acs, float[] to) {
        if (acs == 1) {
            for (int i = 0; i < rows; i++) System.arraycopy(a, from + i * ars, to, i * depth, depth);
        } else {
            int l = 0;
            // four columns at a time, so that a whole line of the cache is written at once
            if (ars == 1) for (; l + 4 <= depth; l += 4) spreadFour(rows, depth, a, from + l * acs, acs, to, ROWS * l);
            for (; l < depth; l++) {
                if (ars == 1) spread(rows, depth, a, from + l * acs, to, ROWS * l);
                else spread(rows, depth, a, from + l * acs, ars, to, ROWS * l);
            }
        }
    }

    private static void spreadFour(int rows, int depth, float[] a, int from, int acs, float[] to, int at) {
        for (int i = 0; i < rows; i += ROWS) {
            int p = from + i;
            int q = i * depth + at;
            FloatVector.fromArray(FOUR, a, p).intoArray(to, q);
            FloatVector.fromArray(FOUR, a, p + acs).intoArray(to, q + ROWS);
            FloatVector.fromArray(FOUR, a, p + 2 * acs).intoArray(to, q + 2 * ROWS);
            FloatVector.fromArray(FOUR, a, p + 3 * acs).intoArray(to, q + 3 * ROWS);
        }
    }

    private static void spread(int rows, int depth, float[] a, int from, float[] to, int at) {
        for (int i = 0; i < rows; i += ROWS)
            FloatVector.fromArray(FOUR, a, from + i).intoArray(to, i * depth + at);
    }

    private static void spread(int rows, int depth, float[] a, int from, int ars, float[] to, int at) {
        for (int i = 0; i < rows; i += ROWS) {
            int p = from + i * ars;
            int q = i * depth + at;
            to[q] = a[p];
            to[q + 1] = a[p + ars];
            to[q + 2] = a[p + 2 * ars];
            to[q + 3] = a[p + 3 * ars];
        }
    }
}
