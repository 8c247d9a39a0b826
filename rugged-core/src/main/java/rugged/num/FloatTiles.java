package rugged.num;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of products of matrices: C += A B on four rows, or one, and up to three vectors of C, which stay in registers for the whole depth. A is read through strides, B in
 * rows of any distance. Three vectors make twelve accumulators, which is the most: larger methods may never be compiled well; each tile is a method of its own for the
 * same reason. Masks are made where they are used: a parameter would be an object.
 *
 * <p>Of twelve multiply-adds a tile of three vectors loads seven times, one of two vectors nine: measured with 512-bit vectors, 92 and 88 % of the peak of a core.
 * {@code DoubleTiles} is made from this file when the program is built.
 */
final class FloatTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Rows of a tall tile. */
    static final int ROWS = 4;

    /** Columns of the widest tile. */
    static final int WIDEST = 3 * LANES;

    /** Calls of each tile before it is used. */
    private static final int FIRST = 30;

    // a tile that is compiled in the middle of its very first calls may box its vectors for good (measured: ten times
    // slower); after a few short ones it is not
    static {
        float[] zeros = new float[12 * LANES];
        for (int call = 0; call < FIRST; call++) {
            for (int columns = 1; columns <= WIDEST; columns += Math.max(1, LANES - 1))
                tile(columns, 2, zeros, 0, 1, 1, zeros, 0, 1, zeros, 0, WIDEST);
            for (int vectors = 1; vectors <= 3; vectors++)
                tile(vectors * LANES, 2, zeros, 0, 1, 1, zeros, 0, 1, zeros, 0, WIDEST);
            one(6 * LANES - 1, 2, zeros, 0, 1, zeros, 0, 1, zeros, 0);
        }
    }

    private FloatTiles() {}

    /** How many of so many columns the next tile takes: four vectors are two pairs, since a single one would have too few multiply-adds for what it loads. */
    static int width(int columns) {
        if (columns <= WIDEST) return columns;
        return columns <= WIDEST + LANES ? 2 * LANES : WIDEST;
    }

    /** C[4 n] += A[4 k] B[k n]. */
    static void four(
            int n, int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        for (int j = 0; j < n; ) {
            int columns = width(n - j);
            tile(columns, k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc);
            j += columns;
        }
    }

    /** The same for no more columns than the widest tile has. */
    static void tile(
            int columns,
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
            int ldc) {
        if (columns == WIDEST) tile4x3(k, a, ao, ars, acs, b, bo, ldb, c, co, ldc);
        else if (columns > 2 * LANES) tile4x3masked(k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, columns - 2 * LANES);
        else if (columns == 2 * LANES) tile4x2(k, a, ao, ars, acs, b, bo, ldb, c, co, ldc);
        else if (columns > LANES) tile4x2masked(k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, columns - LANES);
        else if (columns == LANES) tile4x1(k, a, ao, ars, acs, b, bo, ldb, c, co, ldc);
        else tile4x1masked(k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, columns);
    }

    /** C[n] += A[k] B[k n]. */
    static void one(int n, int k, float[] a, int ao, int acs, float[] b, int bo, int ldb, float[] c, int co) {
        int j = 0;
        for (; j + 4 * LANES <= n; j += 4 * LANES) tile1x4(k, a, ao, 0, acs, b, bo + j, ldb, c, co + j, 0);
        for (; j < n; j += LANES) {
            if (j + LANES <= n) tile1x1(k, a, ao, 0, acs, b, bo + j, ldb, c, co + j, 0);
            else tile1x1masked(k, a, ao, 0, acs, b, bo + j, ldb, c, co + j, 0, n - j);
        }
    }

    private static void tile4x3(
            int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, c, co + 2 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, c, co + ldc + 2 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + 2 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + 2 * LANES);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES);
        c02.intoArray(c, co + 2 * LANES);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES);
        c12.intoArray(c, co + ldc + 2 * LANES);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES);
        c22.intoArray(c, co + 2 * ldc + 2 * LANES);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES);
        c32.intoArray(c, co + 3 * ldc + 2 * LANES);
    }

    private static void tile4x3masked(
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
            int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, c, co + 2 * LANES, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, c, co + ldc + 2 * LANES, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + 2 * LANES, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + 2 * LANES, mask);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LANES, mask);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES);
        c02.intoArray(c, co + 2 * LANES, mask);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES);
        c12.intoArray(c, co + ldc + 2 * LANES, mask);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES);
        c22.intoArray(c, co + 2 * ldc + 2 * LANES, mask);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES);
        c32.intoArray(c, co + 3 * ldc + 2 * LANES, mask);
    }

    private static void tile4x2(
            int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
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

    private static void tile4x2masked(
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
            int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + ldc + LANES, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc + LANES, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc + LANES, mask);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES, mask);
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
        c01.intoArray(c, co + LANES, mask);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES, mask);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES, mask);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES, mask);
    }

    private static void tile4x1(
            int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co);
        c10.intoArray(c, co + ldc);
        c20.intoArray(c, co + 2 * ldc);
        c30.intoArray(c, co + 3 * ldc);
    }

    private static void tile4x1masked(
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
            int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co, mask);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + ldc, mask);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * ldc, mask);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * ldc, mask);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q, mask);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    private static void tile1x4(
            int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, c, co + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, c, co + 3 * LANES);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, q + 3 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            c03 = a0.fma(b3, c03);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES);
        c02.intoArray(c, co + 2 * LANES);
        c03.intoArray(c, co + 3 * LANES);
    }

    private static void tile1x1(
            int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co);
    }

    private static void tile1x1masked(
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
            int columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co, mask);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q, mask);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co, mask);
    }
}
