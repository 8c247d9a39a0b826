package rugged.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.BenchmarkSpec;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.index.Named;
import rugged.landscape.cluster.LennardJones;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of Lennard-Jones clusters: energy and gradient where a quench ends, and whole quenches by L-BFGS from random starts to |g|/sqrt(N) = 1e-6, in turns with the same in C. Starts of both are drawn from the same law,
 * not the same.
 */
@Named(
        value = "clusters",
        title = "Lennard-Jones clusters",
        doc = "Microseconds of energy and gradient, milliseconds and gradients of a quench, beside the same in C.",
        source = "Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)",
        year = 1997,
        topics = {"clusters", "kernels"})
public record ClusterKernels(
        @Param(doc = "numbers of atoms", symbol = "n", def = "[38, 75]", min = 2, max = 200)
        List<Integer> atoms,

        @Param(doc = "quenches of each in a round", def = "100", min = 1, max = 100000)
        int quenches,

        @Param(doc = "rounds", def = "9", min = 3, max = 1000)
        int rounds)
        implements BenchmarkSpec {
    private static final String GRADIENT = "energy and gradient";
    private static final String QUENCH = "quench";
    private static final int GRADIENTS = 20_000;
    private static final double MOST_STEPS = 10_000;

    public ClusterKernels {
        atoms = List.copyOf(atoms);
    }

    @Override
    public List<Rate> rates() {
        String peer = "the same in C, where there is a compiler";
        return List.of(new Rate(GRADIENT, "us", peer), new Rate(QUENCH, "ms", peer), new Rate(QUENCH, "gradients", ""));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        Optional<CompiledPeer> peer = CompiledPeer.of("lennard_jones.c");
        try {
            for (int n : atoms) measure(n, peer, all);
        } finally {
            peer.ifPresent(CompiledPeer::close);
        }
        return List.copyOf(all);
    }

    private void measure(int n, Optional<CompiledPeer> peer, List<Measurement> all) {
        Landscape cluster = (Landscape) new LennardJones(n).build();
        double[][] ours = new double[3][rounds];
        double[][] theirs = new double[2][rounds];
        double[] x = new double[3 * n];
        // the first is for the compiler
        for (int k = -1; k < rounds; k++) {
            int into = Math.max(k, 0);
            quench(cluster, x, into, ours);
            ours[0][into] = 1e6 * TimedQuench.gradient(cluster, x, GRADIENTS);
            theirs[0][into] = 1e6 * seconds(peer, "gradient", n, GRADIENTS);
            theirs[1][into] = 1e3 * seconds(peer, "quench", n, quenches);
        }
        String size = ", n = " + n;
        all.add(beside(GRADIENT + size, ours[0], "us", theirs[0]));
        if (!Double.isNaN(theirs[0][0]))
            all.add(Timings.measured(GRADIENT + size + ", " + CompiledPeer.compiler(), theirs[0], "us"));
        all.add(beside(QUENCH + size, ours[1], "ms", theirs[1]));
        if (!Double.isNaN(theirs[1][0]))
            all.add(Timings.measured(QUENCH + size + ", " + CompiledPeer.compiler(), theirs[1], "ms"));
        all.add(Timings.measured(QUENCH + size, ours[2], "gradients"));
    }

    private void quench(Landscape cluster, double[] x, int round, double[][] ours) {
        DynamicsSpec minimiser = LimitedMemory.ofClusters(4, 0.4, 1e-6);
        double seconds = 0.0;
        long gradients = 0;
        for (int k = 0; k < quenches; k++) {
            cluster.randomise(x, Streams.of(round).stream("start", k));
            double begun = TimedQuench.now();
            Stepper descent = minimiser.start(cluster, x, Streams.of(1));
            descent.advance(MOST_STEPS);
            descent.state(x);
            seconds += TimedQuench.now() - begun;
            gradients += descent.evaluations();
        }
        ours[1][round] = 1e3 * seconds / quenches;
        ours[2][round] = (double) gradients / quenches;
    }

    private static double seconds(Optional<CompiledPeer> peer, String what, int n, int times) {
        return peer.map(program -> program.seconds(what, Integer.toString(n), Integer.toString(times)))
                .orElse(Double.NaN);
    }

    private static Measurement beside(String name, double[] values, String unit, double[] others) {
        double median = Timings.median(values);
        boolean compared = !Double.isNaN(others[0]);
        double ratio = compared ? median / Timings.median(others) : Double.NaN;
        return new Measurement(
                name, median, unit, Timings.spread(values), compared ? CompiledPeer.compiler() : "", ratio);
    }
}
