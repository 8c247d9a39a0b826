package rugged.meanfield.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RunningMean;

/** A second route to the effective process: guessed kernels, whole trajectories, and again, with numbers that stay. */
class IterativeSchemeTest {
    private static final int STEPS = 12;

    private static final GaussianExamples SIGNS = new GaussianExamples(TeacherLabel.SIGN, 2.0, 0.0);

    private static final StudentSteps BATCHES =
            new StudentSteps(new SmoothLoss.Logistic(), 0.5, 0.2, 0.0, 0.0, 0.1, 1.0, false, false);

    private static <T> RunningMean mean(List<T> all, ToDoubleFunction<T> of) {
        RunningMean mean = new RunningMean();
        for (T one : all) mean.addNumber(of.applyAsDouble(one));
        return mean;
    }

    private static void same(String what, RunningMean one, RunningMean other) {
        double error = Math.hypot(one.deviation(), other.deviation()) / Math.sqrt(one.count());
        assertThat(one.mean()).as(what).isCloseTo(other.mean(), within(4.5 * error));
        assertThat(error).as(what).isLessThan(0.02 * Math.abs(one.mean()));
    }

    /** Sixteen of each, 2000 trajectories: five numbers agree within 4.5 combined errors (a false alarm in 3e4), which are below 2 %. */
    @Test
    void bothRoutesAgree() {
        IterativeScheme scheme = new IterativeScheme(SIGNS, BATCHES, STEPS, 2000);
        List<IterativeScheme.End> iterated =
                LongStream.rangeClosed(1, 16).mapToObj(scheme::solve).toList();
        assertThat(iterated).allSatisfy(end -> assertThat(end.change()).isLessThan(1e-9));
        EffectiveProcess process = new EffectiveProcess(SIGNS, BATCHES, STEPS, 2000);
        List<Sweep> swept =
                LongStream.rangeClosed(101, 116).mapToObj(process::sweep).toList();
        same("loss", mean(swept, s -> s.loss()[STEPS]), mean(iterated, e -> e.loss()[STEPS]));
        same("norm", mean(swept, s -> s.correlation()[STEPS][STEPS]), mean(iterated, e -> e.kernels().c[STEPS][STEPS]));
        same("correlation", mean(swept, s -> s.correlation()[STEPS][4]), mean(iterated, e -> e.kernels().c[STEPS][4]));
        same("response", mean(swept, s -> s.response()[STEPS][4]), mean(iterated, e -> e.kernels().r[STEPS][4]));
        same("overlap", mean(swept, s -> s.overlap()[STEPS]), mean(iterated, e -> e.kernels().m[STEPS]));
    }
}
