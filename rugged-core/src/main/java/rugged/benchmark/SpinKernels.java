package rugged.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rugged.api.BenchmarkSpec;
import rugged.api.SamplerSpec;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Tempering;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.spin.BipartiteSpins;
import rugged.landscape.spin.SherringtonKirkpatrick;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Heat bath of densely coupled Ising spins by the samplers that studies run, in equilibrium at two temperatures: time of an attempted update, which is a random number, an exponential, and one row of couplings if the spin
 * turns. Thread time; medians of rounds, which alternate between the measurements.
 */
@Named(
        value = "spin-kernels",
        title = "Kernels of Ising spins",
        doc = "Heat bath of the Sherrington-Kirkpatrick model, alone and on a ladder of 16 temperatures, and of the"
                + " bipartite one in blocks.",
        topics = {"kernels"})
public record SpinKernels(
        @Param(doc = "number of spins", symbol = "N", def = "1024", min = 8, max = 16384)
        int n,

        @Param(doc = "precision of the couplings", def = "float32")
        Precision precision,

        @Param(doc = "rounds", def = "15", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final int RUNGS = 16;
    private static final int SETTLE = 200;
    private static final int SWEEPS = 10;

    private static final String SEQUENTIAL = "heat bath, T = 1";
    private static final String COLD = "heat bath, T = 0.5";
    private static final String RANDOM = "heat bath, random order, T = 0.5";
    private static final String LADDER = "tempering of 16 temperatures from 0.4 to 1.6";
    private static final String BLOCKS = "bipartite, blocks, T = 0.5";

    @Override
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        for (String what : List.of(SEQUENTIAL, COLD, RANDOM, LADDER, BLOCKS))
            rates.add(new Rate(what, "ns per attempt", ""));
        return List.copyOf(rates);
    }

    @Override
    public List<Measurement> measure() {
        Model sk = new SherringtonKirkpatrick(n, 1.0, 0.0, 0.0, precision, 1L).build();
        Model groups = new BipartiteSpins(n, 1.0, 1.0, 0.0, 0.0, precision, 1L).build();
        List<String> names = List.of(SEQUENTIAL, COLD, RANDOM, LADDER, BLOCKS);
        List<Stepper> steppers = List.of(
                start(new HeatBath(1.0, Order.SEQUENTIAL), sk),
                start(new HeatBath(0.5, Order.SEQUENTIAL), sk),
                start(new HeatBath(0.5, Order.RANDOM), sk),
                new Tempering(new HeatBath(1.0, Order.SEQUENTIAL), 0.4, 1.6, RUNGS, List.of(), 1, 0.0)
                        .start(sk, random(sk), Streams.of(4)),
                start(new BlockHeatBath(0.5), groups));
        for (Stepper stepper : steppers) for (int k = 0; k < SETTLE; k++) stepper.step();
        double[][] times = new double[steppers.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int job = 0; job < times.length; job++) {
                long begin = clock();
                for (int k = 0; k < SWEEPS; k++) steppers.get(job).step();
                double attempts = SWEEPS * (double) n * (names.get(job).equals(LADDER) ? RUNGS : 1);
                times[job][round] = (clock() - begin) / attempts;
            }
        }
        List<Measurement> all = new ArrayList<>();
        String size = ", N = " + n + ", " + precision.name().toLowerCase(Locale.ROOT);
        for (int job = 0; job < times.length; job++)
            all.add(Timings.measured(names.get(job) + size, times[job], "ns per attempt"));
        return List.copyOf(all);
    }

    private static double[] random(Model model) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(2).stream("start", 0));
        return x;
    }

    private static Stepper start(SamplerSpec spec, Model model) {
        return spec.start(model, random(model), Streams.of(3));
    }

    /** Time of this thread, so that neighbours who take the processor away do not count. */
    private static long clock() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
