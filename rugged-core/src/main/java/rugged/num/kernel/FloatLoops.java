package rugged.num.kernel;

import java.util.Arrays;

/**
 * The kernels in plain Java for floats, any layout: what the vector kernels are tested against, and what runs without them. {@code DoubleLoops} is made from
 * this file when the program is built.
 */
final class FloatLoops {
    private FloatLoops() {}

    /** See {@link Kernels}. */
    static void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y) {
        for (int j = first; j < shape.endRow(); j += shape.rows()) {
            int columns = shape.columns(j);
            int width = shape.isTight() ? columns : shape.width();
            for (int r = 0; r < shape.rows(); r++) {
                row(t, offset + r * width, columns, width, width * shape.rows(), shape.firstColumn(j), x, y, j + r);
            }
            offset += shape.rows() * columns;
        }
    }

    /** See {@link Kernels}. */
    static void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count) {
        for (int r = 0; r < count; r++) product(shape, first, t, offset, xs[r], ys[r]);
    }

    private static void row(float[] t, int at, int columns, int width, int stride, int k, float[] x, float[] y, int j) {
        float factor = x[j];
        float sum = 0.0f;
        for (int chunk = 0; chunk < columns; chunk += width) {
            for (int c = 0; c < width; c++) {
                sum += t[at + c] * x[k + c];
                y[k + c] += factor * t[at + c];
            }
            at += stride;
            k += width;
        }
        y[j] += sum;
    }

    static float sum(float[] t) {
        float sum = 0.0f;
        for (float entry : t) sum += entry;
        return sum;
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
        for (int i = 0; i < m; i++) {
            int row = co + i * ldc;
            if (!add) Arrays.fill(c, row, row + n, 0.0f);
            for (int l = 0; l < k; l++) {
                float factor = a[ao + i * ars + l * acs];
                int from = bo + l * ldb;
                for (int j = 0; j < n; j++) c[row + j] = Math.fma(factor, b[from + j], c[row + j]);
            }
        }
    }
}
