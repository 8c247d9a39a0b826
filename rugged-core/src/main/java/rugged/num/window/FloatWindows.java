package rugged.num.window;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;
import rugged.num.kernel.Matrices;

/**
 * Convolutions of pictures whose channels lie together, pixel after pixel: the window of a pixel is then a few pieces of memory, one for each of its rows, and the product of many windows with a matrix is a product of matrices whose rows overlap.
 * Nothing is copied. Every number that comes out is one chain of fused multiply-adds, over the rows of a window and along them, the same with and without vectors. {@code DoubleWindows} is made from this file
 * when the program is built.
 *
 * <p>Blocks of eight pixels and one vector of channels, or of four and two, stay in registers; see {@link Matrices} for why not more.
 */
public final class FloatWindows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() != Kernels.scalar();
    private static final Matrices MATRICES = Matrices.best();

    private FloatWindows() {}

    /**
     * C[m n] (+)= sum_{t < rows} A_t B_t for m windows, with A_t[i, l] = a[ao + t line + i step + l], l < length, and B_t[l, j] = b[bo + (t length + l) n + j], C[i, j] = c[co + i n + j].
     *
     * @param m windows
     * @param n channels that come out
     * @param rows rows of a window
     * @param length numbers of a row of a window
     * @param line from one row of a window to the next
     * @param step from one window to the next
     * @param add whether to add to C
     */
    public static void multiply(
            int m,
            int n,
            int rows,
            int length,
            float[] a,
            int ao,
            int line,
            int step,
            float[] b,
            int bo,
            float[] c,
            int co,
            boolean add) {
        if (!add) Arrays.fill(c, co, co + m * n, 0);
        if (!VECTOR || n % LANES != 0) {
            plain(m, n, rows, length, a, ao, line, step, b, bo, c, co);
            return;
        }
        int j = 0;
        int i = 0;
        if (n >= 2 * LANES) {
            for (; i + 4 <= m; i += 4)
                for (j = 0; j + 2 * LANES <= n; j += 2 * LANES)
                    block4x2(rows, length, a, ao + i * step, line, step, b, bo + j, n, c, co + i * n + j);
            j = n - n % (2 * LANES);
        }
        if (j < n) {
            int k = 0;
            for (; k + 8 <= m; k += 8)
                block8x1(rows, length, a, ao + k * step, line, step, b, bo + j, n, c, co + k * n + j);
            for (; k < m; k++) block1x1(rows, length, a, ao + k * step, line, b, bo + j, n, c, co + k * n + j);
        }
        for (; i < m && n >= 2 * LANES; i++)
            for (int q = 0; q + LANES <= n - n % (2 * LANES); q += LANES)
                block1x1(rows, length, a, ao + i * step, line, b, bo + q, n, c, co + i * n + q);
    }

    private static void plain(
            int m,
            int n,
            int rows,
            int length,
            float[] a,
            int ao,
            int line,
            int step,
            float[] b,
            int bo,
            float[] c,
            int co) {
        for (int t = 0; t < rows; t++)
            MATRICES.multiply(m, n, length, a, ao + t * line, step, 1, b, bo + t * length * n, n, c, co, n, true);
    }

    private static void block4x2(
            int rows, int length, float[] a, int ao, int line, int step, float[] b, int bo, int n, float[] c, int co) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, co + n);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, co + n + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, co + 2 * n);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, co + 2 * n + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, co + 3 * n);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, co + 3 * n + LANES);
        int q = bo;
        for (int t = 0; t < rows; t++) {
            int p = ao + t * line;
            for (int l = 0; l < length; l++, p++, q += n) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
                FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LANES);
                FloatVector a0 = FloatVector.broadcast(SPECIES, a[p]);
                c00 = a0.fma(b0, c00);
                c01 = a0.fma(b1, c01);
                FloatVector a1 = FloatVector.broadcast(SPECIES, a[p + step]);
                c10 = a1.fma(b0, c10);
                c11 = a1.fma(b1, c11);
                FloatVector a2 = FloatVector.broadcast(SPECIES, a[p + 2 * step]);
                c20 = a2.fma(b0, c20);
                c21 = a2.fma(b1, c21);
                FloatVector a3 = FloatVector.broadcast(SPECIES, a[p + 3 * step]);
                c30 = a3.fma(b0, c30);
                c31 = a3.fma(b1, c31);
            }
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + LANES);
        c10.intoArray(c, co + n);
        c11.intoArray(c, co + n + LANES);
        c20.intoArray(c, co + 2 * n);
        c21.intoArray(c, co + 2 * n + LANES);
        c30.intoArray(c, co + 3 * n);
        c31.intoArray(c, co + 3 * n + LANES);
    }

    private static void block8x1(
            int rows, int length, float[] a, int ao, int line, int step, float[] b, int bo, int n, float[] c, int co) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, co);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, co + n);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, co + 2 * n);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, co + 3 * n);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, co + 4 * n);
        FloatVector c5 = FloatVector.fromArray(SPECIES, c, co + 5 * n);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, co + 6 * n);
        FloatVector c7 = FloatVector.fromArray(SPECIES, c, co + 7 * n);
        int q = bo;
        for (int t = 0; t < rows; t++) {
            int p = ao + t * line;
            for (int l = 0; l < length; l++, p++, q += n) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
                c0 = FloatVector.broadcast(SPECIES, a[p]).fma(b0, c0);
                c1 = FloatVector.broadcast(SPECIES, a[p + step]).fma(b0, c1);
                c2 = FloatVector.broadcast(SPECIES, a[p + 2 * step]).fma(b0, c2);
                c3 = FloatVector.broadcast(SPECIES, a[p + 3 * step]).fma(b0, c3);
                c4 = FloatVector.broadcast(SPECIES, a[p + 4 * step]).fma(b0, c4);
                c5 = FloatVector.broadcast(SPECIES, a[p + 5 * step]).fma(b0, c5);
                c6 = FloatVector.broadcast(SPECIES, a[p + 6 * step]).fma(b0, c6);
                c7 = FloatVector.broadcast(SPECIES, a[p + 7 * step]).fma(b0, c7);
            }
        }
        c0.intoArray(c, co);
        c1.intoArray(c, co + n);
        c2.intoArray(c, co + 2 * n);
        c3.intoArray(c, co + 3 * n);
        c4.intoArray(c, co + 4 * n);
        c5.intoArray(c, co + 5 * n);
        c6.intoArray(c, co + 6 * n);
        c7.intoArray(c, co + 7 * n);
    }

    private static void block1x1(
            int rows, int length, float[] a, int ao, int line, float[] b, int bo, int n, float[] c, int co) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, co);
        int q = bo;
        for (int t = 0; t < rows; t++) {
            int p = ao + t * line;
            for (int l = 0; l < length; l++, p++, q += n)
                c0 = FloatVector.broadcast(SPECIES, a[p]).fma(FloatVector.fromArray(SPECIES, b, q), c0);
        }
        c0.intoArray(c, co);
    }

    /**
     * to[x channels + c] = scale (from[x k channels + c] + from[(x k + 1) channels + c] + ...): sums of k pixels in a row.
     *
     * @param count pixels that come out
     * @param k pixels of one sum
     */
    public static void sumPixels(
            float[] from, int at, int count, int k, int channels, float scale, float[] to, int start) {
        for (int x = 0; x < count; x++) {
            int p = at + x * k * channels;
            int q = start + x * channels;
            int c = 0;
            if (VECTOR)
                for (; c + LANES <= channels; c += LANES) {
                    FloatVector sum = FloatVector.fromArray(SPECIES, from, p + c);
                    for (int i = 1; i < k; i++)
                        sum = sum.add(FloatVector.fromArray(SPECIES, from, p + i * channels + c));
                    sum.mul(scale).intoArray(to, q + c);
                }
            for (; c < channels; c++) {
                float sum = from[p + c];
                for (int i = 1; i < k; i++) sum += from[p + i * channels + c];
                to[q + c] = scale * sum;
            }
        }
    }

    /** The transpose of {@link #sumPixels}: every pixel k times in a row, times a factor. */
    public static void repeatPixels(
            float[] from, int at, int count, int k, int channels, float scale, float[] to, int start) {
        for (int x = 0; x < count; x++) {
            int p = at + x * channels;
            int q = start + x * k * channels;
            int c = 0;
            if (VECTOR)
                for (; c + LANES <= channels; c += LANES) {
                    FloatVector value =
                            FloatVector.fromArray(SPECIES, from, p + c).mul(scale);
                    for (int i = 0; i < k; i++) value.intoArray(to, q + i * channels + c);
                }
            for (; c < channels; c++) {
                float value = scale * from[p + c];
                for (int i = 0; i < k; i++) to[q + i * channels + c] = value;
            }
        }
    }
}
