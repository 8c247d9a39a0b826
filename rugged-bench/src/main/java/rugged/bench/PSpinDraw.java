package rugged.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.kernel.CounterNormals;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;

/** What does a coupling cost to draw: from its counter, by vector and by plain code, and from the sequential ziggurat? Currency: time per normal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
// JMH fills the parameters and calls the set-up
@SuppressWarnings("NullAway.Init")
public class PSpinDraw {
    private static final int BLOCKS = 256;
    private static final int NORMALS = BLOCKS * CounterNormals.BLOCK;

    private final double[] normals = new double[NORMALS];
    private RandomStream stream;
    private long block;

    /** Opens the sequential stream. */
    @Setup
    public void open() {
        stream = Streams.of(1).stream("bench", 0);
    }

    /** From counters, with the kernels chosen for this machine. */
    @Benchmark
    @OperationsPerInvocation(NORMALS)
    public double[] counters() {
        KernelChoice.best().normals().fill(1L, 2L, block++, BLOCKS, normals);
        return normals;
    }

    /** From counters, in plain Java. */
    @Benchmark
    @OperationsPerInvocation(NORMALS)
    public double[] plain() {
        Kernels.scalar().normals().fill(1L, 2L, block++, BLOCKS, normals);
        return normals;
    }

    /** From a sequential stream. */
    @Benchmark
    @OperationsPerInvocation(NORMALS)
    public double[] ziggurat() {
        stream.normals(normals);
        return normals;
    }
}
