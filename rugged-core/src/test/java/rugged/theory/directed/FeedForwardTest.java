package rugged.theory.directed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.params.BadParameter;

class FeedForwardTest {
    private static Map<String, double[]> solve(TheorySpec theory) {
        Map<String, double[]> values = new HashMap<>();
        theory.solve(
                Schedule.at(1),
                (quantity, replica, value, error, axes) ->
                        values.put(quantity.name() + Arrays.toString(axes), new double[] {value, error}));
        return values;
    }

    /** Drawn weight by weight, magnetisations and overlaps of two copies are those of infinite width, within 1/sqrt(n). */
    @Test
    void netsFollowTheTheory() {
        Map<String, double[]> theory = solve(new FeedForwardStochastic(1, 0.5, List.of(2.0), 8, 1));
        Map<String, double[]> samples = solve(new FeedForwardSamples(1, 0.5, List.of(2.0), 8, 1, 400, 16, 3));
        for (int l = 1; l <= 8; l++) {
            for (String name : List.of("M_layer", "Q_layer")) {
                String key = name + "[2.0, " + l + ".0]";
                double[] drawn = samples.get(key);
                // the mean over nets is off by about 1/n besides
                assertThat(drawn[0]).as(key).isCloseTo(theory.get(key)[0], within(3.5 * drawn[1] + 4.0 / 400));
                assertThat(drawn[1]).isBetween(1e-4, 0.02);
            }
        }
    }

    @Test
    void withoutMeanCopiesForgetEachOther() {
        Map<String, double[]> theory = solve(new FeedForwardStochastic(0, 1, List.of(5.0), 6, 0));
        Map<String, double[]> samples = solve(new FeedForwardSamples(0, 1, List.of(5.0), 6, 0, 400, 16, 3));
        for (int l = 1; l <= 6; l++) {
            String key = "Q_layer[5.0, " + l + ".0]";
            assertThat(samples.get(key)[0])
                    .isCloseTo(theory.get(key)[0], within(3.5 * samples.get(key)[1] + 4.0 / 400));
        }
        assertThat(theory.get("Q_layer[5.0, 6.0]")[0]).isLessThan(0.1);
    }

    @Test
    void theReportSaysWhyThereIsNoTransition() {
        FeedForwardStochastic none = new FeedForwardStochastic(1, 1, List.of(7.6), 2, 1);
        assertThat(solve(none)).doesNotContainKey("beta_forward[]");
        assertThat(none.solve(Schedule.at(1), (quantity, replica, value, error, axes) -> {})
                        .branch())
                .isEqualTo("no transition: J = 1.0 is not below sqrt(2/pi) J0 = 0.797885");
        assertThat(solve(new FeedForwardStochastic(1, 0.5, List.of(2.0), 2, 1))).containsKey("beta_forward[]");
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new FeedForwardStochastic(1, 0.5, List.of(0.0), 2, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("betas");
        assertThatThrownBy(() -> new FeedForwardSamples(-1, 0.5, List.of(1.0), 2, 1, 100, 2, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("mean");
        assertThatThrownBy(() -> new FeedForwardSamples(1, Double.NaN, List.of(1.0), 2, 1, 100, 2, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("coupling");
    }
}
