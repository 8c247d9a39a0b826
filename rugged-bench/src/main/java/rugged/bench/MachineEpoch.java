package rugged.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.motion.Stepper;
import rugged.data.DigitLabels;
import rugged.data.Normalisation;
import rugged.data.Strokes;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.stochastic.ContrastiveDivergence;
import rugged.landscape.Precision;
import rugged.landscape.boltzmann.BoltzmannLearning;
import rugged.landscape.boltzmann.Objective;
import rugged.num.Streams;
import rugged.num.boltzmann.UnitValues;

/**
 * What does an epoch of contrastive divergence with one sweep cost: 10,000 drawn digits of 784 bits, 64 hidden ones, batches of 100? One thread. {@code src/main/python/contrastive_numpy.py} does the same in numpy.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
// JMH fills the parameters and calls the set-up
@SuppressWarnings("NullAway.Init")
public class MachineEpoch {
    private static final int DIGITS = 10000;
    private static final int BATCH = 100;
    private static final int HIDDEN = 64;

    @Param({"FLOAT32", "FLOAT64"})
    private Precision precision;

    private Stepper stepper;

    /** Draws the digits and starts from small weights. */
    @Setup
    public void build() {
        BoltzmannMachine machine = new BoltzmannLearning(
                        new Strokes(DIGITS, 0, DigitLabels.CLASSES, Normalisation.NONE, 0, 1),
                        HIDDEN,
                        UnitValues.BITS,
                        Objective.PSEUDO_LIKELIHOOD,
                        0.5,
                        0.01,
                        BoltzmannLearning.VisibleStart.DATA,
                        precision)
                .build();
        double[] x = new double[machine.dimension()];
        machine.randomise(x, Streams.of(1).stream("bench", 0));
        stepper = new ContrastiveDivergence(
                        0.01,
                        new Batching(BATCH, Sampling.EPOCH),
                        1,
                        ContrastiveDivergence.Begin.DATA,
                        1,
                        0.0,
                        0.0,
                        0.0,
                        Clock.STEPS)
                .start(machine, x, Streams.of(2));
    }

    /** One epoch. */
    @Benchmark
    public long epoch() {
        for (int k = 0; k < DIGITS / BATCH; k++) stepper.step();
        return stepper.steps();
    }
}
