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

/**
 * What users get without a word about orders and spacings, from nothing kept. Of every value beside an independent one, the difference has to be covered by the stated error, once, and by what is not known of the other: the last digit of a value from elsewhere. And no
 * error may be larger than is useful, which stands beside the value.
 */
class ChsckLateTimesTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private record Answer(Solution solution, Map<String, double[]> last) {
        double value(String quantity) {
            return last.get(quantity)[0];
        }

        double error(String quantity) {
            return last.get(quantity)[1];
        }

        /**
         * @param known half a unit, or a few, of the last digit of what is expected
         * @param useful what the stated error may be at most
         */
        void covers(String quantity, double expected, double known, double useful) {
            assertThat(value(quantity)).as(quantity).isCloseTo(expected, within(error(quantity) + known));
            assertThat(error(quantity)).as("error of " + quantity).isBetween(0.0, useful);
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

    /** Values of another program at order 12, which differ by less than 1e-9 in e between its spacings. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "1e3, -1.151473582, 0.0495624, 0.816264, 0.688240, 1e-6",
        "1e5, -1.154550753, 0.0093927, 0.78827, 0.70079, 1e-5",
        "1e6, -1.154668254, 0.004115, 0.78416, 0.70253, 1e-5",
        "1e7, -1.154693581, 0.001806, 0.7823, 0.7033, 1e-4",
    })
    void gradientFlowOfThreeSpins(double t, double e, double memory, double half, double chi, double known) {
        Answer answer = solved("3", 0, NEVER, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        answer.covers("e", e, 1e-9, 2e-8);
        answer.covers("C0", memory, known, 10 * known);
        answer.covers("C", half, known, 10 * known);
        answer.covers("chi", chi, known, 10 * known);
    }

    /** Cugliandolo and Dean at t where e = -1 + 3/(8t) and C(t, t/2) = 2^(3/4)/1.5^(3/2) up to corrections of relative order 1/t. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1e6, 1e-9, 5e-5", "1e8, 1e-10, 2e-4"})
    void gradientFlowOfTwoSpins(double t, double inEnergy, double inCorrelation) {
        Answer answer = solved("2", 0, NEVER, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        answer.covers("e", -1 + 3 / (8 * t), 1 / (t * t), inEnergy);
        answer.covers("C", Math.pow(2, 0.75) / Math.pow(1.5, 1.5), 1 / t, inCorrelation);
    }

    /** Steep f'': rows at the distance that is usual for p = 3 end at t = 2.5e5, and those of its companion at 1.1e5. */
    @Tag("slow")
    @Test
    void threeAndTwelveSpins() {
        Answer answer = solved("3+12", 0, NEVER, 1, 1e5);
        assertThat(answer.solution.converged()).isTrue();
        answer.covers("e", -1.8779868, 5e-8, 1e-6);
        answer.covers("C0", 0.090694, 5e-7, 2e-5);
        answer.covers("C", 0.707865, 5e-7, 2e-5);
        answer.covers("chi", 0.405559, 5e-7, 2e-5);
    }

    /** Rows come so close that they are smoothed; the values are those of rows of orders 10 and 13 that are not. None is tried in vain. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"3e5, -1.8816659, 0.673524, 11", "1e6, -1.8845413, 0.637873, 12"})
    void threeAndTwelveSpinsWhereRowsAreSmoothed(double t, double e, double half, int order) {
        Answer answer = solved("3+12", 0, NEVER, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        assertThat(answer.solution.branch())
                .contains("order " + order + ", spacing 0.02500, smoothed")
                .doesNotContain("not order");
        answer.covers("e", e, 2e-7, 1e-6);
        answer.covers("C", half, 2e-6, 5e-5);
    }

    /** Rows of 3+4 are smoothed where they are foreseen to come so close that others are lost, or would be on the way: the same to 3.4e7 as to 1e8. Beside rows of order 13, whose waves are 4e-10 and 6e-6 at 9e7. */
    @Tag("slow")
    @Test
    void threeAndFourSpins() {
        for (double[] expected : new double[][] {
            {3.4e7, -1.690439946940, 0.001701490, 0.654515367, 1e-10, 1e-6},
            {1e8, -1.6904515, 0.00087208, 0.613182, 2e-8, 2e-5},
        }) {
            Answer answer = solved("3+4", 0, NEVER, 1, expected[0]);
            assertThat(answer.solution.converged()).isTrue();
            assertThat(answer.solution.branch())
                    .contains("order 15, spacing 0.02500, smoothed")
                    .doesNotContain("not order");
            answer.covers("e", expected[1], expected[4], 2e-8);
            answer.covers("C0", expected[2], expected[5], 5e-5);
            answer.covers("C", expected[3], expected[5], 5e-5);
        }
    }

    /** Values of another program at order 12 and to its last digits; a state followed in closed form. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "3, 0.5, Infinity, 1e6, -0.8866196, NaN, NaN, 1e-7, 1e-4",
        "3, 0.5, Infinity, 1e8, -0.8866885, NaN, 0.4470, 1e-7, 1e-3",
        "3+4, 0, Infinity, 1e6, -1.6903316, NaN, 0.75215, 1e-7, 2e-4",
        "3+4, 0, 0.806, 1e6, -1.6956911, 0.6585, NaN, 1e-7, 1e-4",
        "3, 0, 0.6, 1e5, -1.161895004, 0.77459667, NaN, 1e-9, 1e-6",
    })
    void otherEquations(
            String mixture,
            double temperature,
            double start,
            double t,
            double e,
            double memory,
            double half,
            double known,
            double useful) {
        Answer answer = solved(mixture, temperature, start, 1, t);
        assertThat(answer.solution.converged()).isTrue();
        answer.covers("e", e, known, 2e-7);
        if (!Double.isNaN(memory)) answer.covers("C0", memory, known < 1e-8 ? 5e-9 : 5e-5, useful);
        if (!Double.isNaN(half)) answer.covers("C", half, half == 0.4470 ? 5e-5 : 5e-6, useful);
    }

    /** The excess over the threshold energy goes on as 0.323 t^(-2/3). */
    @Tag("slow")
    @Test
    void hundredMillion() {
        Answer answer = solved("3", 0, NEVER, 1, 1e8);
        assertThat(answer.solution.converged()).isTrue();
        assertThat((answer.value("e") + 2 / Math.sqrt(3)) * Math.pow(1e8, 2.0 / 3))
                .isCloseTo(0.3230, within(2e-4));
        answer.covers("C", 0.7815, 2e-4, 1e-3);
        assertThat(answer.error("e")).isBetween(0.0, 2e-9);
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

    @Tag("slow")
    @Test
    void rememberedStartsAreRefusedEarly() {
        Answer answer = solved("3+4", 0, 0.806, 1, 1e8);
        assertThat(answer.solution.converged()).isFalse();
        assertThat(answer.solution.branch())
                .contains("t = 1.00e+08 cannot be certified", "t = 7.0e+06 (foreseen at t = 3.33e+04)");
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
