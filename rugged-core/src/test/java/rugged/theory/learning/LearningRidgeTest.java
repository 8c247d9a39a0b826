package rugged.theory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;

/** What the theory writes, beside a run and alone. */
class LearningRidgeTest {
    private static LearningRidge ridge(RidgeMotion dynamics, double temperature, List<Double> times, double tick) {
        return new LearningRidge(dynamics, 2.0, 0.5, 0.1, 1.0, temperature, 0.05, 0.1, times, tick);
    }

    private static Map<String, Double> written(LearningRidge theory, Schedule grid) {
        Map<String, Double> written = new TreeMap<>();
        theory.solve(
                grid,
                (quantity, replica, value, error, axes) -> written.put(quantity.name() + Arrays.toString(axes), value));
        return written;
    }

    @Test
    void allPairsOfTheFurtherTimes() {
        Map<String, Double> found =
                written(ridge(RidgeMotion.FLOW, 0.0, List.of(10.0, 5.0), 1.0), Schedule.at(new double[0]));
        assertThat(found.get("C2[10.0, 5.0]")).isCloseTo(1.001604, within(6e-7));
        assertThat(found.get("R[10.0, 5.0]")).isCloseTo(0.019957, within(6e-7));
        assertThat(found)
                .containsKeys("train[5.0]", "test[10.0]", "M[5.0]", "C2[5.0, 5.0]")
                .doesNotContainKey("R[5.0, 5.0]");
        assertThat(found.get("e[5.0]"))
                .isCloseTo(2.0 * found.get("train[5.0]") + 0.05 * found.get("C[5.0]"), within(1e-15));
        assertThat(found.get("generalisation_error[5.0]")).isCloseTo(2.0 * 0.218550 - 0.25, within(2e-6));
    }

    /** Where a run counts time, a step of 0.05 is one of the learning rate; what lies between steps is left out. */
    @Test
    void stepsBesideARun() {
        Schedule grid = Schedule.waitingTimes(new double[] {0.5}, new double[] {0.5, 0.51}, 1.5);
        LearningRidge theory = ridge(RidgeMotion.SGD, 0.0, List.of(), 0.05);
        Map<String, Double> found = written(theory, grid);
        Map<String, Double> counted =
                written(ridge(RidgeMotion.SGD, 0.0, List.of(10.0, 20.0), 1.0), Schedule.at(new double[0]));
        assertThat(found.get("C2[1.0, 0.5]")).isEqualTo(counted.get("C2[20.0, 10.0]"));
        assertThat(found.keySet()).noneMatch(name -> name.contains("1.01"));
        assertThat(theory.solve(grid, (quantity, replica, value, error, axes) -> {})
                        .branch())
                .contains("between steps");
        Map<String, Double> once =
                written(ridge(RidgeMotion.ONE_PASS, 0.0, List.of(10.0), 1.0), Schedule.at(new double[0]));
        assertThat(once).containsKey("test[10.0]").doesNotContainKeys("train[10.0]", "e[10.0]");
    }

    /** Further times that the grid has as well are written once. */
    @Test
    void eachTimeIsWrittenOnce() {
        List<String> rows = new ArrayList<>();
        ridge(RidgeMotion.SGD, 0.0, List.of(5.0, 10.0), 1.0)
                .solve(
                        Schedule.at(0.0, 5.0, 10.0),
                        (quantity, replica, value, error, axes) -> rows.add(quantity.name() + Arrays.toString(axes)));
        assertThat(rows).doesNotHaveDuplicates().contains("train[0.0]", "train[5.0]", "C2[10.0, 5.0]");
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> ridge(RidgeMotion.DESCENT, 0.1, List.of(), 1.0))
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> ridge(RidgeMotion.ONE_PASS, 0.1, List.of(), 1.0))
                .hasMessageContaining("one-pass");
        assertThatThrownBy(() -> ridge(RidgeMotion.SGD, 0.0, List.of(0.5), 1.0))
                .hasMessageContaining("number of steps");
        assertThatThrownBy(() -> new LearningRidge(RidgeMotion.DESCENT, 2, 0.5, 0.1, 1, 0, 0.5, 1, List.of(), 1))
                .hasMessageContaining("diverges");
    }
}
