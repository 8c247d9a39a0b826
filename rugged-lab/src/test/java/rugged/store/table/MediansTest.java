package rugged.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void itIsTheMiddleValue() {
        assertThat(Medians.of(new double[0])).isNaN();
        assertThat(Medians.of(new double[] {3})).isEqualTo(3);
        assertThat(Medians.of(new double[] {1, 2, 40})).isEqualTo(2);
        assertThat(Medians.of(new double[] {1, 2, 4, 1e300})).isEqualTo(3);
        assertThat(Medians.error(new double[] {1, 2})).isNaN();
    }

    /** Of normal values the median scatters by sqrt(pi/(2 n)), and the stated error is that on average. */
    @Test
    void itsErrorIsTheScatterOfMedians() {
        Random random = new Random(5);
        int n = 25;
        int tries = 20_000;
        double squares = 0;
        double stated = 0;
        for (int k = 0; k < tries; k++) {
            double[] values =
                    random.doubles(n).map(unused -> random.nextGaussian()).toArray();
            Arrays.sort(values);
            squares += Medians.of(values) * Medians.of(values) / tries;
            stated += Medians.error(values) / tries;
        }
        // exact for n = 25: 0.2475; three standard errors of the scatter are 1.5 %
        assertThat(Math.sqrt(squares)).isCloseTo(Math.sqrt(Math.PI / (2 * n)), within(0.006));
        assertThat(stated / Math.sqrt(squares)).isBetween(0.95, 1.10);
    }
}
