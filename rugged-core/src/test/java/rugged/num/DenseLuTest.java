package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseLuTest {
    private static double[] matrix(int n) {
        Random random = new Random(n);
        return random.doubles((long) n * n, -1, 1).toArray();
    }

    private static DenseLu.Shared threads(int parts) {
        return new DenseLu.Shared() {
            @Override
            public int parts() {
                return parts;
            }

            @Override
            public void run(IntConsumer part) {
                IntStream.range(0, parts).parallel().forEach(part);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 64, 257})
    void theSolutionSolves(int n) {
        double[] matrix = matrix(n);
        double[] x = new Random(1).doubles(n, -1, 1).toArray();
        double[] b = new double[n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) b[i] += matrix[i * n + j] * x[j];
        DenseLu lu = new DenseLu();
        lu.decompose(matrix.clone(), n);
        lu.solve(b);
        for (int i = 0; i < n; i++) assertThat(b[i]).isCloseTo(x[i], within(1e-10));
    }

    /** A zero on the diagonal needs the exchange of rows; two exchanges in a block follow each other. */
    @Test
    void rowsAreExchanged() {
        double[] matrix = {0, 2, 1, 0, 0, 3, 4, 1, 1};
        double[] b = {2 * 2 + 3, 3 * 3, 4 + 2 + 3};
        DenseLu lu = new DenseLu();
        lu.decompose(matrix, 3);
        lu.solve(b);
        assertThat(b).containsExactly(new double[] {1, 2, 3}, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void threadsDoNotShow(int parts) {
        int n = 391;
        double[] alone = matrix(n);
        double[] shared = alone.clone();
        new DenseLu().decompose(alone, n);
        new DenseLu(threads(parts)).decompose(shared, n);
        assertThat(shared).isEqualTo(alone);
    }

    @Test
    void singularIsSaid() {
        assertThatThrownBy(() -> new DenseLu().decompose(new double[] {1, 2, 2, 4}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> new DenseLu().decompose(new double[] {Double.NaN}, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("column 0");
    }
}
