package rugged.theory.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.Archive;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.Mixture;

/** What users get without a word about orders and spacings, from nothing kept. */
class ChsckLateTimesTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private record Answer(Solution solution, Map<String, double[]> last) {
        double value(String quantity) {
            return last.get(quantity)[0];
        }

        double error(String quantity) {
            return last.get(quantity)[1];
        }
    }

    private static Answer solved(String mixture, double temperature, double start, double tick, double until) {
        Chsck theory = new Chsck(
                Mixture.parse(mixture),
                temperature,
                start,
                NEVER,
                1,
                List.of(100.0, until),
                true,
                tick,
                Chsck.Method.LONG_TIME,
                0,
                0,
                0,
                true);
        Map<String, double[]> last = new HashMap<>();
        Solution solution = theory.solve(
                Schedule.at(),
                (quantity, replica, value, error, axes) -> {
                    if (axes[0] == until) last.put(quantity.name(), new double[] {value, error});
                },
                Archive.NONE);
        return new Answer(solution, last);
    }

    @BeforeEach
    void forget() {
        AgingRows.forget();
    }

    /** Values of another program at order 12; the stated error covers the difference, and is not much larger than needed. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "1e3, -1.151473582, 0.0495624, 0.816264, 0.688240, 1e-6",
        "1e5, -1.154550753, 0.0093927, 0.78827, 0.70079, 1.2e-5",
        "1e6, -1.154668254, 0.004115, 0.78416, 0.70253, 2e-5",
        "1e7, -1.154693581, 0.001806, 0.7823, 0.7033, 1e-4",
    })
    void gradientFlowOfThreeSpins(double t, double e, double memory, double half, double chi, double tolerance) {
        Answer answer = solved("3", 0, NEVER, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        assertThat(answer.value("e")).isCloseTo(e, within(4e-9));
        assertThat(answer.value("C0")).isCloseTo(memory, within(tolerance));
        assertThat(answer.value("C")).isCloseTo(half, within(tolerance));
        assertThat(answer.value("chi")).isCloseTo(chi, within(tolerance));
        assertThat(answer.error("e")).isBetween(0.0, 2e-8);
        assertThat(answer.error("C")).isLessThan(10 * tolerance);
    }

    /** Steep f'': rows at the distance that is usual for p = 3 end at t = 2.5e5, and those of its companion at 1.1e5. */
    @Tag("slow")
    @Test
    void threeAndTwelveSpins() {
        Answer answer = solved("3+12", 0, NEVER, 1, 1e5);
        assertThat(answer.solution.converged()).isTrue();
        assertThat(answer.value("e")).isCloseTo(-1.8779868, within(1e-7));
        assertThat(answer.value("C0")).isCloseTo(0.090694, within(1e-6));
        assertThat(answer.value("C")).isCloseTo(0.707865, within(2e-6));
        assertThat(answer.value("chi")).isCloseTo(0.405559, within(2e-6));
        assertThat(answer.error("e")).isBetween(1e-8, 1e-6);
        assertThat(answer.error("C")).isBetween(5e-7, 2e-5);
    }

    /** Rows come so close that they are smoothed; values at other orders without. None is tried in vain. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"3e5, -1.8816659, 0.673524, 11", "1e6, -1.8845413, 0.637873, 12"})
    void threeAndTwelveSpinsWhereRowsAreSmoothed(double t, double e, double half, int order) {
        Answer answer = solved("3+12", 0, NEVER, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        assertThat(answer.solution.branch())
                .contains("order " + order + ", spacing 0.02500, smoothed")
                .doesNotContain("not order");
        assertThat(answer.value("e")).isCloseTo(e, within(2e-7));
        assertThat(answer.value("C")).isCloseTo(half, within(5e-6));
        assertThat(answer.error("e")).isPositive().isLessThan(1e-6);
        assertThat(answer.error("C")).isPositive().isLessThan(5e-5);
    }

    /** Values of another program at order 12 and to five digits. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "3, 0.5, Infinity, 1e5, -0.8863896, NaN, NaN, 1e-7",
        "3, 0.5, Infinity, 1e6, -0.8866196, NaN, NaN, 1e-7",
        "3, 0.5, Infinity, 1e7, -0.8866752, NaN, NaN, 1e-7",
        "3, 0.5, Infinity, 1e8, -0.8866885, NaN, 0.4470, 3e-4",
        "3+4, 0, Infinity, 1e6, -1.6903316, NaN, 0.75215, 2e-4",
        "3+4, 0, 0.806, 1e6, -1.6956911, 0.6585, NaN, 5e-5",
        "3, 0, 0.6, 1e5, -1.161895004, 0.77459667, NaN, 1e-8",
    })
    void otherEquations(
            String mixture,
            double temperature,
            double start,
            double t,
            double e,
            double memory,
            double half,
            double tolerance) {
        Answer answer = solved(mixture, temperature, start, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        assertThat(answer.value("e")).isCloseTo(e, within(Math.min(tolerance, 2e-7)));
        if (!Double.isNaN(memory)) assertThat(answer.value("C0")).isCloseTo(memory, within(tolerance));
        if (!Double.isNaN(half)) assertThat(answer.value("C")).isCloseTo(half, within(tolerance));
    }

    @Tag("slow")
    @Test
    void twentyMillion() {
        Answer answer = solved("3", 0, NEVER, 1, 2e7);
        assertThat(answer.solution.converged()).isTrue();
        assertThat(answer.value("e")).isCloseTo(-1.15469616, within(5e-9));
        assertThat(answer.error("e")).isLessThan(2e-8);
    }

    /** The excess over the threshold energy goes on as 0.323 t^(-2/3). */
    @Tag("slow")
    @Test
    void hundredMillion() {
        Answer answer = solved("3", 0, NEVER, 1, 1e8);
        assertThat(answer.solution.converged()).isTrue();
        assertThat((answer.value("e") + 2 / Math.sqrt(3)) * Math.pow(1e8, 2.0 / 3))
                .isCloseTo(0.3230, within(2e-4));
        assertThat(answer.value("C")).isCloseTo(0.7815, within(5e-4));
        assertThat(answer.error("e")).isLessThan(2e-9);
        assertThat(answer.error("C")).isLessThan(1e-3);
    }

    /** What cannot be reached is refused within seconds, with the time that can. */
    @Tag("slow")
    @Test
    void steepMixturesAreRefusedEarly() {
        Answer answer = solved("3+12", 0, NEVER, 1, 3e7);
        assertThat(answer.solution.converged()).isFalse();
        assertThat(answer.solution.branch())
                .contains("t = 3.00e+07 cannot be reached")
                .containsPattern("from about t = [3-5]\\.\\de\\+06 on .foreseen at t = 1\\.2\\de\\+03")
                .doesNotContain("order");
        assertThat(answer.last).isEmpty();
    }

    /** No numbers without a reason. */
    @Test
    void beyondAllTimesThereIsAReason() {
        Answer answer = solved("3", 0, NEVER, 100, 1e8);
        assertThat(answer.solution.converged()).isFalse();
        assertThat(answer.solution.branch())
                .contains("t = 1.000e+08 is later than 3e8/sqrt(f''(1)), where the long-time method ends: t = 1.7e+06");
        assertThat(answer.last).isEmpty();
    }
}
