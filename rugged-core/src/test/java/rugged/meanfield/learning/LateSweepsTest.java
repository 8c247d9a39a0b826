package rugged.meanfield.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RunningMean;

/** The effective process at late steps beside an independent program of 12 sweeps of 20,000 trajectories, and of 6 of 8000 for effective temperatures, with its errors: agreement is within four combined errors. */
@Tag("slow")
class LateSweepsTest {
    private static List<Sweep> sweeps(GaussianExamples examples, StudentSteps rule, int steps) {
        EffectiveProcess process = new EffectiveProcess(examples, rule, steps, 8000);
        return LongStream.rangeClosed(1, 8).parallel().mapToObj(process::sweep).toList();
    }

    private static void near(List<Sweep> sweeps, ToDoubleFunction<Sweep> of, double value, double further) {
        RunningMean mean = new RunningMean();
        for (Sweep sweep : sweeps) mean.addNumber(of.applyAsDouble(sweep));
        double error = Math.hypot(mean.deviation() / Math.sqrt(mean.count()), further);
        assertThat(mean.mean()).isCloseTo(value, within(4.0 * error));
    }

    /** Logistic loss, alpha = 2, eta = 0.5, lambda = 0.1, a teacher of signs, after 100 steps. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.1822, 0.0004, 4.149, 0.004, 0.1797, 0.0002",
        "0.2, 0, 0.1973, 0.0003, 4.621, 0.007, 0.1925, 0.0003",
        "0.2, 5, 0.2336, 0.0004, 4.281, 0.012, 0.2099, 0.0004"
    })
    void aHundredSteps(
            double batch,
            double tau,
            double loss,
            double lossError,
            double c,
            double cError,
            double test,
            double testError) {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Logistic(), 0.5, batch, tau, 0.0, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0), rule, 100);
        near(sweeps, sweep -> sweep.loss()[100], loss, lossError);
        near(sweeps, sweep -> sweep.correlation()[100][100], c, cError);
        near(
                sweeps,
                sweep -> Math.acos(sweep.overlap()[100] / Math.sqrt(sweep.correlation()[100][100])) / Math.PI,
                test,
                testError);
        if (batch < 1.0) return;
        near(sweeps, sweep -> sweep.correlation()[20][10], 3.249, 0.002);
        near(sweeps, sweep -> sweep.response()[20][10], 0.2506, 0.0001);
    }

    @Test
    void coins() {
        StudentSteps rule = new StudentSteps(new SmoothLoss.Logistic(), 0.5, 0.2, 0.0, 0.0, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.RANDOM, 2.0, 0.0), rule, 100);
        near(sweeps, sweep -> sweep.loss()[100], 0.4913, 0.0013);
        near(sweeps, sweep -> sweep.correlation()[100][100], 3.544, 0.011);
    }

    /** Not convex: quadratic hinge of margin -0.5 on the sphere, alpha = 7, eta = 0.1. */
    @Test
    void sphere() {
        StudentSteps rule =
                new StudentSteps(new SmoothLoss.QuadraticHinge(-0.5), 0.1, 1.0, 0.0, 0.0, 0.0, 1.0, true, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.RANDOM, 7.0, 0.0), rule, 100);
        near(sweeps, sweep -> sweep.loss()[100], 0.0071, 0.0001);
        near(sweeps, sweep -> sweep.correlation()[100][50], 0.9544, 0.0005);
    }

    /** Effective temperatures after 80 steps at three lags; the other program's errors are 1 to 2 %. */
    @ParameterizedTest
    @CsvSource({
        "0.2, 0, 0, 0.120, 0.090, 0.076",
        "0.2, 2, 0, 0.096, 0.191, 0.163",
        "0.2, 10, 0, 0.045, 0.307, 0.363",
        "1, 0, 0.2, 0.2095, 0.2076, 0.2067"
    })
    void effectiveTemperatures(double batch, double tau, double temperature, double one, double twenty, double eighty) {
        StudentSteps rule =
                new StudentSteps(new SmoothLoss.Logistic(), 0.2, batch, tau, temperature, 0.1, 1.0, false, false);
        List<Sweep> sweeps = sweeps(new GaussianExamples(TeacherLabel.RANDOM, 2.0, 0.0), rule, 160);
        near(sweeps, sweep -> temperature(sweep, 81), one, 0.01 * one);
        near(sweeps, sweep -> temperature(sweep, 100), twenty, 0.01 * twenty);
        near(sweeps, sweep -> temperature(sweep, 160), eighty, 0.015 * eighty);
    }

    private static double temperature(Sweep sweep, int k) {
        double[][] c = sweep.correlation();
        double answer = 0.0;
        for (int j = 80; j < k; j++) answer += 0.2 * sweep.response()[k][j];
        return (0.5 * (c[k][k] + c[80][80]) - c[k][80]) / answer;
    }
}
