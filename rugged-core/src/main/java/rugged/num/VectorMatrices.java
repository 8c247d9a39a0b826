package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of four rows and two vectors of C stay in registers while k runs; k runs in slabs of B that stay in the second-level cache. Never more than eight
 * accumulators, and each block in a method of its own: larger ones may never be compiled well.
 */
final class VectorMatrices implements Matrices {
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    private static final int LANES_D = D.length();
    private static final int LANES_F = F.length();

    /** Elements of B in a slab: 256 kB of doubles. */
    private static final int SLAB = 32768;

    /** Fewer rows of B would spend more on C than they save. */
    private static final int LEAST_SLAB = 64;

    private static final VectorMask<Double>[] TAILS_D = tails(D);
    private static final VectorMask<Float>[] TAILS_F = tails(F);

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <E> VectorMask<E>[] tails(VectorSpecies<E> species) {
        VectorMask<E>[] tails = new VectorMask[species.length()];
        for (int left = 0; left < tails.length; left++) tails[left] = species.indexInRange(0, left);
        return tails;
    }

    @Override
    public void multiply(
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
        for (; j + 2 * LANES_D <= n; j += 2 * LANES_D)
            block4x2(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
        for (; j < n; j += LANES_D) {
            if (j + LANES_D <= n) block4x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
            else block4x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add, TAILS_D[n - j]);
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
        for (; j + 4 * LANES_D <= n; j += 4 * LANES_D)
            block1x4(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
        for (; j < n; j += LANES_D) {
            if (j + LANES_D <= n) block1x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
            else block1x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add, TAILS_D[n - j]);
        }
    }

    private static void block4x2(
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
        DoubleVector zero = DoubleVector.zero(D);
        DoubleVector c00 = add ? DoubleVector.fromArray(D, c, co) : zero;
        DoubleVector c01 = add ? DoubleVector.fromArray(D, c, co + LANES_D) : zero;
        DoubleVector c10 = add ? DoubleVector.fromArray(D, c, co + ldc) : zero;
        DoubleVector c11 = add ? DoubleVector.fromArray(D, c, co + ldc + LANES_D) : zero;
        DoubleVector c20 = add ? DoubleVector.fromArray(D, c, co + 2 * ldc) : zero;
        DoubleVector c21 = add ? DoubleVector.fromArray(D, c, co + 2 * ldc + LANES_D) : zero;
        DoubleVector c30 = add ? DoubleVector.fromArray(D, c, co + 3 * ldc) : zero;
        DoubleVector c31 = add ? DoubleVector.fromArray(D, c, co + 3 * ldc + LANES_D) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(D, b, q);
            DoubleVector b1 = DoubleVector.fromArray(D, b, q + LANES_D);
            DoubleVector a0 = DoubleVector.broadcast(D, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(D, a[p + ars]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(D, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(D, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES_D);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES_D);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES_D);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES_D);
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
        DoubleVector zero = DoubleVector.zero(D);
        DoubleVector c00 = add ? DoubleVector.fromArray(D, c, co) : zero;
        DoubleVector c10 = add ? DoubleVector.fromArray(D, c, co + ldc) : zero;
        DoubleVector c20 = add ? DoubleVector.fromArray(D, c, co + 2 * ldc) : zero;
        DoubleVector c30 = add ? DoubleVector.fromArray(D, c, co + 3 * ldc) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(D, b, q);
            DoubleVector a0 = DoubleVector.broadcast(D, a[p]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(D, a[p + ars]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(D, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(D, a[p + 3 * ars]);
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
        DoubleVector zero = DoubleVector.zero(D);
        DoubleVector c00 = add ? DoubleVector.fromArray(D, c, co, mask) : zero;
        DoubleVector c10 = add ? DoubleVector.fromArray(D, c, co + ldc, mask) : zero;
        DoubleVector c20 = add ? DoubleVector.fromArray(D, c, co + 2 * ldc, mask) : zero;
        DoubleVector c30 = add ? DoubleVector.fromArray(D, c, co + 3 * ldc, mask) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(D, b, q, mask);
            DoubleVector a0 = DoubleVector.broadcast(D, a[p]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(D, a[p + ars]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(D, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(D, a[p + 3 * ars]);
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
        DoubleVector zero = DoubleVector.zero(D);
        DoubleVector c00 = add ? DoubleVector.fromArray(D, c, co) : zero;
        DoubleVector c01 = add ? DoubleVector.fromArray(D, c, co + LANES_D) : zero;
        DoubleVector c02 = add ? DoubleVector.fromArray(D, c, co + 2 * LANES_D) : zero;
        DoubleVector c03 = add ? DoubleVector.fromArray(D, c, co + 3 * LANES_D) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(D, b, q);
            DoubleVector b1 = DoubleVector.fromArray(D, b, q + LANES_D);
            DoubleVector b2 = DoubleVector.fromArray(D, b, q + 2 * LANES_D);
            DoubleVector b3 = DoubleVector.fromArray(D, b, q + 3 * LANES_D);
            DoubleVector a0 = DoubleVector.broadcast(D, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            c03 = a0.fma(b3, c03);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES_D);
        c02.intoArray(c, co + 2 * LANES_D);
        c03.intoArray(c, co + 3 * LANES_D);
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
        DoubleVector zero = DoubleVector.zero(D);
        DoubleVector c00 = add ? DoubleVector.fromArray(D, c, co) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(D, b, q);
            DoubleVector a0 = DoubleVector.broadcast(D, a[p]);
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
        DoubleVector zero = DoubleVector.zero(D);
        DoubleVector c00 = add ? DoubleVector.fromArray(D, c, co, mask) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(D, b, q, mask);
            DoubleVector a0 = DoubleVector.broadcast(D, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co, mask);
    }

    @Override
    public void multiply(
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
        int j = 0;
        for (; j + 2 * LANES_F <= n; j += 2 * LANES_F)
            block4x2(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
        for (; j < n; j += LANES_F) {
            if (j + LANES_F <= n) block4x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
            else block4x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add, TAILS_F[n - j]);
        }
    }

    private static void one(
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
        int j = 0;
        for (; j + 4 * LANES_F <= n; j += 4 * LANES_F)
            block1x4(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
        for (; j < n; j += LANES_F) {
            if (j + LANES_F <= n) block1x1(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add);
            else block1x1masked(k, a, ao, ars, acs, b, bo + j, ldb, c, co + j, ldc, add, TAILS_F[n - j]);
        }
    }

    private static void block4x2(
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
        FloatVector zero = FloatVector.zero(F);
        FloatVector c00 = add ? FloatVector.fromArray(F, c, co) : zero;
        FloatVector c01 = add ? FloatVector.fromArray(F, c, co + LANES_F) : zero;
        FloatVector c10 = add ? FloatVector.fromArray(F, c, co + ldc) : zero;
        FloatVector c11 = add ? FloatVector.fromArray(F, c, co + ldc + LANES_F) : zero;
        FloatVector c20 = add ? FloatVector.fromArray(F, c, co + 2 * ldc) : zero;
        FloatVector c21 = add ? FloatVector.fromArray(F, c, co + 2 * ldc + LANES_F) : zero;
        FloatVector c30 = add ? FloatVector.fromArray(F, c, co + 3 * ldc) : zero;
        FloatVector c31 = add ? FloatVector.fromArray(F, c, co + 3 * ldc + LANES_F) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(F, b, q);
            FloatVector b1 = FloatVector.fromArray(F, b, q + LANES_F);
            FloatVector a0 = FloatVector.broadcast(F, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(F, a[p + ars]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(F, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(F, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES_F);
        c10.intoArray(c, co + ldc);
        c11.intoArray(c, co + ldc + LANES_F);
        c20.intoArray(c, co + 2 * ldc);
        c21.intoArray(c, co + 2 * ldc + LANES_F);
        c30.intoArray(c, co + 3 * ldc);
        c31.intoArray(c, co + 3 * ldc + LANES_F);
    }

    private static void block4x1(
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
        FloatVector zero = FloatVector.zero(F);
        FloatVector c00 = add ? FloatVector.fromArray(F, c, co) : zero;
        FloatVector c10 = add ? FloatVector.fromArray(F, c, co + ldc) : zero;
        FloatVector c20 = add ? FloatVector.fromArray(F, c, co + 2 * ldc) : zero;
        FloatVector c30 = add ? FloatVector.fromArray(F, c, co + 3 * ldc) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(F, b, q);
            FloatVector a0 = FloatVector.broadcast(F, a[p]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(F, a[p + ars]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(F, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(F, a[p + 3 * ars]);
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
            boolean add,
            VectorMask<Float> mask) {
        FloatVector zero = FloatVector.zero(F);
        FloatVector c00 = add ? FloatVector.fromArray(F, c, co, mask) : zero;
        FloatVector c10 = add ? FloatVector.fromArray(F, c, co + ldc, mask) : zero;
        FloatVector c20 = add ? FloatVector.fromArray(F, c, co + 2 * ldc, mask) : zero;
        FloatVector c30 = add ? FloatVector.fromArray(F, c, co + 3 * ldc, mask) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(F, b, q, mask);
            FloatVector a0 = FloatVector.broadcast(F, a[p]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(F, a[p + ars]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(F, a[p + 2 * ars]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(F, a[p + 3 * ars]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, co, mask);
        c10.intoArray(c, co + ldc, mask);
        c20.intoArray(c, co + 2 * ldc, mask);
        c30.intoArray(c, co + 3 * ldc, mask);
    }

    private static void block1x4(
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
        FloatVector zero = FloatVector.zero(F);
        FloatVector c00 = add ? FloatVector.fromArray(F, c, co) : zero;
        FloatVector c01 = add ? FloatVector.fromArray(F, c, co + LANES_F) : zero;
        FloatVector c02 = add ? FloatVector.fromArray(F, c, co + 2 * LANES_F) : zero;
        FloatVector c03 = add ? FloatVector.fromArray(F, c, co + 3 * LANES_F) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(F, b, q);
            FloatVector b1 = FloatVector.fromArray(F, b, q + LANES_F);
            FloatVector b2 = FloatVector.fromArray(F, b, q + 2 * LANES_F);
            FloatVector b3 = FloatVector.fromArray(F, b, q + 3 * LANES_F);
            FloatVector a0 = FloatVector.broadcast(F, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            c03 = a0.fma(b3, c03);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES_F);
        c02.intoArray(c, co + 2 * LANES_F);
        c03.intoArray(c, co + 3 * LANES_F);
    }

    private static void block1x1(
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
        FloatVector zero = FloatVector.zero(F);
        FloatVector c00 = add ? FloatVector.fromArray(F, c, co) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(F, b, q);
            FloatVector a0 = FloatVector.broadcast(F, a[p]);
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
            boolean add,
            VectorMask<Float> mask) {
        FloatVector zero = FloatVector.zero(F);
        FloatVector c00 = add ? FloatVector.fromArray(F, c, co, mask) : zero;
        for (int l = 0, p = ao, q = bo; l < k; l++, p += acs, q += ldb) {
            FloatVector b0 = FloatVector.fromArray(F, b, q, mask);
            FloatVector a0 = FloatVector.broadcast(F, a[p]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, co, mask);
    }
}
