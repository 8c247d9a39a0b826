package rugged.meanfield.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.RiskEvolution;
import rugged.meanfield.narrow.StudentOverlaps;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.ridge.RidgeProblem;
import rugged.meanfield.ridge.RidgeSteps;
import rugged.num.RunningMean;

/** The effective process beside the exact solution of ridge regression, and beside an independent program. */
class EffectiveProcessTest {
    private static final StudentSteps LOGISTIC =
            new StudentSteps(new SmoothLoss.Logistic(), 0.5, 0.2, 0.0, 0.0, 0.1, 1.0, false, false);

    private static List<Sweep> sweeps(
            GaussianExamples examples, StudentSteps rule, int steps, int trajectories, int count) {
        EffectiveProcess process = new EffectiveProcess(examples, rule, steps, trajectories);
        return LongStream.rangeClosed(1, count).mapToObj(process::sweep).toList();
    }

    private static RunningMean mean(List<Sweep> sweeps, ToDoubleFunction<Sweep> of) {
        RunningMean mean = new RunningMean();
        for (Sweep sweep : sweeps) mean.addNumber(of.applyAsDouble(sweep));
        return mean;
    }

    private static void near(RunningMean mean, double value, double further, double least) {
        double error = mean.deviation() / Math.sqrt(mean.count());
        assertThat(mean.mean()).isCloseTo(value, within(4.0 * Math.hypot(error, further) + least));
    }

