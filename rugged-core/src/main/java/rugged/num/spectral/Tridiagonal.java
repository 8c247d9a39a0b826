package rugged.num.spectral;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues of a symmetric tridiagonal matrix, with rows of the matrix of eigenvectors, by implicit QL with Wilkinson's shifts. Absolute error of all of order 1e-16
 * of the largest eigenvalue. Cost for m rows: about 30 m^2 operations, and 6 m^2 for each row of eigenvectors.
 *
 * <p>Source: Bowdler, Martin, Reinsch and Wilkinson, Numer. Math. 11, 293 (1968).
 */
public final class Tridiagonal {
    private static final int MOST_TURNS = 60;
    private static final double ROUNDING = Math.ulp(1.0);

    private final double[] main;
    private final double[] beside;
    private final double[][] columns;

    /** @param columns columns[k]: what becomes the chosen components of eigenvector k, at first those of the unit vector k */
    private Tridiagonal(double[] main, double[] beside, double[][] columns) {
        this.main = main;
        this.beside = beside;
        this.columns = columns;
    }

    /**
     * In increasing order.
     *
     * @param values m eigenvalues
     * @param components components[k]: all of eigenvector k, or its first and its last
     */
    record Solved(double[] values, double[][] components) {}

    /**
     * Eigenvalues in increasing order.
     *
     * @param main diagonal[m]; not modified
     * @param beside what stands beside it, of m - 1 entries or more; not modified
     */
    public static double[] values(double[] main, double[] beside) {
        return solve(main.length, main, beside, false).values();
    }

    /** Of the first m rows of the matrix with these diagonals; neither is modified. */
    static Solved solve(int m, double[] main, double[] beside, boolean whole) {
        double[][] columns = new double[m][whole ? m : 2];
        for (int k = 0; k < m; k++) {
            if (whole) columns[k][k] = 1.0;
            else if (k == 0) columns[k][0] = 1.0;
            if (!whole && k == m - 1) columns[k][1] = 1.0;
        }
        double[] off = Arrays.copyOf(beside, m);
        off[m - 1] = 0.0;
        Tridiagonal matrix = new Tridiagonal(Arrays.copyOf(main, m), off, columns);
        for (int l = 0; l < m; l++) matrix.isolate(l);
        double[] values = matrix.main;
        Integer[] order = IntStream.range(0, m).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
        double[] sorted = new double[m];
        double[][] components = new double[m][];
        for (int k = 0; k < m; k++) {
            sorted[k] = values[order[k]];
            components[k] = columns[order[k]];
        }
        return new Solved(sorted, components);
    }

    /** Turns until nothing stands beside main[l]. */
    private void isolate(int l) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            int end = l;
            while (end + 1 < main.length
                    && Math.abs(beside[end]) > ROUNDING * (Math.abs(main[end]) + Math.abs(main[end + 1]))) end++;
            if (end == l) return;
            chase(l, end);
        }
        throw new ArithmeticException("a tridiagonal eigenproblem of " + main.length + " rows did not converge");
    }

    /** One QL step on rows l ... end: plane rotations from the bottom up. */
    private void chase(int l, int end) {
        double ratio = (main[l + 1] - main[l]) / (2.0 * beside[l]);
        double g = main[end] - main[l] + beside[l] / (ratio + Math.copySign(Math.hypot(ratio, 1.0), ratio));
        double sine = 1.0;
        double cosine = 1.0;
        double shift = 0.0;
        for (int i = end - 1; i >= l; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            double r = Math.hypot(f, g);
            beside[i + 1] = r;
            if (r == 0.0) {
                main[i + 1] -= shift;
                beside[end] = 0.0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = main[i + 1] - shift;
            r = (main[i] - g) * sine + 2.0 * cosine * b;
            shift = sine * r;
            main[i + 1] = g + shift;
            g = cosine * r - b;
            rotate(columns[i], columns[i + 1], cosine, sine);
        }
        main[l] -= shift;
        beside[l] = g;
        beside[end] = 0.0;
    }

    private static void rotate(double[] one, double[] next, double cosine, double sine) {
        for (int k = 0; k < one.length; k++) {
            double above = next[k];
            next[k] = sine * one[k] + cosine * above;
            one[k] = cosine * one[k] - sine * above;
        }
    }
}
