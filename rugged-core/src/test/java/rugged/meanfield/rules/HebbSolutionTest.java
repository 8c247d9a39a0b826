package rugged.meanfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.num.RandomStream;
import rugged.num.Streams;

class HebbSolutionTest {
    private static HebbSolution of(boolean batch, double alpha, double flips) {
        return new HebbSolution(new LessonTask(LearningRule.HEBB, batch, alpha, 1, 0, 1, 0), flips);
    }

    private static void assertNumbers(HebbSolution hebb, double t, double q, double training, double generalisation) {
        assertThat(hebb.length(t)).isCloseTo(q, within(1e-5));
        assertThat(hebb.trainingError(t)).isCloseTo(training, within(1e-5));
        assertThat(LessonTask.generalisationError(hebb.length(t), hebb.overlap(t)))
                .isCloseTo(generalisation, within(1e-5));
    }

    @Test
    void numbersOfBatchAndOnLineLearning() {
        assertNumbers(of(true, 0.5, 0), 2, 11.54648, 0.046229, 0.344391);
        assertThat(of(true, 0.5, 0).overlap(2)).isCloseTo(1.595769, within(1e-5));
        assertNumbers(of(false, 1, 0), 2, 9.54648, 0.148708, 0.327244);
        assertNumbers(of(false, 1, 0), 10, 174.66198, 0.084569, 0.293682);
        assertThat(of(false, 1, 0).late()).isCloseTo(0.285634, within(1e-6));
    }

    @Test
    void lateTimesDoNotKnowTheLearningRate() {
        for (double eta : new double[] {0.3, 2.0}) {
            LessonTask task = new LessonTask(LearningRule.HEBB, false, 1, eta, 0, 1, 0.2);
            HebbSolution hebb = new HebbSolution(task, 0);
            double late = LessonTask.generalisationError(hebb.length(1e7), hebb.overlap(1e7));
            assertThat(late).isCloseTo(hebb.late(), within(1e-6));
        }
    }

    /** Chances of bins add up, their first two moments are those in closed form, and the error is the part below 0. */
    @Test
    void theLawOfFieldsIsItsMoments() {
        for (double flips : new double[] {0.0, 0.2}) {
            HebbSolution hebb = of(false, 0.7, flips);
            double t = 1.5;
            double sum = 0.0;
            double mean = 0.0;
            double square = 0.0;
            double below = 0.0;
            double width = 0.05;
            for (double x = -20; x < 30; x += width) {
                double chance = hebb.chance(t, x, x + width);
                sum += chance;
                mean += chance * (x + 0.5 * width);
                square += chance * ((x + 0.5 * width) * (x + 0.5 * width) - width * width / 12);
                if (x < -0.5 * width) below += chance;
            }
            double y = Math.sqrt(2 / Math.PI);
            double spread = hebb.overlap(t) * hebb.overlap(t) * (1 - y * y);
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(mean).isCloseTo(hebb.mean(t, y), within(1e-6));
            assertThat(square - mean * mean).isCloseTo(hebb.variance(t) + spread, within(1e-3));
            if (flips == 0.0) assertThat(below).isCloseTo(hebb.trainingError(t), within(1e-9));
        }
    }

    /** Flipped labels: the mixture is drawn, field by field. */
    @Test
    void flippedLabelsAreThoseOfDraws() {
        HebbSolution hebb = of(true, 0.7, 0.2);
        RandomStream random = Streams.of(3).stream("fields", 0);
        int draws = 400000;
        int wrong = 0;
        for (int k = 0; k < draws; k++) {
            double y = random.nextGaussian();
            double label = Math.signum(y) * (random.nextDouble() < 0.2 ? -1 : 1);
            double x = hebb.overlap(1) * y + label / 0.7 + hebb.scatter(1) * random.nextGaussian();
            if (x * label < 0) wrong++;
        }
        double error = (double) wrong / draws;
        double noise = Math.sqrt(error * (1 - error) / draws);
        assertThat(hebb.trainingError(1)).isCloseTo(error, within(4 * noise));
    }
}
