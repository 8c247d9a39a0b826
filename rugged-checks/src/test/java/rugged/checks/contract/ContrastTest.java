package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.data.RandomExamples;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.stochastic.ContrastiveDivergence;
import rugged.dynamics.stochastic.ContrastiveDivergence.Begin;
import rugged.landscape.Precision;
import rugged.landscape.boltzmann.BoltzmannLearning;
import rugged.landscape.boltzmann.BoltzmannLearning.VisibleStart;
import rugged.landscape.boltzmann.Objective;
import rugged.num.Streams;
import rugged.num.boltzmann.UnitValues;

/** Contrastive divergence beside the exact gradient of the likelihood. */
class ContrastTest {
    private static final int BLOCKS = 24;
    private static final int STEPS = 100;

    /** So small that the weights stay where they are. */
    private static final double RATE = 1e-9;

    private static BoltzmannLearning machine(UnitValues units, double scale) {
        return new BoltzmannLearning(
                new RandomExamples(40, 0, 7, 0, 1),
                4,
                units,
                Objective.LIKELIHOOD,
                0.5,
                scale,
                VisibleStart.ZERO,
                Precision.FLOAT64);
    }

    private static ContrastiveDivergence divergence(Begin begin, int sweeps, int rungs) {
        return new ContrastiveDivergence(
                RATE, new Batching(20, Sampling.EPOCH), sweeps, begin, rungs, 0.0, 0.0, 0.0, Clock.STEPS);
    }

    /** Mean over components of the squared deviation of the mean step from the exact gradient, in units of its variance. */
    private static double deviation(BoltzmannLearning spec, ContrastiveDivergence dynamics) {
        Landscape landscape = spec.build();
        double[] x = Bestiary.start(landscape, 3);
        int n = x.length;
        double[] exact = new double[n];
        landscape.energyAndGradient(x, exact);
        Stepper stepper = dynamics.start(landscape, x, Streams.of(6));
        stepper.advance(STEPS);
        double[] before = new double[n];
        double[] after = new double[n];
        double[] sum = new double[n];
        double[] squares = new double[n];
        for (int block = 1; block <= BLOCKS; block++) {
            stepper.state(before);
            stepper.advance((block + 1.0) * STEPS);
            stepper.state(after);
            for (int i = 0; i < n; i++) {
                double slope = (before[i] - after[i]) / (RATE * STEPS);
                sum[i] += slope / BLOCKS;
                squares[i] += slope * slope / BLOCKS;
            }
        }
        double chi = 0.0;
        for (int i = 0; i < n; i++) {
            double variance = (squares[i] - sum[i] * sum[i]) / (BLOCKS - 1.0);
            chi += (sum[i] - exact[i]) * (sum[i] - exact[i]) / variance / n;
        }
        return chi;
    }

    @TestFactory
    Stream<DynamicTest> manySweepsGiveTheExactGradient() {
        List<DynamicTest> all = new ArrayList<>();
        for (UnitValues units : UnitValues.values()) {
            double scale = 1.5 * (units == UnitValues.SPINS ? 0.25 : 1.0);
            for (ContrastiveDivergence dynamics : List.of(
                    divergence(Begin.DATA, 200, 1),
                    divergence(Begin.PERSISTENT, 1, 1),
                    divergence(Begin.PERSISTENT, 1, 4)))
                // of 39 components, which go together: the mean of Student's t^2 is 1.1
                all.add(dynamicTest(
                        units + " " + dynamics,
                        () -> assertThat(deviation(machine(units, scale), dynamics))
                                .isCloseTo(1.1, within(0.9))));
        }
        return all.stream();
    }

    @TestFactory
    Stream<DynamicTest> oneSweepIsBiased() {
        return Stream.of(dynamicTest(
                "data",
                () -> assertThat(deviation(machine(UnitValues.BITS, 1.5), divergence(Begin.DATA, 1, 1)))
                        .isGreaterThan(4.0)));
    }
}
