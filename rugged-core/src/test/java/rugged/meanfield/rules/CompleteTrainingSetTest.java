package rugged.meanfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.meanfield.rules.CompleteTrainingSet.Moments;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

class CompleteTrainingSetTest {
    private static LessonTask task(LearningRule rule, boolean batch) {
        return new LessonTask(rule, batch, Double.POSITIVE_INFINITY, 1, 0, 1, 0);
    }

    @Test
    void errorsOfThePerceptron() {
        CompleteTrainingSet flow = new CompleteTrainingSet(task(LearningRule.PERCEPTRON, false), 0);
        double[][] rows = {{2, 0.2975}, {5, 0.1767}, {10, 0.1253}, {20, 0.0993}};
        for (double[] row : rows) {
            flow.advance(row[0]);
            assertThat(LessonTask.generalisationError(flow.length(), flow.overlap()))
                    .isCloseTo(row[1], within(2e-4));
        }
    }

    @Test
    void momentsInClosedForm() {
        Moments perceptron = Moments.of(LearningRule.PERCEPTRON, 1.7, 0.8);
        assertThat(perceptron.v()).isCloseTo(-0.201003, within(1e-5));
        assertThat(perceptron.w()).isCloseTo(0.154162, within(1e-5));
        assertThat(perceptron.z()).isCloseTo(0.289732, within(1e-5));
        Moments adatron = Moments.of(LearningRule.ADATRON, 1.7, 0.8);
        assertThat(adatron.v()).isCloseTo(-0.230368, within(1e-5));
        assertThat(adatron.w()).isCloseTo(0.095934, within(1e-5));
        assertThat(adatron.z()).isCloseTo(0.230368, within(1e-5));
    }

    /** Averages over drawn fields, with and without flips of the label. */
    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void momentsAreThoseOfDraws(LearningRule rule) {
        double q = 1.7;
        double r = 0.8;
        for (double flips : new double[] {0.0, 0.2}) {
            RandomStream random = Streams.of(5).stream(rule.name(), 0);
            int draws = 400000;
            double[] sums = new double[3];
            double[] squares = new double[3];
            for (int k = 0; k < draws; k++) {
                double y = random.nextGaussian();
                double x = r * y + Math.sqrt(q - r * r) * random.nextGaussian();
                int label = (y < 0 ? -1 : 1) * (random.nextDouble() < flips ? -1 : 1);
                double g = rule.strength(x, label);
                double[] values = {x * g, y * g, g * g};
                for (int m = 0; m < 3; m++) {
                    sums[m] += values[m];
                    squares[m] += values[m] * values[m];
                }
            }
            Moments found = Moments.of(rule, q, r, flips);
            double[] closed = {found.v(), found.w(), found.z()};
            for (int m = 0; m < 3; m++) {
                double mean = sums[m] / draws;
                double error = Math.sqrt((squares[m] / draws - mean * mean) / draws);
                assertThat(closed[m]).isCloseTo(mean, within(4 * error + 1e-12));
            }
        }
    }

    /** Without re-use Hebb's rule is the exact solution at alpha infinite, by steps as large as they come. */
    @Test
    void hebbIsTheExactSolution() {
        for (boolean batch : new boolean[] {false, true}) {
            LessonTask task = task(LearningRule.HEBB, batch);
            CompleteTrainingSet flow = new CompleteTrainingSet(task, 0.1);
            flow.advance(3);
            HebbSolution exact = new HebbSolution(task, 0.1);
            assertThat(flow.length()).isCloseTo(exact.length(3), within(1e-9));
            assertThat(flow.overlap()).isCloseTo(exact.overlap(3), within(1e-9));
        }
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new LessonTask(LearningRule.HEBB, false, 1, 1, 0, 1, 1.1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("overlap larger than length allows");
        assertThatThrownBy(() -> new LessonTask(LearningRule.HEBB, false, 0, 1, 0, 1, 0))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> LessonTask.guard(1.0, 1.0, 3.0))
                .isInstanceOf(ClosureFailure.class)
                .hasMessageContaining("Cauchy-Schwarz violated, reduce dt");
    }
}
