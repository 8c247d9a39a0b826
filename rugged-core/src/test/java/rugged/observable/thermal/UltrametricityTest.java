package rugged.observable.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UltrametricityTest {
    @Test
    void turningAReplicaOverChangesNothing() {
        assertThat(Ultrametricity.gap(0.7, 0.3, 0.2)).isCloseTo(0.1, within(1e-15));
        assertThat(Ultrametricity.gap(-0.7, -0.3, 0.2)).isCloseTo(0.1, within(1e-15));
        assertThat(Ultrametricity.gap(0.2, -0.7, -0.3)).isCloseTo(0.1, within(1e-15));
        // one of the three has to be negative
        assertThat(Ultrametricity.gap(-0.7, 0.3, 0.2)).isCloseTo(0.5, within(1e-15));
        assertThat(Ultrametricity.gap(0.9, 0.4, 0.4)).isZero();
    }

    @Test
    void independentOverlapsHaveTheirConstant() {
        Random random = new Random(1);
        int draws = 400_000;
        double sum = 0;
        for (int k = 0; k < draws; k++)
            sum += Ultrametricity.gap(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        double width = Math.sqrt(1 - 2 / Math.PI);
        assertThat(sum / draws / width).isCloseTo(1.2155, within(4 * 1.0 / Math.sqrt(draws) / width));
    }
}
