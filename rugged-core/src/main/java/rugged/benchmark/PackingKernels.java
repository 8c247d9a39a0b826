package rugged.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import rugged.api.BenchmarkSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.Fire;
import rugged.index.Named;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of packings: a step of FIRE with its share of the making of lists, averaged over a whole quench from random positions, and a gradient alone where the quench
 * ends. Discs of two sizes, 1 and 1.4, at a packing fraction of 0.86.
 */
@Named(
        value = "packings",
        title = "Packings of discs",
        doc = "Nanoseconds a particle for a step of FIRE, lists of pairs included, and for a gradient; seconds and"
                + " steps of a whole quench.",
        source = "Bitzek et al., Phys. Rev. Lett. 97, 170201 (2006)",
        year = 2006,
        topics = {"jamming", "kernels"})
public record PackingKernels(
        @Param(doc = "numbers of particles", symbol = "N", def = "[1024, 4096]", min = 64, max = 1e6)
        List<Integer> particles,

        @Param(doc = "quenches of each", def = "10", min = 3, max = 1000)
        int quenches)
        implements BenchmarkSpec {
    private static final double BILLION = 1e9;
    private static final int GRADIENTS = 500;

    public PackingKernels {
        particles = List.copyOf(particles);
    }

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate("step of FIRE", "ns a particle", "a gradient alone"),
                new Rate("gradient", "ns a particle", ""),
                new Rate("quench to |g|/sqrt(2N) = 1e-10", "s", ""),
                new Rate("quench to |g|/sqrt(2N) = 1e-10", "gradients", ""));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        for (int n : particles) quench(n, all);
        return List.copyOf(all);
    }

    private void quench(int n, List<Measurement> all) {
        Landscape packing = (Landscape) new Packing(n, 2, List.of(1.0, 1.4), 0.86, Repulsion.HARMONIC).build();
        double[] step = new double[quenches];
        double[] gradient = new double[quenches];
        double[] whole = new double[quenches];
        double[] steps = new double[quenches];
        double[] x = new double[2 * n];
        double[] g = new double[2 * n];
        // the first is for the compiler
        for (int k = -1; k < quenches; k++) {
            int into = Math.max(k, 0);
            packing.randomise(x, Streams.of(k + 1).stream("start", 0));
            Stepper descent = new Fire(0.1, 0.6, 5, 0.1, 1e-10).start(packing, x, Streams.of(1));
            long begun = now();
            while (descent.status().running()) descent.step();
            whole[into] = (now() - begun) / BILLION;
            steps[into] = descent.steps();
            step[into] = whole[into] * BILLION / descent.steps() / n;
            descent.state(x);
            packing.energyAndGradient(x, g);
            begun = now();
            for (int times = 0; times < GRADIENTS; times++) packing.energyAndGradient(x, g);
            gradient[into] = (double) (now() - begun) / GRADIENTS / n;
        }
        String size = ", N = " + n;
        double ratio = Timings.median(step) / Timings.median(gradient);
        all.add(new Measurement(
                "step of FIRE" + size,
                Timings.median(step),
                "ns a particle",
                Timings.spread(step),
                "a gradient alone",
                ratio));
        all.add(measured("gradient" + size, gradient, "ns a particle"));
        all.add(measured("quench to |g|/sqrt(2N) = 1e-10" + size, whole, "s"));
        all.add(measured("quench to |g|/sqrt(2N) = 1e-10" + size, steps, "gradients"));
    }

    private static Measurement measured(String name, double[] values, String unit) {
        return new Measurement(name, Timings.median(values), unit, Timings.spread(values), "", Double.NaN);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
