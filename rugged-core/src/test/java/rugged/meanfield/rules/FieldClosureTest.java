package rugged.meanfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.params.BadParameter;

class FieldClosureTest {
    private static final double DX = 0.05;
    private static final int CELLS = 640;

    private static LessonTask task(LearningRule rule, boolean batch, double alpha) {
        return new LessonTask(rule, batch, alpha, 1, 0, 1, 0);
    }

    private static double error(FieldClosure closure) {
        return LessonTask.generalisationError(closure.length(), closure.overlap());
    }

    /** The closure on the exact law of fields of Hebb's rule. */
    private record Exact(FieldSaddle saddle, double[] x, double[][] p, double length) {
        static Exact at(boolean batch, double t) {
            HebbSolution hebb = new HebbSolution(task(LearningRule.HEBB, batch, 1), 0);
            double[] x = new double[CELLS];
            for (int k = 0; k < CELLS; k++) x[k] = (k - CELLS / 2 + 0.5) * DX;
            double[] y = FieldStrata.of(FieldBins.TEACHER_BINS);
            double[][] p = new double[y.length][CELLS];
            double[] visits = hebb.visits(t);
            for (int s = 0; s < y.length; s++) {
                double total = 0;
                for (int k = 0; k < CELLS; k++) {
                    for (int n = 0; n < visits.length; n++) {
                        double z = (x[k] - hebb.overlap(t) * y[s] - hebb.moved(n, t)) / hebb.scatter(t);
                        p[s][k] += visits[n] * Math.exp(-0.5 * z * z);
                    }
                    total += p[s][k];
                }
                for (int k = 0; k < CELLS; k++) p[s][k] /= total;
            }
            FieldSaddle saddle = new FieldSaddle(x, y, 1);
            saddle.solve(hebb.length(t), hebb.overlap(t), p);
            return new Exact(saddle, x, p, hebb.length(t));
        }

        double free() {
            return length * (1 - saddle.q());
        }
    }

    /** Q(1 - q) is conserved and Phi = -d ln P/dx: exact. */
    @Test
    void theFullClosureIsExactForHebbAsABatch() {
        Exact found = Exact.at(true, 1);
        assertThat(found.free()).isCloseTo(1, within(1e-5));
        HebbSolution hebb = new HebbSolution(task(LearningRule.HEBB, true, 1), 0);
        double width = hebb.scatter(1);
        double[] y = FieldStrata.of(FieldBins.TEACHER_BINS);
        for (int s = 0; s < y.length; s++)
            for (int k = 0; k < CELLS; k++)
                if (found.p()[s][k] > 1e-5)
                    assertThat(found.saddle().phi(s)[k])
                            .isCloseTo((found.x()[k] - hebb.mean(1, y[s])) / (width * width), within(1e-5));
        assertThat(Exact.at(true, 2).free()).isCloseTo(1, within(1e-4));
    }

    /** On-line it is a closure: Q(1 - q) grows. */
    @Test
    void onLineItIsOnlyAClosure() {
        assertThat(Exact.at(false, 1).free()).isCloseTo(1.941, within(0.01 * 1.941));
        assertThat(Exact.at(false, 2).free()).isCloseTo(2.880, within(0.01 * 2.880));
    }

    /** Conditionally Gaussian fields stay so: level 1 is exact too. */
    @Test
    void particlesConserveWhatTheBatchOfHebbConserves() {
        ParticleClosure closure = new ParticleClosure(task(LearningRule.HEBB, true, 1), false, 1);
        HebbSolution exact = new HebbSolution(task(LearningRule.HEBB, true, 1), 0);
        closure.advance(2);
        assertThat(closure.overlap()).isCloseTo(exact.overlap(2), within(1e-6));
        assertThat(closure.length()).isCloseTo(exact.length(2), within(0.03));
        assertThat(closure.trainingError()).isCloseTo(exact.trainingError(2), within(2e-3));
        assertThat(closure.length() * (1 - closure.q())).isCloseTo(1, within(0.02));
    }

