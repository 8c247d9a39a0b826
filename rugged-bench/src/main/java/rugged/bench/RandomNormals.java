package rugged.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** What does a standard normal cost? Nanoseconds a number, beside the JDK's generator whose position cannot be saved. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class RandomNormals {

    private static final int NUMBERS = 4096;

    private final double[] out = new double[NUMBERS];
    private final RandomStream stream = Streams.of(1).stream("benchmark", 0);
    private final SplittableRandom jdk = new SplittableRandom(1);

    /** Our stream: Philox and a ziggurat. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public double[] counterBased() {
        stream.normals(out);
        return out;
    }

    /** The JDK's: SplitMix and a ziggurat. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public double[] jdk() {
        for (int i = 0; i < NUMBERS; i++) out[i] = jdk.nextGaussian();
        return out;
    }
}