    /** Square loss, batches of a fifth: errors, norm, overlap and response are those of the recursion. */
    @Test
    void ridge() {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Square(), 0.1, 0.2, 0.0, 0.0, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.LINEAR, 2.0, 0.5), rule, 40, 4000, 8);
        RidgeSteps exact =
                new RidgeSteps(new RidgeProblem(2.0, 0.5, 0.1, 1.0), 0.1, 0.2, 0.0, List.of(5.0, 20.0, 40.0));
        for (int k : new int[] {5, 20, 40}) {
            near(mean(sweeps, sweep -> sweep.loss()[k]), exact.train(k), 0.0, 1e-4);
            near(mean(sweeps, sweep -> sweep.correlation()[k][k]), exact.norm(k), 0.0, 1e-4);
            near(mean(sweeps, sweep -> sweep.overlap()[k]), exact.overlap(k), 0.0, 1e-4);
        }
        near(mean(sweeps, sweep -> sweep.correlation()[40][20]), exact.correlation(40, 20), 0.0, 1e-4);
        near(mean(sweeps, sweep -> sweep.response()[40][20]), exact.response(40, 20), 0.0, 5e-4);
        assertThat(exact.response(40, 20)).isCloseTo(0.107096, within(1e-6));
    }

    /** Gradient descent: noise is a function of the past, and curves have hardly an error. */
    @Test
    void ridgeOfWholeBatches() {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Square(), 0.2, 1.0, 0.0, 0.0, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.LINEAR, 2.0, 0.5), rule, 30, 4000, 4);
        RidgeSteps exact = new RidgeSteps(new RidgeProblem(2.0, 0.5, 0.1, 1.0), 0.2, 1.0, 0.0, List.of(5.0, 30.0));
        near(mean(sweeps, sweep -> sweep.loss()[30]), exact.train(30), 0.0, 1e-3);
        near(mean(sweeps, sweep -> sweep.correlation()[30][5]), exact.correlation(30, 5), 0.0, 1e-3);
    }

    /** Langevin dynamics of ridge regression. */
    @Test
    void ridgeInABath() {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Square(), 0.1, 1.0, 0.0, 0.2, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.LINEAR, 2.0, 0.5), rule, 20, 4000, 8);
        near(mean(sweeps, sweep -> sweep.loss()[20]), 0.127027, 0.0, 1e-4);
        near(mean(sweeps, sweep -> sweep.correlation()[20][20]), 1.046079, 0.0, 1e-4);
    }

    /** Logistic loss, alpha = 2, eta = 0.5, lambda = 0.1: an independent program with 12 sweeps of 20,000 trajectories, and its errors. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 5, 0.2838, 0.0004, 1.8993, 0.0011, 0.2174, 0.0002",
        "1, 0, 20, 0.1939, 0.0004, 3.727, 0.003, 0.1837, 0.0002",
        "0.2, 0, 5, 0.3328, 0.0006, 2.681, 0.009, 0.2598, 0.0002",
        "0.2, 0, 20, 0.2110, 0.0006, 4.287, 0.008, 0.1999, 0.0002"
    })
    void logistic(
            double batch,
            double tau,
            int k,
            double loss,
            double lossError,
            double c,
            double cError,
            double test,
            double testError) {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Logistic(), 0.5, batch, tau, 0.0, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0), rule, k, 4000, 8);
        near(mean(sweeps, sweep -> sweep.loss()[k]), loss, lossError, 0.0);
        near(mean(sweeps, sweep -> sweep.correlation()[k][k]), c, cError, 0.0);
        near(
                mean(sweeps, sweep -> Math.acos(sweep.overlap()[k] / Math.sqrt(sweep.correlation()[k][k])) / Math.PI),
                test,
                testError,
                0.0);
    }

    /** Random labels have no teacher; C and R of two times. */
    @Test
    void randomLabels() {
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.RANDOM, 2.0, 0.0), LOGISTIC, 20, 4000, 8);
        near(mean(sweeps, sweep -> sweep.loss()[10]), 0.5394, 0.0016, 0.0);
        near(mean(sweeps, sweep -> sweep.correlation()[10][10]), 2.586, 0.010, 0.0);
        near(mean(sweeps, sweep -> sweep.correlation()[20][10]), 2.135, 0.007, 0.0);
        near(mean(sweeps, sweep -> sweep.response()[20][10]), 0.2017, 0.0002, 0.0);
        assertThat(sweeps.getFirst().overlap()).containsOnly(0.0);
    }

    /** On the sphere, flags that persist, and a loss that is not convex there. */
    @Test
    void sphere() {
        StudentSteps rule =
                new StudentSteps(new SmoothLoss.QuadraticHinge(-0.5), 0.1, 0.3, 1.0, 0.0, 0.0, 1.0, true, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.RANDOM, 7.0, 0.0), rule, 20, 4000, 8);
        near(mean(sweeps, sweep -> sweep.loss()[20]), 0.0333, 0.0002, 0.0);
        near(mean(sweeps, sweep -> sweep.errors()[20]), 0.4829, 0.0006, 0.0);
        assertThat(sweeps)
                .allSatisfy(sweep -> assertThat(sweep.correlation()[20][20]).isEqualTo(1.0));
    }

    /** On the sphere at small steps a projected gradient and a restored norm are the same motion; at large ones their clocks differ. */
    @Test
    void projection() {
        GaussianExamples coins = new GaussianExamples(TeacherLabel.RANDOM, 4.0, 0.0);
        double[] differences = new double[2];
        for (int a = 0; a < 2; a++) {
            double eta = a == 0 ? 0.1 : 0.05;
            int steps = (int) Math.rint(1.0 / eta);
            double[] loss = new double[2];
            for (int projected = 0; projected < 2; projected++) {
                StudentSteps rule = new StudentSteps(
                        new SmoothLoss.QuadraticHinge(0.5), eta, 1.0, 0.0, 0.0, 0.0, 1.0, true, projected == 1);
                loss[projected] = mean(sweeps(coins, rule, steps, 2000, 2), sweep -> sweep.loss()[steps])
                        .mean();
            }
            differences[a] = Math.abs(loss[1] - loss[0]) / loss[0];
        }
        assertThat(differences[0]).isBetween(1e-3, 0.1);
        assertThat(differences[1]).isBetween(0.3 * differences[0], 0.7 * differences[0]);
    }

    /** Where gradient descent ends, the minimum of the risk, state evolution has it without any process. */
    @ParameterizedTest
    @CsvSource({"RANDOM, 0", "MIXTURE, 1", "SIGN, 0"})
    void descentEndsAtTheMinimumOfTheRisk(TeacherLabel label, double noise) {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Logistic(), 0.5, 1.0, 0.0, 0.0, 1.0, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(label, 2.0, noise), rule, 40, 4000, 4);
        RiskEvolution risk = new RiskEvolution(2.0, MarginLoss.LOGISTIC, 1.0, label, noise);
        StudentOverlaps end = risk.fixedPoint().orElseThrow();
        near(mean(sweeps, sweep -> sweep.loss()[40]), risk.trainingLoss(end), 0.0, 1e-3);
        near(mean(sweeps, sweep -> sweep.correlation()[40][40]), end.q(), 0.0, 1e-3);
        near(mean(sweeps, sweep -> sweep.overlap()[40]), end.m(), 0.0, 1e-3);
    }

    /** Same seed, same bits; no step gives the start. */
    @Test
    void sweepsAreRepeated() {
        EffectiveProcess process =
                new EffectiveProcess(new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0), LOGISTIC, 5, 1500);
        assertThat(process.sweep(3).loss()).isEqualTo(process.sweep(3).loss());
        // after others, in the store that they left, as alone
        EffectiveProcess alone =
                new EffectiveProcess(new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0), LOGISTIC, 5, 1500);
        process.sweep(7);
        assertThat(process.sweep(3).response()[5]).isEqualTo(alone.sweep(3).response()[5]);
        assertThat(process.sweep(3).loss()).isNotEqualTo(process.sweep(4).loss());
        Sweep none =
                new EffectiveProcess(new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0), LOGISTIC, 0, 1500).sweep(1);
        assertThat(none.loss()).hasSize(1);
        Sweep shorter =
                new EffectiveProcess(new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0), LOGISTIC, 3, 1500).sweep(3);
        assertThat(shorter.correlation()[3]).isEqualTo(process.sweep(3).correlation()[3]);
        assertThat(none.errors()[0]).isCloseTo(0.5, within(0.06));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new StudentSteps(new SmoothLoss.Square(), 0.1, 0.2, 0.2, 0, 0.1, 1, false, false))
                .hasMessageContaining("persistence");
        assertThatThrownBy(() -> new StudentSteps(new SmoothLoss.Square(), 0.1, 1.2, 0, 0, 0.1, 1, false, false))
                .hasMessageContaining("batch");
        assertThatThrownBy(() -> new StudentSteps(new SmoothLoss.Square(), 0.1, 1, 0, 0, 0.1, 1, true, false))
                .hasMessageContaining("sphere");
        assertThatThrownBy(() ->
                        new StudentSteps(new SmoothLoss.Square(), 1.0, 1, 0, 0, 0.1, 1, false, false).require(2.0))
                .hasMessageContaining("diverges");
        assertThatThrownBy(() -> new GaussianExamples(TeacherLabel.SIGN, 0.0, 0.0))
                .hasMessageContaining("alpha");
    }
}