    /** Where no example is seen twice level 1 is the complete training set; its particles are the error. */
    @Test
    @Tag("slow")
    void withoutReuseItIsTheCompleteTrainingSet() {
        for (LearningRule rule : LearningRule.values()) {
            ParticleClosure closure = new ParticleClosure(task(rule, false, 1e6), false, 1);
            CompleteTrainingSet exact = new CompleteTrainingSet(task(rule, false, 1e6), 0);
            closure.advance(4);
            exact.advance(4);
            double expected = LessonTask.generalisationError(exact.length(), exact.overlap());
            assertThat(error(closure)).isCloseTo(expected, within(2e-3));
            assertThat(closure.trainingError()).isCloseTo(expected, within(4e-3));
        }
    }

    @Test
    @Tag("slow")
    void numbersOfLevelOne() {
        ParticleClosure perceptron = new ParticleClosure(task(LearningRule.PERCEPTRON, false, 1), false, 1);
        perceptron.advance(2);
        assertThat(perceptron.trainingError()).isCloseTo(0.1305, within(3e-3));
        assertThat(error(perceptron)).isCloseTo(0.3715, within(2e-3));
        perceptron.advance(10);
        assertThat(perceptron.length()).isCloseTo(1.037, within(7e-3));
        assertThat(perceptron.overlap()).isCloseTo(0.566, within(4e-3));
        assertThat(perceptron.trainingError()).isCloseTo(0.0158, within(3e-3));
        assertThat(error(perceptron)).isCloseTo(0.3123, within(3e-3));
        ParticleClosure four = new ParticleClosure(task(LearningRule.PERCEPTRON, false, 4), false, 1);
        four.advance(10);
        assertThat(four.trainingError()).isCloseTo(0.0900, within(3e-3));
        assertThat(error(four)).isCloseTo(0.1623, within(3e-3));
        ParticleClosure adatron = new ParticleClosure(task(LearningRule.ADATRON, false, 2), false, 1);
        adatron.advance(10);
        assertThat(adatron.trainingError()).isCloseTo(0.0776, within(3e-3));
        assertThat(error(adatron)).isCloseTo(0.3076, within(3e-3));
        ParticleClosure batch = new ParticleClosure(task(LearningRule.PERCEPTRON, true, 4), false, 1);
        batch.advance(10);
        assertThat(batch.length()).isCloseTo(0.3640, within(5e-3));
        assertThat(batch.overlap()).isCloseTo(0.4229, within(5e-3));
        assertThat(error(batch)).isCloseTo(0.2528, within(5e-3));
    }

    /** Cells of 0.05; the first row is an independent implementation's to within what cells of this width are good for. */
    @Test
    @Tag("slow")
    void numbersOfLevelTwo() {
        GridClosure perceptron = new GridClosure(task(LearningRule.PERCEPTRON, false, 1), DX, 7);
        perceptron.advance(10);
        assertThat(perceptron.overlap()).isCloseTo(0.559, within(6e-3));
        assertThat(perceptron.trainingError()).isCloseTo(0.0136, within(3e-3));
        assertThat(error(perceptron)).isCloseTo(0.3116, within(3e-3));
    }

    @Test
    void jumpsHaveToFitTheGrid() {
        assertThatThrownBy(() -> GridClosure.check(1.0, 0.03))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("choose dx = eta/k");
        GridClosure.check(1.0, 0.05);
        GridClosure.check(0.3, 0.1);
    }

    /** Fields that run out of the grid are not lost in silence. */
    @Test
    void fieldsThatLeaveTheGridAreRefused() {
        GridClosure narrow = new GridClosure(task(LearningRule.HEBB, true, 0.2), 0.1, 5);
        assertThatThrownBy(() -> narrow.advance(2))
                .isInstanceOf(ClosureFailure.class)
                .hasMessageContaining("leave the grid");
    }
}
