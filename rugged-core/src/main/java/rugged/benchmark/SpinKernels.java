package rugged.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * turns, beside a program in C. Thread time; medians of rounds, which alternate between the measurements.
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
    private static final int SWEEPS = 200;

    private static final String WARM = "heat bath, T = 1";
    private static final String COLD = "heat bath, T = 0.5";
    private static final String RANDOM = "heat bath, random order, T = 0.5";
    private static final String LADDER = "tempering of 16 temperatures from 0.4 to 1.6";
    private static final String BLOCKS = "bipartite, blocks, T = 0.5";
    private static final List<String> NAMES = List.of(WARM, COLD, RANDOM, LADDER, BLOCKS);

    @Override
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        for (String what : NAMES)
            rates.add(new Rate(what, "ns per attempt", temperature(what).isEmpty() ? "" : CompiledPeer.compiler()));
        return List.copyOf(rates);
    }

    /** Of what the peer does too; else empty. */
    private static String temperature(String what) {
        return what.equals(WARM) ? "1" : what.equals(COLD) ? "0.5" : "";
    }

    @Override
    public List<Measurement> measure() {
        Optional<CompiledPeer> peer = CompiledPeer.of("spin_heat_bath.c");
        try {
            return measure(peer);
        } finally {
            peer.ifPresent(CompiledPeer::close);
        }
    }

    private List<Measurement> measure(Optional<CompiledPeer> peer) {
        List<Stepper> steppers = steppers();
        for (Stepper stepper : steppers) for (int k = 0; k < SETTLE; k++) stepper.step();
        double[][] times = new double[steppers.size()][rounds];
        double[][] ratios = new double[steppers.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int job = 0; job < times.length; job++) {
                long begin = clock();
                for (int k = 0; k < SWEEPS; k++) steppers.get(job).step();
                double attempts = SWEEPS * (double) n * (NAMES.get(job).equals(LADDER) ? RUNGS : 1);
                times[job][round] = (clock() - begin) / attempts;
                ratios[job][round] = times[job][round] / beside(peer, temperature(NAMES.get(job)));
            }
        }
        List<Measurement> all = new ArrayList<>();
        String size = ", N = " + n + ", " + precision.name().toLowerCase(Locale.ROOT);
        for (int job = 0; job < times.length; job++) {
            double ratio = Timings.median(ratios[job]);
            all.add(new Measurement(
                    NAMES.get(job) + size,
                    Timings.median(times[job]),
                    "ns per attempt",
                    Timings.spread(times[job]),
                    Double.isNaN(ratio) ? "" : CompiledPeer.compiler(),
                    ratio));
        }
        return List.copyOf(all);
    }

    private List<Stepper> steppers() {
        Model sk = new SherringtonKirkpatrick(n, 1.0, 0.0, 0.0, precision, 1L).build();
        Model groups = new BipartiteSpins(n, 1.0, 1.0, 0.0, 0.0, precision, 1L).build();
        return List.of(
                start(new HeatBath(1.0, Order.SEQUENTIAL), sk),
                start(new HeatBath(0.5, Order.SEQUENTIAL), sk),
                start(new HeatBath(0.5, Order.RANDOM), sk),
                new Tempering(new HeatBath(1.0, Order.SEQUENTIAL), 0.4, 1.6, RUNGS, List.of(), 1, 0.0)
                        .start(sk, random(sk), Streams.of(4)),
                start(new BlockHeatBath(0.5), groups));
    }

    /** Nanoseconds of an attempt of the peer; NaN without one. */
    private double beside(Optional<CompiledPeer> peer, String temperature) {
        if (peer.isEmpty() || temperature.isEmpty()) return Double.NaN;
        double seconds = peer.get().seconds(Integer.toString(n), temperature, Integer.toString(SWEEPS));
        return seconds * 1e9 / (SWEEPS * (double) n);
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
