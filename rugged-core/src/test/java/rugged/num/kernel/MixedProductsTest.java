package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products are those of the definition, for whole vectors and what is left over; a row has the same bits alone and in a product. */
class MixedProductsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 15, 16, 17, 64, 100, 2051})
    void products(int n) {
        Random random = new Random(n);
        int rows = 7;
        float[] a = new float[rows * n];
        for (int k = 0; k < a.length; k++) a[k] = (float) random.nextGaussian();
        double[] x = random.doubles(n, -1, 1).toArray();
        double[] u = random.doubles(rows, -1, 1).toArray();
        double[] z = new double[rows];
        double[] w = new double[n];
        MixedProducts products = new MixedProducts();
        products.multiply(a, x, z);
        MixedProducts.multiplyTransposed(a, u, w);
        double[] added = new double[n];
        for (int k = 0; k < rows; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += a[k * n + i] * x[i];
            assertThat(z[k]).isCloseTo(sum, within(1e-12 * n)).isEqualTo(products.row(a, k * n, x));
            MixedProducts.add(a, k * n, u[k], added);
        }
        assertThat(w).isEqualTo(added);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < rows; k++) sum += a[k * n + i] * u[k];
            assertThat(w[i]).isCloseTo(sum, within(1e-12));
        }
    }
}
