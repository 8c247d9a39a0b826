package rugged.num;

import rugged.num.kernel.Matrices;

/**
 * The factor L of a symmetric positive definite matrix A = L L^T, in place and row by row, in blocks of columns whose trailing update is a matrix product of the lower triangle
 * only. Cost n^3/6 multiply-adds, and a tenth of that wasted above the diagonal; n^2 for a solution. The same matrix gives the same bits.
 */
public final class Cholesky {
    private static final int BLOCK = 48;

    /** Rows of one product: what lies above the diagonal in them is wasted. */
    private static final int STRIP = 96;

    private final Matrices matrices = Matrices.best();
    private double[] left = new double[0];
    private double[] right = new double[0];
    private double[] a = new double[0];
    private int n;

    /**
     * Decomposes; false where the matrix is not positive definite, or not finite.
     *
     * @param matrix n rows of n, of which the lower triangle is read and overwritten by L; must not change while {@link #solve} is used
     */
    public boolean decompose(double[] matrix, int size) {
        a = matrix;
        n = size;
        if (left.length < n * BLOCK) {
            left = new double[n * BLOCK];
            right = new double[n * BLOCK];
        }
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            if (!corner(from, to)) return false;
            for (int i = to; i < n; i++) row(i, from, to);
            if (to < n) trailing(from, to);
        }
        return true;
    }

    /** L of the block on the diagonal. */
    private boolean corner(int from, int to) {
        for (int i = from; i < to; i++) {
            row(i, from, i);
            double pivot = a[i * n + i];
            for (int k = from; k < i; k++) pivot -= a[i * n + k] * a[i * n + k];
            if (!(pivot > 0.0) || Double.isInfinite(pivot)) return false;
            a[i * n + i] = Math.sqrt(pivot);
        }
        return true;
    }

    /** Columns from ... to - 1 of a row of L, those before them already subtracted. */
    private void row(int i, int from, int to) {
        int at = i * n;
        for (int k = from; k < to; k++) a[at + k] = (a[at + k] - inner(at, k * n, from, k)) / a[k * n + k];
    }

    /** A -= L21 L21^T below the block, strip by strip and no farther than the diagonal. */
    private void trailing(int from, int to) {
        int width = to - from;
        int rows = n - to;
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < width; k++) {
                double entry = a[(to + i) * n + from + k];
                left[i * width + k] = -entry;
                right[k * rows + i] = entry;
            }
        }
        for (int i = 0; i < rows; i += STRIP) {
            int end = Math.min(rows, i + STRIP);
            int at = (to + i) * n + to;
            matrices.multiply(end - i, end, width, left, i * width, width, 1, right, 0, rows, a, at, n, true);
        }
    }

    /** Overwrites b by the solution. */
    public void solve(double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) sum -= a[i * n + k] * b[k];
            b[i] = sum / a[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= a[i * n + i];
            double known = b[i];
            for (int k = 0; k < i; k++) b[k] -= a[i * n + k] * known;
        }
    }

    /** Overwrites the {@code columns} right-hand sides b[n][columns], row by row, by their solutions: n^2 multiply-adds for each. */
    public void solve(double[] b, int columns) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) subtract(a[i * n + k], b, k * columns, i * columns, columns);
            divide(b, i * columns, columns, a[i * n + i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            divide(b, i * columns, columns, a[i * n + i]);
            for (int k = 0; k < i; k++) subtract(a[i * n + k], b, i * columns, k * columns, columns);
        }
    }

    private static void subtract(double factor, double[] b, int from, int to, int count) {
        for (int c = 0; c < count; c++) b[to + c] -= factor * b[from + c];
    }

    private static void divide(double[] b, int from, int count, double by) {
        for (int c = 0; c < count; c++) b[from + c] /= by;
    }

    /** The product of two rows, in four sums. */
    private double inner(int one, int other, int from, int to) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int k = from;
        for (; k + 4 <= to; k += 4) {
            s0 += a[one + k] * a[other + k];
            s1 += a[one + k + 1] * a[other + k + 1];
            s2 += a[one + k + 2] * a[other + k + 2];
            s3 += a[one + k + 3] * a[other + k + 3];
        }
        for (; k < to; k++) s0 += a[one + k] * a[other + k];
        return s0 + s1 + (s2 + s3);
    }
}
