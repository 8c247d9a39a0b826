package rugged.observable.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as wrong. */
class LossesTest {
    @Test
    void anUndecidedExampleIsHalfWrong() {
        assertThat(Losses.wrong(new double[] {1, -1, 0, 0})).isEqualTo(0.5);
        assertThat(Losses.wrong(new double[] {0, 0, 0})).isEqualTo(0.5);
        assertThat(Losses.wrong(new double[] {-0.0, 2})).isEqualTo(0.25);
        assertThat(Losses.wrong(new double[] {1, 2})).isZero();
        assertThat(Losses.wrong(new double[] {1, Double.NaN})).isNaN();
        assertThat(Losses.wrong(new double[0])).isNaN();
    }
}
