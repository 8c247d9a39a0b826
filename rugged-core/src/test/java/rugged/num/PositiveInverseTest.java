package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositiveInverseTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 23, 24, 25, 60, 131})
    void timesTheMatrixItIsOne(int n) {
        double[] b = new double[n * (n + 3)];
        Streams.of(n).stream("b", 0).normals(b);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < n + 3; k++) a[i * n + j] += b[i * (n + 3) + k] * b[j * (n + 3) + k] / n;
        for (int i = 0; i < n; i++) a[i * n + i] += 0.1;
        double[] inverse = a.clone();
        new PositiveInverse().invert(inverse, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) sum += a[i * n + k] * inverse[k * n + j];
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-11));
                assertThat(inverse[i * n + j]).isEqualTo(inverse[j * n + i]);
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> new PositiveInverse().invert(new double[] {1, 2, 2, 1}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not positive definite");
    }
}
