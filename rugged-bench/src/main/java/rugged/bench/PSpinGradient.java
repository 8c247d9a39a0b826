package rugged.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rugged.api.model.Landscape;
import rugged.landscape.Precision;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;
import rugged.num.Streams;
import rugged.num.kernel.KernelChoice;

/**
 * What does a gradient of the spherical 3-spin cost, alone, in a block of eight replicas, and beside one streaming read of its couplings? Currency: time per
 * replica. Plain Java kernels: {@code -jvmArgsAppend -Drugged.kernels=scalar}. Several forks, since a large vector method may stay uncompiled in one JVM.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx3g"})
// JMH fills the parameters and calls the set-up
@SuppressWarnings("NullAway.Init")
public class PSpinGradient {
    private static final int BLOCK = 8;

    @Param({"256", "512"})
    private int n;

    @Param({"FLOAT32", "FLOAT64"})
    private Precision precision;

    private Landscape model;
    private float[][] couplings;
    private double[][] xs;
    private double[][] gs;
    private double[] es;

    /** Builds the model, and as many bytes as its couplings take. */
    @Setup
    public void build() {
        PSpin spec = new PSpin(
                n,
                Mixture.pure(3),
                PSpin.Couplings.FULL,
                precision,
                PSpin.Storage.PACKED,
                Double.POSITIVE_INFINITY,
                1.0,
                1L);
        model = spec.build();
        couplings = new float[n][(int) (spec.cost().traffic() / Float.BYTES / n)];
        xs = new double[BLOCK][n];
        gs = new double[BLOCK][n];
        es = new double[BLOCK];
        for (int r = 0; r < BLOCK; r++) model.randomise(xs[r], Streams.of(1).stream("bench", r));
    }

    /** One pass over the memory that a gradient reads. */
    @Benchmark
    public float read() {
        float sum = 0.0f;
        for (float[] slab : couplings) sum += KernelChoice.best().sum(slab);
        return sum;
    }

    /** One gradient. */
    @Benchmark
    public double gradient() {
        return model.energyAndGradient(xs[0], gs[0]);
    }

    /** One gradient of a replica in a block of eight. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double block() {
        model.energiesAndGradients(xs, es, gs);
        return es[0];
    }

    /** One Hessian-vector product. */
    @Benchmark
    public double hessianVector() {
        model.hessianVector(xs[0], xs[1], gs[0]);
        return gs[0][0];
    }
}
