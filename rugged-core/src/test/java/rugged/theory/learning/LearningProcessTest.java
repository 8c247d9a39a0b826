package rugged.theory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rugged.api.Archive;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.learning.EffectiveProcess;
import rugged.meanfield.learning.GaussianExamples;
import rugged.meanfield.learning.SmoothLoss;
import rugged.meanfield.learning.StudentSteps;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;

/** What the theory writes of its sweeps. */
class LearningProcessTest {
    private static LearningProcess process(
            MarginLoss loss, TeacherLabel labels, StepRule dynamics, double noise, double temperature, double rate) {
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
                1.0,
                false,
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
                written(process(MarginLoss.RIDGE, TeacherLabel.LINEAR, StepRule.LANGEVIN, 0.5, 0.2, 0.1));
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
        Map<String, double[]> clouds =
                written(process(MarginLoss.LOGISTIC, TeacherLabel.MIXTURE, StepRule.SGD, 2.0, 0.0, 0.2));
        assertThat(clouds.get("error_test[10.0]")[0]).isBetween(0.02, clouds.get("error_test[4.0]")[0]);
        assertThat(clouds.get("error_test[4.0]")[0]).isLessThan(0.4);
        assertThat(clouds.get("M[10.0]")[0]).isPositive();
        Map<String, double[]> random =
                written(process(MarginLoss.LOGISTIC, TeacherLabel.RANDOM, StepRule.PERSISTENT_SGD, 0.0, 0.0, 0.5));
        assertThat(random)
                .containsKeys("loss[10.0]", "error_train[10.0]")
                .doesNotContainKeys("M[10.0]", "error_test[10.0]");
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> process(MarginLoss.LOGISTIC, TeacherLabel.LINEAR, StepRule.SGD, 0.5, 0.0, 0.1))
                .hasMessageContaining("label");
        assertThatThrownBy(() -> process(MarginLoss.LOGISTIC, TeacherLabel.SIGN, StepRule.SGD, 0.0, 0.2, 0.1))
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> process(MarginLoss.LOGISTIC, TeacherLabel.SIGN, StepRule.SGD, 0.3, 0.0, 0.1))
                .hasMessageContaining("noise");
        assertThatThrownBy(() -> process(MarginLoss.RIDGE, TeacherLabel.LINEAR, StepRule.DESCENT, 0.5, 0.0, 0.5))
                .hasMessageContaining("diverges");
        LearningProcess late = new LearningProcess(
                MarginLoss.LOGISTIC,
                TeacherLabel.SIGN,
                StepRule.SGD,
                2,
                0,
                0.1,
                1,
                0,
                0.5,
                0.2,
                5,
                1,
                false,
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

    /** A sweep that is kept serves all shorter ones of its seed, to the bit; what cannot be read is made again. */
    @Test
    void sweepsAreKept() {
        Map<String, byte[]> kept = new TreeMap<>();
        Archive archive = new Archive() {
            @Override
            public synchronized Optional<byte[]> find(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public synchronized void keep(String name, byte[] content) {
                kept.put(name, content);
            }
        };
        EffectiveProcess longer = of(6);
        EffectiveProcess shorter = of(4);
        EffectiveProcess.Sweep made = new KeptSweeps(longer, archive).sweep(5);
        assertThat(kept).hasSize(1);
        EffectiveProcess.Sweep found = new KeptSweeps(shorter, archive).sweep(5);
        assertThat(found.correlation()[6]).isEqualTo(made.correlation()[6]);
        assertThat(found.response()[4]).isEqualTo(shorter.sweep(5).response()[4]);
        new KeptSweeps(longer, archive).sweep(6);
        assertThat(kept).hasSize(2);
        kept.replaceAll((name, content) -> Arrays.copyOf(content, 20));
        assertThat(new KeptSweeps(longer, archive).sweep(5).loss()).isEqualTo(made.loss());
    }

    private static EffectiveProcess of(int steps) {
        return new EffectiveProcess(
                new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0),
                new StudentSteps(SmoothLoss.of(MarginLoss.LOGISTIC, 1.0), 0.5, 0.5, 0.0, 0.0, 0.1, 1.0, false, false),
                steps,
                500);
    }

    /** A solution says how much half the trajectories change, and doubts an effective temperature of what still moves. */
    @Test
    void solutionsSayWhatTheyAreWorth() {
        Solution solution = process(MarginLoss.LOGISTIC, TeacherLabel.SIGN, StepRule.SGD, 0.0, 0.0, 0.5)
                .solve(Schedule.at(new double[0]), (quantity, replica, value, error, axes) -> {});
        assertThat(solution.converged()).isTrue();
        assertThat(solution.residual()).isBetween(1e-6, 0.1);
        assertThat(solution.branch()).contains("half the trajectories", "T_eff: |w|^2 changes by up to");
        Map<String, double[]> still =
                written(process(MarginLoss.LOGISTIC, TeacherLabel.SIGN, StepRule.DESCENT, 0.0, 0.0, 0.5));
        assertThat(still).containsKey("chi[10.0, 4.0]").doesNotContainKey("T_eff[10.0, 4.0]");
        assertThatThrownBy(() -> process(MarginLoss.HINGE, TeacherLabel.SIGN, StepRule.SGD, 0.0, 0.0, 0.5))
                .hasMessageContaining("hinge");
    }
}
