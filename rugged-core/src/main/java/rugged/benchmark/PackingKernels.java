package rugged.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.BenchmarkSpec;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.dynamics.minimise.Fire;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.index.Named;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of packings: a step of FIRE with its share of the making of lists, averaged over a whole quench from random positions until no disc feels a force above 1e-10, in turns with the
 * same in C; a gradient alone where the quench ends; the same quenches by L-BFGS; and gradients of ellipses. Discs of two sizes, 1 and 1.4, at a packing fraction of 0.86.
 */
@Named(
        value = "packings",
        title = "Packings of discs and ellipses",
        doc = "Nanoseconds a particle for a step of FIRE, lists of pairs included, and for a gradient; seconds and"
                + " gradients of a whole quench by FIRE and by L-BFGS; nanoseconds a touching pair of ellipses.",
        source = "Bitzek et al., Phys. Rev. Lett. 97, 170201 (2006)",
        year = 2006,
        topics = {"jamming", "kernels"})
public record PackingKernels(
        @Param(doc = "numbers of particles", symbol = "N", def = "[1024, 4096]", min = 64, max = 1e6)
        List<Integer> particles,

        @Param(doc = "quenches of each", def = "10", min = 3, max = 1000)
        int quenches)
        implements BenchmarkSpec {
    private static final int GRADIENTS = 500;
    private static final String STEP = "step of FIRE";
    private static final String GRADIENT = "gradient";
    private static final String FIRE = "FIRE to a largest force of 1e-10";
    private static final String NEWTON = "L-BFGS to a largest force of 1e-10";

    public PackingKernels {
        particles = List.copyOf(particles);
    }

    @Override
    public List<Rate> rates() {
        List<Rate> all = new ArrayList<>(List.of(
                new Rate(STEP, "ns a particle", "the same in C, where there is a compiler"),
                new Rate(GRADIENT, "ns a particle", ""),
                new Rate(FIRE, "s", ""),
                new Rate(FIRE, "gradients", ""),
                new Rate(NEWTON, "s", "FIRE"),
                new Rate(NEWTON, "gradients", "FIRE")));
        all.addAll(EllipseKernels.RATES);
        return List.copyOf(all);
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        Optional<CompiledPeer> peer = CompiledPeer.of("packing_fire.c");
        try {
            for (int n : particles) quench(n, peer, all);
        } finally {
            peer.ifPresent(CompiledPeer::close);
        }
        for (double aspect : EllipseKernels.ASPECTS) EllipseKernels.measure(aspect, all);
        return List.copyOf(all);
    }

    private void quench(int n, Optional<CompiledPeer> peer, List<Measurement> all) {
        Landscape packing = (Landscape) new Packing(n, 2, List.of(1.0, 1.4), 0.86, Repulsion.HARMONIC).build();
        DynamicsSpec fire = new Fire(0.1, 0.6, 5, 0.1, 1e-15);
        DynamicsSpec newton = new LimitedMemory(10, LimitedMemory.Search.CONTROLLED, 0.1, 1e-15);
        double[][] ours = new double[3][quenches];
        double[][] newtons = new double[2][quenches];
        double[] gradient = new double[quenches];
        double[] theirs = new double[quenches];
        double[] x = new double[2 * n];
        // the first is for the compiler
        for (int k = -1; k < quenches; k++) {
            int into = Math.max(k, 0);
            packing.randomise(x, Streams.of(k + 1).stream("start", 0));
            TimedQuench one = TimedQuench.of(fire, packing, x);
            TimedQuench two = TimedQuench.of(newton, packing, x);
            ours[0][into] = 1e9 * one.seconds() / one.steps() / n;
            ours[1][into] = one.seconds();
            ours[2][into] = one.gradients();
            newtons[0][into] = two.seconds();
            newtons[1][into] = two.gradients();
            gradient[into] = 1e9 * TimedQuench.gradient(packing, one.x(), GRADIENTS) / n;
            theirs[into] = 1e9
                    * peer.map(program -> program.seconds(Integer.toString(n), Integer.toString(into + 1)))
                            .orElse(Double.NaN);
        }
        String size = ", N = " + n;
        boolean compared = !Double.isNaN(Timings.median(theirs));
        String against = compared ? CompiledPeer.compiler() : "";
        all.add(beside(STEP + size, ours[0], "ns a particle", against, theirs));
        if (compared) all.add(Timings.measured(STEP + size + ", " + against, theirs, "ns a particle"));
        all.add(Timings.measured(GRADIENT + size, gradient, "ns a particle"));
        all.add(Timings.measured(FIRE + size, ours[1], "s"));
        all.add(Timings.measured(FIRE + size, ours[2], "gradients"));
        all.add(beside(NEWTON + size, newtons[0], "s", "FIRE", ours[1]));
        all.add(beside(NEWTON + size, newtons[1], "gradients", "FIRE", ours[2]));
    }

    private static Measurement beside(String name, double[] values, String unit, String against, double[] others) {
        double median = Timings.median(values);
        double ratio = median / Timings.median(others);
        return new Measurement(name, median, unit, Timings.spread(values), against, ratio);
    }
}
