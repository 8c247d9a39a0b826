package rugged.theory.directed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.signal.Reaction;
import rugged.params.BadParameter;

class SignalPropagationTest {
    private final Map<String, Double> errors = new HashMap<>();

    private Map<String, Double> solve(SignalPropagation theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(0, 1), (quantity, replica, value, error, axes) -> {
            values.put(quantity.name() + Arrays.toString(axes), value);
            errors.put(quantity.name() + Arrays.toString(axes), error);
        });
        return values;
    }

    private static SignalPropagation tanh(double weights, double biases) {
        return new SignalPropagation(Reaction.TANH, weights, biases, 1, 0, 60, 1, 0.6);
    }

    @Test
    void numbersOfTheChaoticPhase() {
        Map<String, Double> values = solve(tanh(2.25, 0.05));
        assertThat(values.get("q_star[]")).isCloseTo(0.889425, within(1e-6));
        assertThat(values.get("chi_1[]")).isCloseTo(1.092338, within(1e-6));
        assertThat(values.get("c_star[]")).isCloseTo(0.56723, within(1e-5));
        assertThat(values.get("xi_c[]")).isCloseTo(15.117, within(1e-3));
        assertThat(values.get("xi_q[]")).isCloseTo(1.273, within(1e-3));
        assertThat(values.get("xi_g[]")).isCloseTo(1 / Math.log(1.092338), within(1e-4));
        assertThat(values.get("weights_critical[]")).isCloseTo(1.760955, within(2e-6));
        assertThat(values.get("q_critical[]")).isCloseTo(0.570048, within(2e-6));
        assertThat(errors.get("c_star[]")).isLessThan(1e-9);
    }

    @Test
    void layersGoFromTheInputToTheFixedPoint() {
        Map<String, Double> values = solve(tanh(1.3, 0.05));
        assertThat(values.get("q_layer[0.0, 1.0]")).isEqualTo(1.35);
        assertThat(values.get("c_layer[0.0, 1.0]")).isCloseTo((1.3 * 0.6 + 0.05) / 1.35, within(1e-14));
        assertThat(values.get("q_layer[0.0, 60.0]")).isCloseTo(values.get("q_star[]"), within(1e-12));
        double ratio = (1 - values.get("c_layer[0.0, 50.0]")) / (1 - values.get("c_layer[0.0, 40.0]"));
        assertThat(-10 / Math.log(ratio)).isCloseTo(values.get("xi_c[]"), within(0.05));
        assertThat(values.get("g_layer[0.0, 30.0]") / values.get("g_layer[0.0, 31.0]"))
                .isCloseTo(values.get("chi_1[]"), within(1e-7));
        assertThat(values.get("gradient_factor[0.0]")).isCloseTo(values.get("chi_1[]"), within(1e-7));
        assertThat(values.get("g_layer[0.0, 60.0]")).isCloseTo(values.get("chi_1[]"), within(1e-9));
    }

    @Test
    void nothingIsWrittenForWhatIsNotThere() {
        Map<String, Double> growing = solve(new SignalPropagation(Reaction.RELU, 2, 0.1, 1, 0, 5, 1, 0.5));
        assertThat(growing).doesNotContainKeys("q_star[]", "xi_c[]", "weights_critical[]");
        Map<String, Double> silent = solve(tanh(0.8, 0));
        assertThat(silent.get("q_star[]")).isZero();
        assertThat(silent).doesNotContainKeys("c_star[]", "xi_c[]");
        assertThat(silent.get("weights_critical[]")).isEqualTo(1);
        Solution solved = tanh(0.8, 0).solve(Schedule.at(1), (quantity, replica, value, error, axes) -> {});
        assertThat(solved.branch()).startsWith("signals die");
        Map<String, Double> edge = solve(new SignalPropagation(Reaction.RELU, 2, 0, 1, 0, 5, 1, 0.4));
        assertThat(edge.get("weights_critical[]")).isEqualTo(2);
        assertThat(edge).doesNotContainKey("q_critical[]");
        assertThat(edge.get("c_layer[0.0, 2.0]")).isCloseTo(0.544132, within(1e-6));
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> tanh(0, 0.05)).isInstanceOf(BadParameter.class).hasMessageContaining("weights");
        assertThatThrownBy(() -> tanh(1, -1)).isInstanceOf(BadParameter.class).hasMessageContaining("biases");
        assertThatThrownBy(() -> new SignalPropagation(Reaction.TANH, 1, 0, 0, 0, 5, 1, 0.5))
                .hasMessageContaining("keep");
        assertThatThrownBy(() -> new SignalPropagation(Reaction.TANH, 1, 0, 1, 0, 1, 1, 0.5))
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> new SignalPropagation(Reaction.TANH, 1, 0, 1, 0, 5, 1, 1.5))
                .hasMessageContaining("cosine");
    }
}
