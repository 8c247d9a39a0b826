package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** B B^T + 1, row by row. */
    private static double[] positive(int n, long seed) {
        double[] b = new Random(seed).doubles(n * n, -1.0, 1.0).toArray();
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double sum = i == j ? 1.0 : 0.0;
                for (int k = 0; k < n; k++) sum += b[i * n + k] * b[j * n + k];
                a[i * n + j] = sum;
            }
        return a;
    }

    /** L L^T is the matrix, and the solution solves; sizes on both sides of blocks and strips. */
    @Test
    void factorsMultiplyToTheMatrix() {
        for (int n : new int[] {1, 2, 7, 48, 49, 96, 145, 210}) {
            double[] a = positive(n, n);
            double[] l = a.clone();
            // what is above the diagonal is not read
            for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) l[i * n + j] = Double.NaN;
            Cholesky cholesky = new Cholesky();
            assertThat(cholesky.decompose(l, n)).isTrue();
            for (int i = 0; i < n; i++)
                for (int j = 0; j <= i; j++) {
                    double sum = 0.0;
                    for (int k = 0; k <= j; k++) sum += l[i * n + k] * l[j * n + k];
                    assertThat(sum).isCloseTo(a[i * n + j], within(1e-13 * (1 + n)));
                }
            double[] x = new Random(3).doubles(n, -1.0, 1.0).toArray();
            double[] b = new double[n];
            for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) b[i] += a[i * n + j] * x[j];
            cholesky.solve(b);
            for (int i = 0; i < n; i++) assertThat(b[i]).isCloseTo(x[i], within(1e-10));
        }
    }

    /** One negative eigenvalue, in any block, and a number that is none. */
    @Test
    void saysWhereAMatrixIsNotPositiveDefinite() {
        for (int bad : new int[] {0, 20, 60, 119}) {
            double[] a = positive(120, 5);
            a[bad * 120 + bad] = -1e-9;
            assertThat(new Cholesky().decompose(a, 120)).as("row " + bad).isFalse();
        }
        double[] nan = positive(120, 6);
        nan[80 * 120 + 3] = Double.NaN;
        assertThat(new Cholesky().decompose(nan, 120)).isFalse();
    }
}
