package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.num.RandomStream;
import rugged.num.Streams;

class SignRowsTest {
    private static final int ROWS = 5;

    private static SignRows drawn(int n) {
        SignRows rows = new SignRows(ROWS, n);
        RandomStream random = Streams.of(n).stream("signs", 0);
        for (int r = 0; r < ROWS; r++) for (int j = 0; j < n; j++) if (random.nextBoolean()) rows.negate(r, j);
        return rows;
    }

    private static double[] normals(int n) {
        double[] w = new double[n];
        Streams.of(n).stream("w", 0).normals(w);
        return w;
    }

    /** The chains of 32 by hand: the order is part of what is promised. */
    private static double slow(SignRows rows, int row, double[] w) {
        double[] chains = new double[32];
        for (int j = 0; j < w.length; j++) chains[j % 32] += rows.sign(row, j) * w[j];
        for (int half = 16; half > 0; half /= 2) for (int k = 0; k < half; k++) chains[k] += chains[k + half];
        return chains[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 31, 32, 127, 128, 130, 500, 511, 512, 513, 1000, 1030, 4096})
    void productsAndSumsAreThoseOfPlainLoopsToTheLastBit(int n) {
        SignRows rows = drawn(n);
        double[] w = normals(n);
        for (int r = 0; r < ROWS; r++) {
            assertThat(rows.dot(r, w)).isEqualTo(slow(rows, r, w));
            double[] moved = w.clone();
            rows.add(r, 0.9, 0.3, moved);
            for (int j = 0; j < n; j++) assertThat(moved[j]).isEqualTo(Math.fma(0.9, w[j], 0.3 * rows.sign(r, j)));
            double[] both = w.clone();
            int next = (r + 1) % ROWS;
            assertThat(rows.addThenDot(r, 0.9, 0.3, next, both)).isEqualTo(slow(rows, next, moved));
            assertThat(both).containsExactly(moved);
        }
    }

    @Test
    void aRowMovesItsOwnProductByItsLength() {
        SignRows rows = drawn(777);
        double[] w = normals(777);
        double before = rows.dot(2, w);
        rows.add(2, 1.0, 0.25, w);
        assertThat(rows.dot(2, w) - before).isCloseTo(0.25 * 777, within(1e-10));
    }
}
