package rugged.num;

import java.util.Arrays;

/**
 * Products of matrices of floats, tile by tile where they lie: k runs in slabs of B that stay in the second-level cache. {@code DoubleBlocks} is made from this file when the
 * program is built.
 */
final class FloatBlocks {
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
                FloatTiles.four(
                        n, depth, a, ao + i * ars + l * acs, ars, acs, b, bo + l * ldb, ldb, c, co + i * ldc, ldc);
            }
            for (; i < m; i++) {
                FloatTiles.one(n, depth, a, ao + i * ars + l * acs, acs, b, bo + l * ldb, ldb, c, co + i * ldc);
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
}
