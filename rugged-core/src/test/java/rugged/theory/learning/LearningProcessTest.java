package rugged.theory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.learning.GaussianExamples.Labels;

/** What the theory writes of its sweeps. */
class LearningProcessTest {
    private static LearningProcess process(
            StepLoss loss, Labels labels, StepRule dynamics, double noise, double temperature, double rate) {
        return new LearningProcess(
                loss,
                labels,
                dynamics,
                2.0,
                noise,
                0.1,
                1.0,
                temperature,
                rate,
                0.2,
                5.0,
                0.0,
                false,
                2000,
                4,
                0,
                List.of(10.0, 4.0),
                1.0);
    }

    private static Map<String, double[]> written(LearningProcess theory) {
        Map<String, double[]> written = new TreeMap<>();
        theory.solve(
                Schedule.at(new double[0]),
                (quantity, replica, value, error, axes) ->
                        written.put(quantity.name() + Arrays.toString(axes), new double[] {value, error}));
        return written;
    }

    /** Square loss: the exact recursion, within the errors between sweeps. */
    @Test
    void squareLossIsRidge() {
        Map<String, double[]> found =
                written(process(StepLoss.SQUARE, Labels.LINEAR, StepRule.LANGEVIN, 0.5, 0.2, 0.1));
        Map<String, Double> exact = new TreeMap<>();
        new LearningRidge(RidgeMotion.LANGEVIN, 2.0, 0.5, 0.1, 1.0, 0.2, 0.1, 1.0, List.of(10.0, 4.0), 1.0)
                .solve(
                        Schedule.at(new double[0]),
                        (quantity, replica, value, error, axes) ->
                                exact.put(quantity.name() + Arrays.toString(axes), value));
        for (String name : List.of(
                "C2[10.0, 4.0]",
                "M[10.0]",
                "C[4.0]",
                "R[10.0, 4.0]",
                "chi[10.0, 4.0]",
                "e[10.0]",
                "T_eff[10.0, 4.0]",
                "generalisation_error[10.0]",
                "training_loss[4.0]"))
            assertThat(found.get(name)[0]).as(name).isCloseTo(exact.get(name), within(6.0 * found.get(name)[1] + 1e-3));
        assertThat(found).doesNotContainKeys("error_train[10.0]", "error_test[10.0]", "R[4.0, 4.0]");
    }

    /** Two clouds: the error of new examples falls from one half; random labels have no new examples to be right about. */
    @Test
    void labelsDecideWhatThereIs() {
        Map<String, double[]> clouds = written(process(StepLoss.LOGISTIC, Labels.MIXTURE, StepRule.SGD, 2.0, 0.0, 0.2));
        assertThat(clouds.get("error_test[10.0]")[0]).isBetween(0.02, clouds.get("error_test[4.0]")[0]);
        assertThat(clouds.get("error_test[4.0]")[0]).isLessThan(0.4);
        assertThat(clouds.get("M[10.0]")[0]).isPositive();
        Map<String, double[]> random =
                written(process(StepLoss.LOGISTIC, Labels.RANDOM, StepRule.PERSISTENT_SGD, 0.0, 0.0, 0.5));
        assertThat(random)
                .containsKeys("loss[10.0]", "error_train[10.0]")
                .doesNotContainKeys("M[10.0]", "error_test[10.0]");
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> process(StepLoss.LOGISTIC, Labels.LINEAR, StepRule.SGD, 0.5, 0.0, 0.1))
                .hasMessageContaining("labels");
        assertThatThrownBy(() -> process(StepLoss.LOGISTIC, Labels.SIGN, StepRule.SGD, 0.0, 0.2, 0.1))
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> process(StepLoss.LOGISTIC, Labels.SIGN, StepRule.SGD, 0.3, 0.0, 0.1))
                .hasMessageContaining("noise");
        assertThatThrownBy(() -> process(StepLoss.SQUARE, Labels.LINEAR, StepRule.DESCENT, 0.5, 0.0, 0.5))
                .hasMessageContaining("diverges");
        LearningProcess late = new LearningProcess(
                StepLoss.LOGISTIC,
                Labels.SIGN,
                StepRule.SGD,
                2,
                0,
                0.1,
                1,
                0,
                0.5,
                0.2,
                5,
                0,
                false,
                100,
                2,
                0,
                List.of(),
                0.001);
        Solution solution = late.solve(Schedule.at(10.0), (quantity, replica, value, error, axes) -> {});
        assertThat(solution.converged()).isFalse();
        assertThat(solution.branch()).contains("at most 2000");
    }
}
