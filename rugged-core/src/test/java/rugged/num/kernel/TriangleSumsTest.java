package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriangleSumsTest {
    private static double value(int k) {
        return Math.sin(1.7 * k + 0.3);
    }

    /** Full groups of rows, rows left over, and rows shorter than a vector. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 23, 40, 67})
    void matrixByVector(int n) {
        double[] m = new double[n * (n + 1) / 2];
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < m.length; k++) m[k] = value(k);
        for (int s = 0; s < n; s++) {
            m[s * (s + 1) / 2 + s] = 1;
            x[s] = value(1000 + s);
            y[s] = value(2000 + s);
        }
        double[] columns = new double[n];
        double[] rows = new double[n];
        double[] product = new double[n];
        TriangleSums.unit(m, n, x, y, columns, rows);
        TriangleSums.symmetric(m, n, x, product, new double[n]);
        for (int i = 0; i < n; i++) {
            double column = 0;
            double row = 0;
            double whole = 0;
            for (int j = 0; j < n; j++) {
                double entry = m[Math.max(i, j) * (Math.max(i, j) + 1) / 2 + Math.min(i, j)];
                if (j >= i) column += x[j] * entry;
                if (j <= i) row += y[j] * entry;
                whole += x[j] * entry;
            }
            assertThat(columns[i]).isCloseTo(column, within(1e-13 * n));
            assertThat(rows[i]).isCloseTo(row, within(1e-13 * n));
            assertThat(product[i]).isCloseTo(whole, within(1e-13 * n));
        }
    }
}
