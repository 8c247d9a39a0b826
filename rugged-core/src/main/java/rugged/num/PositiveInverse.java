package rugged.num;

import rugged.num.kernel.Matrices;

/**
 * The inverse of a symmetric positive definite matrix, A^{-1} = M^T M with M = L^{-1} and A = L L^T (Cholesky). Halves are taken until 24 rows are left, so that
 * nearly all work is products of matrices: about n^3 multiply-adds. The same matrix gives the same bits. Scratch of its own, reused.
 */
public final class PositiveInverse {
    private static final int SMALL = 24;

    private final Matrices matrices = Matrices.best();
    private double[] m = new double[0];
    private double[] turned = new double[0];
    private double[] corner = new double[0];
    private double[] product = new double[0];
    private int n;

    /**
     * Overwrites a[n n], row by row, with its inverse.
     *
     * @throws ArithmeticException when it is not positive definite
     */
    public void invert(double[] a, int size) {
        n = size;
        if (m.length < n * n) {
            m = new double[n * n];
            turned = new double[n * n];
            corner = new double[n * n];
            product = new double[n * n];
        }
        java.util.Arrays.fill(m, 0, n * n, 0.0);
        halve(a, 0, n);
        matrices.multiply(n, n, n, m, 0, 1, n, m, 0, n, a, 0, n, false);
        for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) a[i * n + j] = a[j * n + i];
    }

    /** Writes the inverse factor of the diagonal block of rows {@code from} to {@code to} into m; overwrites what is below and right of it. */
    private void halve(double[] a, int from, int to) {
        if (to - from <= SMALL) {
            small(a, from, to);
            return;
        }
        int middle = (from + to) / 2;
        int top = middle - from;
        int rest = to - middle;
        halve(a, from, middle);
        transpose(m, from * n + from, top, top, turned);
        // corner = L21 = A21 M11^T
        matrices.multiply(rest, top, top, a, middle * n + from, n, 1, turned, 0, top, corner, 0, top, false);
        transpose(corner, 0, rest, top, top, turned);
        for (int k = 0; k < rest * top; k++) turned[k] = -turned[k];
        // A22 -= L21 L21^T
        matrices.multiply(rest, rest, top, corner, 0, top, 1, turned, 0, rest, a, middle * n + middle, n, true);
        // L21 M11 is kept below the diagonal of A, which nobody needs any more, while the scratch serves the second
        // half
        matrices.multiply(rest, top, top, corner, 0, top, 1, m, from * n + from, n, a, middle * n + from, n, false);
        halve(a, middle, to);
        for (int i = 0; i < rest; i++)
            for (int j = 0; j < top; j++) product[i * top + j] = -a[(middle + i) * n + from + j];
        // M21 = -M22 L21 M11
        matrices.multiply(
                rest, top, rest, m, middle * n + middle, n, 1, product, 0, top, m, middle * n + from, n, false);
    }

    private void transpose(double[] from, int at, int rows, int columns, double[] to) {
        transpose(from, at, rows, columns, n, to);
    }

    private static void transpose(double[] from, int at, int rows, int columns, int stride, double[] to) {
        for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) to[j * rows + i] = from[at + i * stride + j];
    }

    private void small(double[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            double pivot = a[j * n + j];
            for (int k = from; k < j; k++) pivot -= a[j * n + k] * a[j * n + k];
            if (!(pivot > 0.0) || Double.isInfinite(pivot))
                throw new ArithmeticException("not positive definite in row " + j);
            double root = Math.sqrt(pivot);
            a[j * n + j] = root;
            for (int i = j + 1; i < to; i++) {
                double sum = a[i * n + j];
                for (int k = from; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = sum / root;
            }
        }
        for (int j = from; j < to; j++) {
            m[j * n + j] = 1.0 / a[j * n + j];
            for (int i = j + 1; i < to; i++) {
                double sum = 0.0;
                for (int k = j; k < i; k++) sum -= a[i * n + k] * m[k * n + j];
                m[i * n + j] = sum / a[i * n + i];
            }
        }
    }
}
