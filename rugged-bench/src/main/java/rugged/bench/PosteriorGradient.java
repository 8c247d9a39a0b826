package rugged.bench;

import java.util.List;
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
import rugged.api.bayesian.GaussianParts;
import rugged.api.motion.Sampler;
import rugged.data.Ripples;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.landscape.network.Posterior;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.num.Streams;

/** What does a gradient of the posterior of a Bayesian network cost, and what a leapfrog step of Hamiltonian Monte Carlo: 60 inputs, 50 hidden units, 50 examples. One thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx1g"})
// JMH fills the parameters and calls the set-up
@SuppressWarnings("NullAway.Init")
public class PosteriorGradient {
    private static final int LEAPFROGS = 20;

    @Param({"ERF", "RELU", "LINEAR", "TANH"})
    private HiddenUnit unit;

    private GaussianParts model;
    private Sampler sampler;
    private double[] x;
    private double[] g;

    /** Draws the data and a state of the prior. */
    @Setup
    public void build() {
        model = new Posterior(
                        new Ripples(50, 0, 60, 2.0, 0.3, 1), new BayesianNetwork(List.of(50), unit, 0.1, 1.0, 1.0))
                .build();
        x = new double[model.dimension()];
        g = new double[x.length];
        model.randomise(x, Streams.of(1).stream("bench", 0));
        sampler = new HamiltonianMonteCarlo(1.0, 0.07, LEAPFROGS, 0.2).start(model, x, Streams.of(2));
    }

    /** One gradient. */
    @Benchmark
    public double gradient() {
        return model.energyAndGradient(x, g);
    }

    /** One trajectory of 20 leapfrog steps. */
    @Benchmark
    public long trajectory() {
        sampler.step();
        return sampler.steps();
    }
}
