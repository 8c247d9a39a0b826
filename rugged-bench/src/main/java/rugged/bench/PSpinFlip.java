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
import rugged.api.model.SpinLandscape;
import rugged.landscape.Precision;
import rugged.landscape.glass.IsingPSpin;
import rugged.meanfield.Mixture;

/** What do an attempted and an accepted flip of the Ising 3-spin cost? Currency: time per flip. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx3g"})
// JMH fills the parameters and calls the set-up
@SuppressWarnings("NullAway.Init")
public class PSpinFlip {
    @Param({"128", "256"})
    private int n;

    @Param({"FLOAT32", "FLOAT64"})
    private Precision precision;

    private SpinLandscape model;
    private int spin;

    /** Builds the model, all spins up. */
    @Setup
    public void build() {
        model = new IsingPSpin(n, Mixture.pure(3), precision, 1L).build();
    }

    /** The energy change of a flip. */
    @Benchmark
    public double attempted() {
        spin = spin + 1 == n ? 0 : spin + 1;
        return model.flipCost(spin);
    }

    /** A flip with the update of all fields. */
    @Benchmark
    public double accepted() {
        spin = spin + 1 == n ? 0 : spin + 1;
        model.flip(spin);
        return model.energy();
    }
}
