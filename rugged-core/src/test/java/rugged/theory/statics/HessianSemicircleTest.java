package rugged.theory.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

class HessianSemicircleTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static double moment(HessianSemicircle theory, int order) {
        double sum = 0.0;
        double step = 0.001;
        for (double x = -6; x < 6; x += step) sum += Math.pow(x, order) * theory.density(x) * step;
        return sum;
    }

    /** Variance R^2/4 = f''(1), fourth moment 2 f''(1)^2; smoothing adds its own variance. */
    @Test
    void momentsAreThoseOfTheMixture() {
        for (double width : new double[] {0.0, 0.3}) {
            HessianSemicircle theory = new HessianSemicircle(Mixture.pure(3), 1, INF, width, 11);
            assertThat(theory.radius()).isCloseTo(2 * Math.sqrt(3), within(1e-14));
            assertThat(moment(theory, 0)).isCloseTo(1, within(1e-4));
            assertThat(moment(theory, 2)).isCloseTo(3 + width * width, within(1e-3));
            double w2 = width * width;
            assertThat(moment(theory, 4)).isCloseTo(18 + 6 * 3 * w2 + 3 * w2 * w2, within(1e-2));
        }
    }

    @Test
    void aMarginalOneBeginsAtZero() {
        double[] lowest = {INF};
        new HessianSemicircle(Mixture.parse("3+4"), 2, INF, 0, 51)
                .solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> {
                    assertThat(value).isGreaterThanOrEqualTo(0);
                    lowest[0] = Math.min(lowest[0], axes[1]);
                });
        assertThat(lowest[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void aLinearLandscapeHasNone() {
        assertThatThrownBy(() -> new HessianSemicircle(Mixture.parse("1"), 1, INF, 0, 51))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("linear");
    }
}
