package rugged.theory.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.params.BadParameter;

class WeightDecayTest {
    private static Solution solve(TheorySpec theory, Map<String, Double> values) {
        return theory.solve(
                Schedule.at(0.0),
                (quantity, _, value, _, axes) ->
                        values.put(quantity.name() + (axes.length == 0 ? "" : " " + axes[0]), value));
    }

    private static WeightDecay theory(int units, double decay, double from, double to, int points) {
        return new WeightDecay(units, decay, units == 1, false, from, to, points, Optional.empty());
    }

    @Test
    void equilibriumAndWhatIsMetastable() {
        Map<String, Double> values = new HashMap<>();
        Solution solution = solve(theory(2, 0.002, 50, 20, 31), values);
        assertThat(values.get("unit_length 30.0")).isCloseTo(333, within(5.0));
        assertThat(values.get("unit_length_metastable 30.0")).isCloseTo(7, within(1.0));
        assertThat(values.get("unit_length 40.0")).isCloseTo(2.66, within(0.05));
        assertThat(values.get("unit_length_metastable 40.0")).isGreaterThan(200);
        assertThat(values).doesNotContainKey("unit_length_metastable 25.0");
        assertThat(values.get("A_length")).isCloseTo(35.324, within(1e-3));
        assertThat(values.get("A_long_ends")).isCloseTo(45.478, within(1e-3));
        assertThat(values.get("A_short_begins")).isCloseTo(29.620, within(1e-3));
        assertThat(values.get("jump")).isEqualTo(0);
        assertThat(solution.branch()).contains("give way to short ones at A = 35.3239");
    }

    @Test
    void whatDoesNotExistIsNoNumber() {
        Map<String, Double> values = new HashMap<>();
        Solution solution = solve(theory(2, 0.5, 20, 120, 3), values);
        assertThat(values.get("A_length")).isNaN();
        assertThat(values.get("A_long_ends")).isNaN();
        assertThat(values.get("A_specialised")).isCloseTo(51.889, within(1e-3));
        assertThat(values.get("eps_new 20.0")).isCloseTo(0.0391693, within(1e-7));
        assertThat(solution.branch())
                .contains("no transition of the length")
                .contains("units specialise at A = 51.8895, continuously")
                .contains("no metastable minimum");
    }

    @Test
    void oneUnitHasALengthOnly() {
        Map<String, Double> values = new HashMap<>();
        Solution solution = solve(theory(1, 0.001, 5, 40, 8), values);
        assertThat(values.get("A_length")).isCloseTo(16.875, within(1e-3));
        assertThat(values.get("unit_others 10.0")).isNaN();
        assertThat(solution.branch()).contains("one unit has nothing to specialise");
    }

    @Test
    void linesOfThePlane() {
        Map<String, Double> values = new HashMap<>();
        solve(new WeightDecayPlane(3, 0.002, 0.1, 2), values);
        assertThat(values.get("line_length 0.002")).isCloseTo(49.150, within(1e-3));
        assertThat(values.get("line_specialisation 0.002")).isCloseTo(76.383, within(1e-3));
        assertThat(values).doesNotContainKey("line_length 0.1");
        assertThat(values.get("line_specialisation 0.1")).isGreaterThan(89);
        assertThat(values.get("end_decay")).isCloseTo(0.0103, within(1e-4));
    }

    @Test
    void whatIsRefused() {
        assertRefused(
                () -> theory(2, 0, 0, 1, 2), "no equilibrium without weight decay, the student's length diverges");
        assertRefused(() -> theory(2, -1, 0, 1, 2), "negative decay: the free energy is unbounded");
        assertRefused(
                () -> new WeightDecay(1, 1, false, false, 0, 1, 2, Optional.empty()),
                "specialisation needs at least two hidden units");
        assertRefused(() -> new WeightDecay(2, 1, true, false, 0, 1, 2, Optional.empty()), "is for one unit");
        assertRefused(() -> theory(2, 1, -1, 1, 2), "is no number of examples");
        assertRefused(() -> new WeightDecayPlane(1, 0.1, 1, 2), "specialisation needs at least two hidden units");
        assertRefused(() -> new WeightDecayPlane(2, 0.1, 0.05, 2), "is not above the least decay");
    }

    private static void assertRefused(Runnable made, String words) {
        assertThatThrownBy(made::run).isInstanceOf(BadParameter.class).hasMessageContaining(words);
    }
}
