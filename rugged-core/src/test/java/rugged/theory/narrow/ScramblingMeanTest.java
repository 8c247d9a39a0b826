package rugged.theory.narrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.Quantity;
import rugged.api.Sink;

/** Means and errors over scramblings, number by number. */
class ScramblingMeanTest {
    private static final Quantity E = new Quantity("e", "e", "", List.of("t"), "");

    @Test
    void eachNumberHasItsMeanAndError() {
        ScramblingMean mean = new ScramblingMean();
        double[][] values = {{1.0, 10.0}, {3.0, 10.0}, {2.0, 13.0}};
        for (double[] scrambling : values) {
            mean.next();
            for (int t = 0; t < 2; t++) mean.put(E, Sink.ALL, scrambling[t], 0.5, t);
        }
        List<double[]> found = new ArrayList<>();
        mean.put((quantity, replica, value, error, axes) -> found.add(new double[] {value, error, axes[0]}));
        assertThat(found).hasSize(2);
        assertThat(found.getFirst()[0]).isCloseTo(2.0, within(1e-15));
        assertThat(found.getFirst()[1]).isCloseTo(Math.sqrt(1.0 / 3.0), within(1e-15));
        assertThat(found.getLast()[0]).isCloseTo(11.0, within(1e-14));
        assertThat(found.getLast()[1]).isCloseTo(1.0, within(1e-14));
        assertThat(found.getLast()[2]).isEqualTo(1.0);
        assertThat(mean.greatest()).isCloseTo(1.0, within(1e-14));
    }
}
