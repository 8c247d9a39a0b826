package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Large products of matrices of doubles. B is copied panel by panel, two vectors wide, and A in blocks of four rows where it is read by columns, so that what the inner
 * kernels read is contiguous: rows of a large matrix, a power of two apart, would fight for the same lines of the first-level cache. A last panel of fewer columns is
 * filled up with zeros. The order of the additions is that of {@link DoubleBlocks}, and so are the bits. The copies live in buffers that each thread keeps.
 *
 * <p>Strides inside the kernels are constants: the compiler then checks bounds once a loop, and unrolls.
 */
final class DoublePanels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    /** Four elements. */
    private static final VectorSpecies<Double> FOUR = VectorSpecies.of(double.class, VectorShape.S_256_BIT);

    /** Rows of a block. */
    private static final int ROWS = 4;

    /** Rows of B in a panel: with 64-byte vectors a panel takes half of a first-level cache of 32 kB. */
    private static final int DEPTH = 128;

    /** Below this many rows, columns, or elements of B, copying costs more than it saves. */
    private static final int LEAST_ROWS = 8;

    private static final int LEAST_COLUMNS = LANES + 1;
    private static final long LEAST_ELEMENTS = 1 << 7;

    /** Rows of A that lie one after the other are read where they are for so few panels. */
    private static final int FEW_PANELS = 4;

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
        return m >= LEAST_ROWS && n >= LEAST_COLUMNS && (long) n * k >= LEAST_ELEMENTS;
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
        int rows = m - m % ROWS;
        Copies copies = COPIES.get();
        if (!add) DoubleBlocks.clear(rows, n, c, co, ldc);
        boolean few = acs == 1 && n <= FEW_PANELS * WIDTH;
        double[] left = few ? a : copies.rows(rows * Math.min(k, DEPTH));
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
            DoubleBlocks.multiply(
                    m - rows, n, k, a, ao + rows * ars, ars, acs, b, bo, ldb, c, co + rows * ldc, ldc, add);
    }

    /** @param step elements between rows of A; 0 for blocks of four rows, element by element */
    private static void down(
            int rows, int depth, double[] a, int at, int step, double[] panel, double[] c, int co, int ldc) {
        for (int i = 0, q = co; i < rows; i += ROWS, q += ROWS * ldc) {
            if (step == 0) blocked(depth, a, i * depth, panel, c, q, ldc);
            else straight(depth, a, at + i * step, step, panel, c, q, ldc);
        }
    }

    private static void last(
            int rows,
            int depth,
            int columns,
            double[] a,
            int at,
            int step,
            double[] panel,
            double[] c,
            int co,
            int ldc) {
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
    private static void straight(int k, double[] a, int p, int ars, double[] b, double[] c, int co, int ldc) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, co);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, co + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, co + ldc);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, co + ldc + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        for (int l = 0; l < k; l++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, l * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p + l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p1 + l]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p2 + l]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p3 + l]);
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
    private static void blocked(int k, double[] a, int p, double[] b, double[] c, int co, int ldc) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, co);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, co + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, co + ldc);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, co + ldc + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        for (int l = 0; l < k; l++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, l * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 3]);
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
            int k, double[] a, int p, int ars, double[] b, double[] c, int co, int ldc, int columns) {
        VectorMask<Double> mask = SPECIES.indexInRange(0, columns);
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, co);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, co + LANES, mask);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, co + ldc);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, co + ldc + LANES, mask);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc + LANES, mask);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc + LANES, mask);
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        for (int l = 0; l < k; l++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, l * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p + l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p1 + l]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p2 + l]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p3 + l]);
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
    private static void blockedLast(int k, double[] a, int p, double[] b, double[] c, int co, int ldc, int columns) {
        VectorMask<Double> mask = SPECIES.indexInRange(0, columns);
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, co);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, co + LANES, mask);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, co + ldc);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, co + ldc + LANES, mask);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc + LANES, mask);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc + LANES, mask);
        for (int l = 0; l < k; l++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, l * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, l * WIDTH + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 3]);
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
            int k, double[] a, int p, int ars, double[] b, double[] c, int co, int ldc, int columns) {
        VectorMask<Double> mask = SPECIES.indexInRange(0, columns);
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, co, mask);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, co + ldc, mask);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc, mask);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc, mask);
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        for (int l = 0; l < k; l++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, l * WIDTH);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p + l]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p1 + l]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p2 + l]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p3 + l]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    /** As {@link #blocked}, for a panel that ends within its first vector. */
    private static void blockedOne(int k, double[] a, int p, double[] b, double[] c, int co, int ldc, int columns) {
        VectorMask<Double> mask = SPECIES.indexInRange(0, columns);
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, co, mask);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, co + ldc, mask);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, co + 2 * ldc, mask);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, co + 3 * ldc, mask);
        for (int l = 0; l < k; l++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, l * WIDTH);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 1]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 2]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p + ROWS * l + 3]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    private static void copyPanel(int depth, double[] b, int from, int ldb, double[] to) {
        for (int l = 0; l < depth; l++) {
            DoubleVector.fromArray(SPECIES, b, from + l * ldb).intoArray(to, l * WIDTH);
            DoubleVector.fromArray(SPECIES, b, from + l * ldb + LANES).intoArray(to, l * WIDTH + LANES);
        }
    }

    /** A panel of fewer columns, with zeros behind. */
    private static void copyLast(int depth, int columns, double[] b, int from, int ldb, double[] to) {
        VectorMask<Double> first = SPECIES.indexInRange(0, columns);
        VectorMask<Double> second = SPECIES.indexInRange(LANES, columns);
        for (int l = 0; l < depth; l++)
            DoubleVector.fromArray(SPECIES, b, from + l * ldb, first).intoArray(to, l * WIDTH);
        if (columns <= LANES) return;
        for (int l = 0; l < depth; l++)
            DoubleVector.fromArray(SPECIES, b, from + l * ldb + LANES, second).intoArray(to, l * WIDTH + LANES);
    }

    /** Rows as they are, [rows][depth], or from columns in blocks of four, [rows/4][depth][4]. */
    private static void copyRows(int rows, int depth, double[] a, int from, int ars, int acs, double[] to) {
        if (acs == 1) {
            for (int i = 0; i < rows; i++) System.arraycopy(a, from + i * ars, to, i * depth, depth);
        } else {
            for (int l = 0; l < depth; l++) {
                if (ars == 1) spread(rows, depth, a, from + l * acs, to, ROWS * l);
                else spread(rows, depth, a, from + l * acs, ars, to, ROWS * l);
            }
        }
    }

    private static void spread(int rows, int depth, double[] a, int from, double[] to, int at) {
        for (int i = 0; i < rows; i += ROWS)
            DoubleVector.fromArray(FOUR, a, from + i).intoArray(to, i * depth + at);
    }

    private static void spread(int rows, int depth, double[] a, int from, int ars, double[] to, int at) {
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
