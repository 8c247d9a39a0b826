package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Sums of rows beside loops in double precision, at lengths that are no multiple of a vector and at numbers of rows that are no multiple of four. */
class WeightedRowsTest {
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 1", "3, 17", "4, 64", "7, 1000", "9, 1024", "13, 33"})
    void rowsAreAdded(int count, int n) {
        RandomStream random = Streams.of(3).stream("rows", count);
        float[] rows = new float[count * n + 3];
        for (int i = 0; i < rows.length; i++) rows[i] = (float) random.nextGaussian();
        double[] weights = new double[count + 2];
        for (int j = 0; j < weights.length; j++) weights[j] = random.nextGaussian();
        float[] to = new float[n];
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            to[i] = i;
            expected[i] = i;
            for (int j = 0; j < count; j++) expected[i] += (float) weights[2 + j] * (double) rows[j * n + i];
        }
        WeightedRows.add(rows, count, n, weights, 2, to);
        for (int i = 0; i < n; i++) assertThat((double) to[i]).isCloseTo(expected[i], within(1e-6 * (10.0 + i)));
    }
}
