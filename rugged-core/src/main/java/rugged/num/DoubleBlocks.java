package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Products of matrices of doubles: blocks of four rows and two vectors of C stay in registers while k runs in slabs of B that stay in the second-level cache. Never more than
 * eight accumulators, and each block in a method of its own: larger ones may never be compiled well. */
final class DoubleBlocks {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Elements of B in a slab: 256 kB. */
    private static final int SLAB = 32768;

    /** Fewer rows of B would spend more on C than they save. */
    private static final int LEAST_SLAB = 64;

    private static final VectorMask<Double>[] TAILS = tails();

    private DoubleBlocks() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static VectorMask<Double>[] tails() {
        VectorMask<Double>[] tails = new VectorMask[LANES];
        for (int left = 0; left < tails.length; left++) tails[left] = SPECIES.indexInRange(0, left);
        return tails;
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
        if (k == 0 && !add) for (int i = 0; i < m; i++) java.util.Arrays.fill(c, co + i * ldc, co + i * ldc + n, 0);
        int slab = Math.max(LEAST_SLAB, SLAB / Math.max(1, n));
        for (int l = 0; l < k; l += slab) {
            int depth = Math.min(slab, k - l);
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                four(
                        n,
                        depth,
                        a,
                        ao + i * ars + l * acs,
                        ars,
                        acs,
                        b,
                        bo + l * ldb,
                        ldb,
                        c,
                        co + i * ldc,
                        ldc,
                        add || l > 0);
            }
            for (; i < m; i++) {
                one(
                        n,
                        depth,
                        a,
                        ao + i * ars + l * acs,
                        ars,
                        acs,
                        b,
                        bo + l * ldb,
                        ldb,
                        c,
                        co + i * ldc,
                        ldc,
                        add || l > 0);
            }
        }
    }

    private static void four(
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
        int j = 0;
        for (; j + 2 * LANES <= n; j += 2 * LANES) block4x2(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
        for (; j < n; j += LANES) {
            if (j + LANES <= n) block4x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
            else block4x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add, TAILS[n - j]);
        }
    }

    private static void one(
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
        int j = 0;
        for (; j + 4 * LANES <= n; j += 4 * LANES) block1x4(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
        for (; j < n; j += LANES) {
            if (j + LANES <= n) block1x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
            else block1x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add, TAILS[n - j]);
        }
    }

    static void block4x2(
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
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = add ? DoubleVector.fromArray(SPECIES, c, co) : zero;
        DoubleVector c01 = add ? DoubleVector.fromArray(SPECIES, c, co + LANES) : zero;
        DoubleVector c10 = add ? DoubleVector.fromArray(SPECIES, c, co + ldc) : zero;
        DoubleVector c11 = add ? DoubleVector.fromArray(SPECIES, c, co + ldc + LANES) : zero;
        DoubleVector c20 = add ? DoubleVector.fromArray(SPECIES, c, co + 2 * ldc) : zero;
        DoubleVector c21 = add ? DoubleVector.fromArray(SPECIES, c, co + 2 * ldc + LANES) : zero;
        DoubleVector c30 = add ? DoubleVector.fromArray(SPECIES, c, co + 3 * ldc) : zero;
        DoubleVector c31 = add ? DoubleVector.fromArray(SPECIES, c, co + 3 * ldc + LANES) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p + 3 * ars]);
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

    private static void block4x1(
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
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = add ? DoubleVector.fromArray(SPECIES, c, co) : zero;
        DoubleVector c10 = add ? DoubleVector.fromArray(SPECIES, c, co + ldc) : zero;
        DoubleVector c20 = add ? DoubleVector.fromArray(SPECIES, c, co + 2 * ldc) : zero;
        DoubleVector c30 = add ? DoubleVector.fromArray(SPECIES, c, co + 3 * ldc) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co);
        c10.intoArray(c, co + ldc);
        c20.intoArray(c, co + 2 * ldc);
        c30.intoArray(c, co + 3 * ldc);
    }

    private static void block4x1masked(
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
            boolean add,
            VectorMask<Double> mask) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = add ? DoubleVector.fromArray(SPECIES, c, co, mask) : zero;
        DoubleVector c10 = add ? DoubleVector.fromArray(SPECIES, c, co + ldc, mask) : zero;
        DoubleVector c20 = add ? DoubleVector.fromArray(SPECIES, c, co + 2 * ldc, mask) : zero;
        DoubleVector c30 = add ? DoubleVector.fromArray(SPECIES, c, co + 3 * ldc, mask) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q, mask);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[p + ars]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    private static void block1x4(
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
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = add ? DoubleVector.fromArray(SPECIES, c, co) : zero;
        DoubleVector c01 = add ? DoubleVector.fromArray(SPECIES, c, co + LANES) : zero;
        DoubleVector c02 = add ? DoubleVector.fromArray(SPECIES, c, co + 2 * LANES) : zero;
        DoubleVector c03 = add ? DoubleVector.fromArray(SPECIES, c, co + 3 * LANES) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, q + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, q + 3 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p]);
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
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = add ? DoubleVector.fromArray(SPECIES, c, co) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co);
    }

    private static void block1x1masked(
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
            boolean add,
            VectorMask<Double> mask) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector c00 = add ? DoubleVector.fromArray(SPECIES, c, co, mask) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q, mask);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co, mask);
    }
}
