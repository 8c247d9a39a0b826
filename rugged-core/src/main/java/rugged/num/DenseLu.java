package rugged.num;

import java.util.function.IntConsumer;
import rugged.num.kernel.Matrices;

/**
 * LU decomposition with partial pivoting of a dense matrix, in place and row by row, in blocks of 32 columns whose trailing update is a matrix product. Cost
 * n^3/3 multiply-adds. The trailing update may be shared among threads, by columns: the same matrix gives the same bits, whatever their number.
 */
public final class DenseLu {
    private static final int BLOCK = 32;

    /** Trailing matrices with fewer columns for each thread are not worth sharing. */
    private static final int FEW = 64;

    /** Threads that do the parts 0 ... parts - 1 of a task and wait for each other. */
    public interface Shared {
        /** How many parts. */
        int parts();

        /** Does all of them. */
        void run(IntConsumer part);
    }

    private final Matrices matrices = Matrices.best();
    private final Shared shared;
    private int[] pivots = new int[0];
    private double[] left = new double[0];
    private double[] panel = new double[0];
    private double[] a = new double[0];
    private int n;

    /** On the calling thread alone. */
    public DenseLu() {
        this(new Shared() {
            @Override
            public int parts() {
                return 1;
            }

            @Override
            public void run(IntConsumer part) {
                part.accept(0);
            }
        });
    }

    /** On the threads given. */
    public DenseLu(Shared shared) {
        this.shared = shared;
    }

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
            panel = new double[n * BLOCK];
        }
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            panel(from, to);
            if (to == n) return;
            trailing(from, to);
        }
    }

    /** Columns from {@code to} on, when those of a panel are done. */
    private void trailing(int from, int to) {
        int width = to - from;
        for (int i = to; i < n; i++) for (int k = 0; k < width; k++) left[(i - to) * width + k] = -a[i * n + from + k];
        int parts = Math.max(1, Math.min(shared.parts(), (n - to) / FEW));
        if (parts == 1) {
            columns(from, to, to, n);
            return;
        }
        shared.run(part -> {
            if (part >= parts) return;
            int first = to + (int) ((long) (n - to) * part / parts);
            int end = to + (int) ((long) (n - to) * (part + 1) / parts);
            columns(from, to, first, end);
        });
    }

    private void columns(int from, int to, int first, int end) {
        int width = to - from;
        for (int k = from; k < to; k++)
            for (int i = k + 1; i < to; i++) subtract(a[i * n + k], a, k * n, i * n, first, end);
        matrices.multiply(
                n - to, end - first, width, left, 0, width, 1, a, from * n + first, n, a, to * n + first, n, true);
    }

    /** Columns from ... to - 1, which are copied to one after the other: down a column of the matrix every element is on a page of its own. */
    private void panel(int from, int to) {
        int rows = n - from;
        int width = to - from;
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < width; k++) panel[k * rows + i] = a[(from + i) * n + from + k];
        for (int k = 0; k < width; k++) {
            int best = largest(k * rows, k, rows);
            pivots[from + k] = from + best;
            if (best != k) for (int j = 0; j < width; j++) swap(panel, j * rows + k, j * rows + best, 1);
            double pivot = panel[k * rows + k];
            if (pivot == 0 || !Double.isFinite(pivot))
                throw new ArithmeticException("singular in column " + (from + k));
            for (int i = k + 1; i < rows; i++) panel[k * rows + i] /= pivot;
            for (int j = k + 1; j < width; j++) subtract(panel[j * rows + k], panel, k * rows, j * rows, k + 1, rows);
        }
        for (int k = 0; k < width; k++)
            if (pivots[from + k] != from + k) swap(a, (from + k) * n, pivots[from + k] * n, n);
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < width; k++) a[(from + i) * n + from + k] = panel[k * rows + i];
    }

    private int largest(int column, int from, int to) {
        int best = from;
        double most = Math.abs(panel[column + from]);
        for (int i = from + 1; i < to; i++) {
            double size = Math.abs(panel[column + i]);
            if (size > most) {
                most = size;
                best = i;
            }
        }
        return best;
    }

    private static void swap(double[] in, int one, int other, int count) {
        for (int j = 0; j < count; j++) {
            double kept = in[one + j];
            in[one + j] = in[other + j];
            in[other + j] = kept;
        }
    }

    private static void subtract(double factor, double[] in, int source, int target, int from, int to) {
        for (int j = from; j < to; j++) in[target + j] -= factor * in[source + j];
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
