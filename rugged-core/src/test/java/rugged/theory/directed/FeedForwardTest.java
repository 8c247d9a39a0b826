package rugged.theory.directed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.params.BadParameter;

class FeedForwardTest {
    private static Map<String, Double> solve(TheorySpec theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(
                Schedule.at(0, 1, 40),
                (quantity, replica, value, error, axes) -> values.put(quantity.name() + Arrays.toString(axes), value));
        return values;
    }

    @Test
    void layersFollowTheMapFromTheInput() {
        Map<String, Double> values = solve(new FeedForwardStochastic(1, 0.5, 0.5, 1));
        assertThat(values.get("m[0.0]")).isEqualTo(1);
        assertThat(values.get("q[0.0]")).isEqualTo(1);
        assertThat(values.get("m[40.0]")).isCloseTo(0.7247, within(5e-5));
        assertThat(values.get("m_deep[]")).isCloseTo(values.get("m[40.0]"), within(1e-6));
        assertThat(values.get("beta_c[]")).isCloseTo(1.348500, within(1e-5));
        // replicas share weights, not noise: Q lies between M^2 and 1
        assertThat(values.get("q[40.0]")).isBetween(0.7247 * 0.7247, 1.0);
    }

    @Test
    void theReportSaysWhyThereIsNoTransition() {
        FeedForwardStochastic none = new FeedForwardStochastic(1, 1, 1 / 7.6, 1);
        assertThat(solve(none)).doesNotContainKey("beta_c[]");
        assertThat(none.solve(Schedule.at(1), (quantity, replica, value, error, axes) -> {})
                        .branch())
                .isEqualTo("no transition: J = 1.0 is not below sqrt(2/pi) J0 = 0.797885");
        assertThat(solve(none).get("m[40.0]")).isLessThan(1e-3);
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new FeedForwardStochastic(1, 0.5, 0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> new FeedForwardStochastic(-1, 0.5, 1, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("mean");
        assertThatThrownBy(() -> new FeedForwardStochastic(1, Double.NaN, 1, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("coupling");
    }
}
