package rugged.theory.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.meanfield.binary.PerceptronTask;

/** The theory as users call it: what is written, what is left out, and what its branch says. */
class BinaryPerceptronTheoryTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private final Map<String, Double> values = new HashMap<>();

    private Solution solve(TheorySpec theory) {
        values.clear();
        return theory.solve(Schedule.at(1.0), (quantity, replica, value, error, axes) -> {
            assertThat(replica).isEqualTo(Sink.ALL);
            assertThat(theory.quantities()).contains(quantity);
            assertThat(axes).hasSameSizeAs(quantity.axes().toArray());
            values.put(quantity.name(), value);
        });
    }

    private void written(String name, double value, double tolerance) {
        assertThat(values.getOrDefault(name, Double.NaN)).as(name).isCloseTo(value, within(tolerance));
    }

    /** The law of the means: probabilities add up to 1 and the mean square is q, with a teacher, too. */
    @Test
    void lawOfTheMeans() {
        int bins = 1000;
        for (PerceptronTask task : new PerceptronTask[] {PerceptronTask.STORAGE, PerceptronTask.TEACHER}) {
            double[] moments = new double[2];
            new BinaryPerceptronTheory(0.8, task, 0.0, NEVER, bins)
                    .solve(Schedule.at(1.0), (quantity, replica, value, error, axes) -> {
                        if (quantity.name().equals("q_m")) moments[1] -= value;
                        if (!quantity.name().equals("P_m")) return;
                        moments[0] += value * 2.0 / bins;
                        moments[1] += value * axes[1] * axes[1] * 2.0 / bins;
                    });
            assertThat(moments[0]).isCloseTo(1.0, within(1e-12));
            // bins are 0.002 wide, and the density rises steeply to both ends
            assertThat(moments[1]).isCloseTo(0.0, within(2e-5));
        }
    }

    @Test
    void storage() {
        assertThat(solve(new BinaryPerceptronTheory(0.8, PerceptronTask.STORAGE, 0.0, NEVER, 20))
                        .branch())
                .isEqualTo("replica symmetric, stable");
        written("q_m", 0.537942, 1e-5);
        written("phi", 0.035306, 1e-5);
        written("lambda_AT", 0.497497, 1e-5);
        written("lambda", 0.497497, 1e-5);
        written("alpha_c", 0.833079, 1e-5);
        written("alpha_AT", 1.014654, 1e-5);
        assertThat(values).doesNotContainKeys("R_m", "alpha_1", "alpha_2");
        assertThat(solve(new BinaryPerceptronTheory(1.1, PerceptronTask.STORAGE, 0.0, NEVER, 20))
                        .branch())
                .contains("unstable")
                .contains("no solutions");
        assertThat(solve(new BinaryPerceptronTheory(2.0, PerceptronTask.STORAGE, 0.0, NEVER, 20))
                        .branch())
                .contains("no solution with an overlap");
        assertThat(values).doesNotContainKey("q_m");
        solve(new BinaryPerceptronTheory(1.0, PerceptronTask.STORAGE, 0.0, 1.0, 20));
        written("e", 0.282577, 1e-5);
        written("s", 0.591708, 1e-5);
        assertThat(values).doesNotContainKey("alpha_c");
    }

    @Test
    void teacher() {
        assertThat(solve(new BinaryPerceptronTheory(1.3, PerceptronTask.TEACHER, 0.0, NEVER, 20))
                        .branch())
                .contains("metastable");
        written("alpha_1", 1.244684, 1e-5);
        written("alpha_2", 1.49263, 1e-4);
        assertThat(solve(new BinaryPerceptronTheory(1.6, PerceptronTask.TEACHER, 0.0, NEVER, 20))
                        .branch())
                .contains("beyond the spinodal");
        written("R_m", 1.0, 0.0);
        solve(new BinaryPerceptronTheory(0.8, PerceptronTask.TEACHER, 0.0, NEVER, 20));
        written("R_m", 0.454821, 1e-5);
        written("s", 0.205307, 1e-5);
    }

    @Test
    void symmetric() {
        solve(new BinaryPerceptronTheory(0.5, PerceptronTask.SYMMETRIC, 1.0, NEVER, 20));
        written("alpha_c", 1.815875, 1e-6);
        written("q_m", 0.0, 0.0);
        written("phi", Math.log(2.0) + 0.5 * Math.log(0.6826894921), 1e-9);
    }

    @Test
    void whatHasNoTheoryIsRefused() {
        assertThatThrownBy(() -> new BinaryPerceptronTheory(1.0, PerceptronTask.TEACHER, 0.1, NEVER, 20))
                .hasMessageContaining("q = R fails");
        assertThatThrownBy(() -> new BinaryPerceptronTheory(1.0, PerceptronTask.TEACHER, 0.0, 2.0, 20))
                .hasMessageContaining("q = R fails");
        assertThatThrownBy(() -> new BinaryPerceptronTheory(1.0, PerceptronTask.SYMMETRIC, 0.0, NEVER, 20))
                .hasMessageContaining("kappa > 0");
        assertThatThrownBy(() -> new BinaryPerceptronTheory(1.0, PerceptronTask.STORAGE, Double.NaN, NEVER, 20))
                .hasMessageContaining("no margin");
    }
}
