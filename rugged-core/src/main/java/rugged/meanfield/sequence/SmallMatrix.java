package rugged.meanfield.sequence;

/** Symmetric matrices of a few rows, row by row, without allocation where a place for the answer is given. */
final class SmallMatrix {
    private SmallMatrix() {}

    /** Overwrites a[n n] with the L of a = L L^T, zeros above; false where there is none. */
    static boolean factor(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
                if (i == j) {
                    if (!(sum > 0.0)) return false;
                    a[i * n + i] = Math.sqrt(sum);
                } else {
                    a[i * n + j] = sum / a[j * n + j];
                }
            }
            for (int j = i + 1; j < n; j++) a[i * n + j] = 0.0;
        }
        return true;
    }

    /** Overwrites b with the solution of L L^T x = b. */
    static void solve(double[] l, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) sum -= l[i * n + k] * b[k];
            b[i] = sum / l[i * n + i];
        }
        solveUpper(l, n, b);
    }

    /** Overwrites b with the solution of L^T x = b. */
    static void solveUpper(double[] l, int n, double[] b) {
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) sum -= l[k * n + i] * b[k];
            b[i] = sum / l[i * n + i];
        }
    }

    /** The inverse of a positive definite matrix; NaN where it is none. */
    static double[] inverse(double[] a, int n) {
        double[] inverse = new double[n * n];
        inverse(a, n, inverse, new double[n * n], new double[n]);
        return inverse;
    }

    /** The same without allocation: overwrites inverse, l[n n], which may be a, and column[n]. */
    static void inverse(double[] a, int n, double[] inverse, double[] l, double[] column) {
        System.arraycopy(a, 0, l, 0, n * n);
        if (!factor(l, n)) {
            java.util.Arrays.fill(inverse, Double.NaN);
            return;
        }
        for (int j = 0; j < n; j++) {
            java.util.Arrays.fill(column, 0.0);
            column[j] = 1.0;
            solve(l, n, column);
            for (int i = 0; i < n; i++) inverse[i * n + j] = column[i];
        }
    }

    /** A root L with L L^T = a, where a is positive semidefinite but for rounding: a little is added to the diagonal. */
    static double[] root(double[] a, int n) {
        double trace = 0.0;
        for (int i = 0; i < n; i++) trace += Math.abs(a[i * n + i]);
        for (double more = 1e-14; more < 1.0; more *= 10.0) {
            double[] l = a.clone();
            for (int i = 0; i < n; i++) l[i * n + i] += more * (trace / n + 1e-30) + 1e-300;
            if (factor(l, n)) return l;
        }
        return new double[n * n];
    }

    /** a[n m] b[m p]. */
    static double[] product(double[] a, double[] b, int n, int m, int p) {
        double[] c = new double[n * p];
        for (int i = 0; i < n; i++)
            for (int k = 0; k < m; k++) for (int j = 0; j < p; j++) c[i * p + j] += a[i * m + k] * b[k * p + j];
        return c;
    }

    /** The transpose of a[n m]. */
    static double[] transposed(double[] a, int n, int m) {
        double[] t = new double[n * m];
        for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) t[j * n + i] = a[i * m + j];
        return t;
    }
}
