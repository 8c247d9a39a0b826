package rugged.theory.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.params.BadParameter;

class DiffeomorphismTest {
    @Test
    void writesTheNumbersOfTheLaw() {
        Map<String, Double> values = new HashMap<>();
        new Diffeomorphism(28, 3)
                .solve(Schedule.at(1), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        assertThat(values).containsEntry("modes", 6.0);
        assertThat(values.get("S")).isCloseTo(1.225, within(1e-12));
        assertThat(values.get("T_min")).isCloseTo(3.69564e-4, within(1e-9));
        assertThat(values.get("T_max")).isCloseTo(1.304738e-2, within(1e-8));
        assertThat(values.get("T_one")).isCloseTo(1.478e-3, within(1e-6));
        assertThat(values.get("shift_one")).isCloseTo(0.84, within(0.005));
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new Diffeomorphism(28, 20))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("empty temperature range: T_min=")
                .hasMessageContaining("for n=28, c=20");
        assertThatThrownBy(() -> new Diffeomorphism(5, 5)).hasMessageContaining("cut-off above the pixel grid");
    }
}
