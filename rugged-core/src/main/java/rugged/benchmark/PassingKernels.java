package rugged.benchmark;

import java.util.ArrayList;
import java.util.List;
import rugged.api.BenchmarkSpec;
import rugged.api.mixing.LinearMixing;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Stepper;
import rugged.compose.MixingPass;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.Metropolis;
import rugged.index.Named;
import rugged.landscape.binary.BinaryPerceptron;
import rugged.landscape.binary.BinaryPerceptronMixing;
import rugged.landscape.binary.PatternLaw;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of binary perceptrons on patterns of signs: the energy change of a flip and a flip, in the order of the spins, and a sweep of approximate message passing from a start that knows nothing. Values are medians of the rounds; those of messages
 * stand beside the products with the matrix that they are made of.
 */
@Named(
        value = "binary-perceptron-kernels",
        title = "Binary perceptron kernels",
        doc = "Attempted and accepted flips of a binary perceptron in bits, and a sweep of message passing.",
        topics = {"kernels", "constraint satisfaction"})
public record PassingKernels(
        @Param(doc = "spins whose flips are timed", symbol = "N", def = "1001", min = 9, max = 100000)
        int n,

        @Param(doc = "unknowns of the sweep", def = "10000", min = 9, max = 40000)
        int unknowns,

        @Param(doc = "patterns per weight", symbol = "\u03b1", def = "0.8", min = 0.0, above = true, max = 10)
        double alpha,

        @Param(doc = "rounds", def = "9", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final String COST = "energy change of a flip";
    private static final String FLIP = "flip";
    private static final String ATTEMPT = "attempt of Metropolis at T = 0.2";
    private static final String SWEEP = "sweep of message passing";
    private static final String PRODUCTS = "products with the matrix and its transpose";
    private static final int PASSES = 2000;
    private static final int FLIPS = 50;
    private static final int EQUILIBRATION = 1000;
    private static final double COLD = 0.2;
    private static final double NANOSECONDS = 1e9;
    private static final double MILLISECONDS = 1e3;

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate(COST, "ns", ""),
                new Rate(FLIP, "ns", ""),
                new Rate(ATTEMPT, "ns", CompiledPeer.compiler()),
                new Rate(SWEEP, "ms", PRODUCTS),
                new Rate(PRODUCTS, "ms", ""));
    }

    private PatternLaw law() {
        return new PatternLaw(alpha, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, 1L);
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        SpinLandscape spins = new BinaryPerceptron(n, law()).build();
        double[] sink = new double[1];
        String size = ", N = " + n + ", P = " + law().count(n);
        double attempts = (double) PASSES * n;
        all.add(Timings.measured(COST + size, times(NANOSECONDS / attempts, () -> sink[0] += costs(spins)), "ns"));
        all.add(Timings.measured(FLIP + size, times(NANOSECONDS / (FLIPS * (double) n), () -> flips(spins)), "ns"));
        double[] up = new double[n];
        spins.state(up);
        Stepper sweeps = new Metropolis(COLD, Order.SEQUENTIAL, 1.0).start(spins, up, Streams.of(1));
        for (int k = 0; k < EQUILIBRATION; k++) sweeps.step();
        int count = PASSES / 10;
        double[] ours = times(NANOSECONDS / (count * (double) n), () -> {
            for (int k = 0; k < count; k++) sweeps.step();
        });
        double theirs = inFloats(count);
        all.add(new Measurement(
                ATTEMPT + size,
                Timings.median(ours),
                "ns",
                Timings.spread(ours),
                Double.isNaN(theirs) ? "" : CompiledPeer.compiler(),
                Timings.median(ours) / theirs));
        messages(all);
        if (Double.isNaN(sink[0])) throw new IllegalStateException("costs are not numbers");
        return List.copyOf(all);
    }

    /** Nanoseconds of an attempt in C with numbers of 32 bits for the patterns; NaN without its source or a compiler. */
    private double inFloats(int sweeps) {
        return CompiledPeer.of("perceptron_metropolis.c")
                .map(peer -> {
                    try (peer) {
                        double[] all = new double[rounds];
                        for (int k = 0; k < rounds; k++)
                            all[k] = peer.seconds(
                                    Integer.toString(n), Integer.toString(law().count(n)), Integer.toString(sweeps));
                        return NANOSECONDS * Timings.median(all) / (sweeps * (double) n);
                    }
                })
                .orElse(Double.NaN);
    }

    private static double costs(SpinLandscape spins) {
        double sum = 0.0;
        for (int pass = 0; pass < PASSES; pass++) for (int i = 0; i < spins.dimension(); i++) sum += spins.flipCost(i);
        return sum;
    }

    private static void flips(SpinLandscape spins) {
        for (int pass = 0; pass < FLIPS; pass++) for (int i = 0; i < spins.dimension(); i++) spins.flip(i);
    }

    private void messages(List<Measurement> all) {
        LinearMixing model = new BinaryPerceptronMixing(unknowns, law(), Double.POSITIVE_INFINITY).build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(1).stream("start", 0));
        double[] next = x.clone();
        double[] z = new double[model.outputs()];
        double[] w = new double[model.unknowns()];
        MixingPass pass = new MixingPass(model);
        double[] products = times(MILLISECONDS, () -> {
            model.mix(w, z);
            model.mixTransposed(z, w);
        });
        double[] sweeps = times(MILLISECONDS, () -> pass.update(x, next));
        String size = ", N = " + unknowns + ", P = " + model.outputs();
        all.add(new Measurement(
                SWEEP + size,
                Timings.median(sweeps),
                "ms",
                Timings.spread(sweeps),
                PRODUCTS,
                Timings.median(sweeps) / Timings.median(products)));
        all.add(Timings.measured(PRODUCTS + size, products, "ms"));
    }

    /** Each round after as many that warm up, in seconds times a factor. */
    private double[] times(double factor, Runnable work) {
        double[] times = new double[rounds];
        for (int k = -rounds; k < rounds; k++) {
            double begun = TimedQuench.now();
            work.run();
            times[Math.max(0, k)] = factor * (TimedQuench.now() - begun);
        }
        return times;
    }
}
