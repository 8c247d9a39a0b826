package rugged.num.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.LongFunction;

/** Products of matrices of floats: blocks of four rows and two vectors of C stay in registers while k runs in slabs of B that stay in the second-level cache. Never more than
 * eight accumulators, and each block in a method of its own: larger ones may never be compiled well. Masks are made where they are used: a parameter would be an object.
 * {@code DoubleBlocks} is made from this file when the program is built. */
final class FloatBlocks {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Elements of B in a slab: 256 kB. */
    private static final int SLAB = 262144 / Float.BYTES;

    /** Fewer rows of B would spend more on C than they save. */
    private static final int LEAST_SLAB = 64;

    private FloatBlocks() {}

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
        if (!add) clear(m, n, c, co, ldc);
        int slab = Math.max(LEAST_SLAB, SLAB / Math.max(1, n));
        for (int l = 0; l < k; l += slab) {
            int depth = Math.min(slab, k - l);
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                four(n, depth, a, ao + i * ars + l * acs, ars, acs, b, bo + l * ldb, ldb, c, co + i * ldc, ldc);
            }
            for (; i < m; i++) {
                one(n, depth, a, ao + i * ars + l * acs, ars, acs, b, bo + l * ldb, ldb, c, co + i * ldc, ldc);
            }
        }
    }

    /** Sets C to zero: the kernels always add, since a choice of where to begin would keep their sums out of registers. */
    static void clear(int m, int n, float[] c, int co, int ldc) {
        if (ldc == n) Arrays.fill(c, co, co + m * n, 0);
        else for (int i = 0; i < m; i++) Arrays.fill(c, co + i * ldc, co + i * ldc + n, 0);
    }

    /** One column of C, from rows of A that lie one after the other: eight chains of additions at a time. */
    static void column(
            int m,
            int k,
            float[] a,
            int ao,
            int ars,
            float[] b,
            int bo,
            int ldb,
            float[] c,
            int co,
            int ldc,
            boolean add) {
        int i = 0;
        for (; i + 8 <= m; i += 8) eight(k, a, ao + i * ars, ars, b, bo, ldb, c, co + i * ldc, ldc, add);
        for (; i < m; i++) {
            float sum = add ? c[co + i * ldc] : 0;
            int p = ao + i * ars;
            for (int l = 0; l < k; l++) sum = Math.fma(a[p + l], b[bo + l * ldb], sum);
            c[co + i * ldc] = sum;
        }
    }

    private static void eight(
            int k, float[] a, int p, int ars, float[] b, int bo, int ldb, float[] c, int q, int ldc, boolean add) {
        float s0 = add ? c[q] : 0;
        float s1 = add ? c[q + ldc] : 0;
        float s2 = add ? c[q + 2 * ldc] : 0;
        float s3 = add ? c[q + 3 * ldc] : 0;
        float s4 = add ? c[q + 4 * ldc] : 0;
        float s5 = add ? c[q + 5 * ldc] : 0;
        float s6 = add ? c[q + 6 * ldc] : 0;
        float s7 = add ? c[q + 7 * ldc] : 0;
        int p1 = p + ars;
        int p2 = p + 2 * ars;
        int p3 = p + 3 * ars;
        int p4 = p + 4 * ars;
        int p5 = p + 5 * ars;
        int p6 = p + 6 * ars;
        int p7 = p + 7 * ars;
        for (int l = 0; l < k; l++) {
            float factor = b[bo + l * ldb];
            s0 = Math.fma(a[p + l], factor, s0);
            s1 = Math.fma(a[p1 + l], factor, s1);
            s2 = Math.fma(a[p2 + l], factor, s2);
            s3 = Math.fma(a[p3 + l], factor, s3);
            s4 = Math.fma(a[p4 + l], factor, s4);
            s5 = Math.fma(a[p5 + l], factor, s5);
            s6 = Math.fma(a[p6 + l], factor, s6);
            s7 = Math.fma(a[p7 + l], factor, s7);
        }
        c[q] = s0;
        c[q + ldc] = s1;
        c[q + 2 * ldc] = s2;
        c[q + 3 * ldc] = s3;
        c[q + 4 * ldc] = s4;
        c[q + 5 * ldc] = s5;
        c[q + 6 * ldc] = s6;
        c[q + 7 * ldc] = s7;
    }

    private static void four(
            int n, int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        int j = 0;
        for (; j + 2 * LANES <= n; j += 2 * LANES) block4x2(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc);
        if (n - j > LANES) {
            block4x2masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, n - j - LANES);
            return;
        }
        for (; j < n; j += LANES) {
            if (j + LANES <= n) block4x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc);
            else block4x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, n - j);
        }
    }

    private static void one(
            int n, int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        int j = 0;
        for (; j + 4 * LANES <= n; j += 4 * LANES) block1x4(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc);
        for (; j < n; j += LANES) {
            if (j + LANES <= n) block1x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc);
            else block1x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, n - j);
        }
    }

    static void block4x2(
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

    @LongFunction("accumulators stay in registers")
    private static void block4x2masked(
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

    private static void block4x1(
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

    private static void block4x1masked(
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

    private static void block1x4(
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

    private static void block1x1(
            int k, float[] a, int ao, int ars, int acs, float[] b, int bo, int ldb, float[] c, int co, int ldc) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co);
    }

    private static void block1x1masked(
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
