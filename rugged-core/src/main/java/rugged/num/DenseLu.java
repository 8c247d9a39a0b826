package rugged.num;

import rugged.num.kernel.Matrices;

/**
 * LU decomposition with partial pivoting of a dense matrix, in place and row by row, in blocks of 32 columns whose trailing update is a matrix product. Cost
 * 2 n^3/3 multiply-adds. The same matrix gives the same bits.
 */
public final class DenseLu {
    private static final int BLOCK = 32;

    private final Matrices matrices = Matrices.best();
    private int[] pivots = new int[0];
    private double[] left = new double[0];
    private double[] a = new double[0];
    private int n;

    /**
     * Decomposes.
     *
     * @param matrix n rows of n, overwritten; must not change while {@link #solve} is used
     * @throws ArithmeticException when it is singular or not finite
     */
    public void decompose(double[] matrix, int size) {
        a = matrix;
        n = size;
        if (pivots.length < n) {
            pivots = new int[n];
            left = new double[n * BLOCK];
        }
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            panel(from, to);
            if (to == n) return;
            for (int k = from; k < to; k++)
                for (int i = k + 1; i < to; i++) subtract(a[i * n + k], k * n, i * n, to, n);
            int width = to - from;
            for (int i = to; i < n; i++)
                for (int k = 0; k < width; k++) left[(i - to) * width + k] = -a[i * n + from + k];
            matrices.multiply(n - to, n - to, width, left, 0, width, 1, a, from * n + to, n, a, to * n + to, n, true);
        }
    }

    private void panel(int from, int to) {
        for (int k = from; k < to; k++) {
            int best = k;
            for (int i = k; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[best * n + k])) best = i;
            pivots[k] = best;
            if (best != k) swap(k * n, best * n);
            double pivot = a[k * n + k];
            if (pivot == 0 || !Double.isFinite(pivot)) throw new ArithmeticException("singular in column " + k);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / pivot;
                a[i * n + k] = factor;
                subtract(factor, k * n, i * n, k + 1, to);
            }
        }
    }

    private void swap(int one, int other) {
        for (int j = 0; j < n; j++) {
            double kept = a[one + j];
            a[one + j] = a[other + j];
            a[other + j] = kept;
        }
    }

    private void subtract(double factor, int source, int target, int from, int to) {
        for (int j = from; j < to; j++) a[target + j] -= factor * a[source + j];
    }

    /** Overwrites b by the solution. */
    public void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            double kept = b[k];
            b[k] = b[pivots[k]];
            b[pivots[k]] = kept;
        }
        for (int i = 0; i < n; i++) b[i] -= inner(i * n, b, 0, i);
        for (int i = n - 1; i >= 0; i--) b[i] = (b[i] - inner(i * n, b, i + 1, n)) / a[i * n + i];
    }

    private double inner(int row, double[] b, int from, int to) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int j = from;
        for (; j + 4 <= to; j += 4) {
            one += a[row + j] * b[j];
            two += a[row + j + 1] * b[j + 1];
            three += a[row + j + 2] * b[j + 2];
            four += a[row + j + 3] * b[j + 3];
        }
        for (; j < to; j++) one += a[row + j] * b[j];
        return one + two + (three + four);
    }
}
