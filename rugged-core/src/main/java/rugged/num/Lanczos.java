package rugged.num;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Eigenvalues of a symmetric operator that is known by its products with vectors. Lanczos with full reorthogonalisation, each vector twice, so that no
 * eigenvalue appears a second time by rounding. Extreme eigenvalues converge first; an eigenvalue of any multiplicity is found once.
 *
 * <p>Each value comes with its residual |A u - theta u| for a unit vector u: there is an eigenvalue of A within that distance. Cost: m products and 2 m^2 N
 * multiply-adds; m vectors are kept.
 *
 * <p>Source: Lanczos, J. Res. Nat. Bur. Stand. 45, 255 (1950); Parlett, The Symmetric Eigenvalue Problem (1980), chapter 13.
 */
public final class Lanczos {
    private static final double EXHAUSTED = 1e-13;

    private Lanczos() {}

    /** A symmetric operator. */
    @FunctionalInterface
    public interface Product {
        /** Overwrites av[N] with A v. */
        void times(double[] v, double[] av);
    }

    /**
     * Approximate eigenvalues.
     *
     * @param values in increasing order
     * @param residuals one for each: there is an eigenvalue within this distance
     */
    public record Spectrum(double[] values, double[] residuals) {
        /** How many. */
        public int size() {
            return values.length;
        }
    }

    /**
     * Ritz values of the Krylov space of a vector.
     *
     * @param a the operator
     * @param start start[N], of any length above 0; overwritten
     * @param steps products at most; fewer when the space is exhausted, the values are then exact
     */
    public static Spectrum spectrum(Product a, double[] start, int steps) {
        int n = start.length;
        int most = Math.min(steps, n);
        double[][] basis = new double[most][];
        double[] main = new double[most];
        double[] beside = new double[most];
        double[] next = start;
        scale(next, 1.0 / Math.sqrt(dot(next, next)));
        double size = 0.0;
        int m = 0;
        while (m < most) {
            basis[m] = next;
            next = new double[n];
            a.times(basis[m], next);
            size = Math.max(size, Math.sqrt(dot(next, next)));
            main[m] = dot(next, basis[m]);
            for (int turn = 0; turn < 2; turn++) {
                for (int k = 0; k <= m; k++) add(next, basis[k], -dot(next, basis[k]));
            }
            beside[m] = Math.sqrt(dot(next, next));
            m++;
            if (beside[m - 1] <= EXHAUSTED * size) {
                beside[m - 1] = 0.0;
                break;
            }
            scale(next, 1.0 / beside[m - 1]);
        }
        return ritz(main, beside, m);
    }

    private static Spectrum ritz(double[] main, double[] beside, int m) {
        double[][] t = new double[m][m];
        for (int k = 0; k < m; k++) {
            t[k][k] = main[k];
            if (k > 0) t[k][k - 1] = t[k - 1][k] = beside[k - 1];
        }
        var solved = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(t), 1e-15, false);
        double[] values = new double[m];
        double[] residuals = new double[m];
        for (int k = 0; k < m; k++) {
            values[k] = solved.getEigenvalue(k);
            residuals[k] = beside[m - 1] * Math.abs(solved.getEigenvector(k).getEntry(m - 1));
        }
        return new Spectrum(values, residuals);
    }

    /** All eigenvalues of a symmetric matrix a[n][n], in increasing order, by the dense route: n^3 operations. a is not modified. */
    public static double[] dense(double[][] a) {
        return new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(a), 1e-15, false).getEigenvalues();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void add(double[] y, double[] x, double factor) {
        for (int i = 0; i < y.length; i++) y[i] += factor * x[i];
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }
}
