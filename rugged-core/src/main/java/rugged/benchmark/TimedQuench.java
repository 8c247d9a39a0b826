package rugged.benchmark;

import java.lang.management.ManagementFactory;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.num.Streams;

/**
 * A descent until no disc feels a force above 1e-10, which is looked for now and then while the clock stands.
 *
 * @param x where it ends
 * @param seconds processor time of this thread
 * @param steps of the minimiser
 * @param gradients that it took
 */
record TimedQuench(double[] x, double seconds, long steps, long gradients) {
    private static final double FORCE = 1e-10;
    private static final int LOOK = 20;
    private static final long MOST = 1_000_000;

    static TimedQuench of(DynamicsSpec minimiser, Landscape discs, double[] start) {
        Stepper descent = minimiser.start(discs, start, Streams.of(1));
        double[] x = new double[start.length];
        double[] g = new double[start.length];
        double seconds = 0.0;
        do {
            double begun = now();
            for (int k = 0; k < LOOK && descent.status().running(); k++) descent.step();
            seconds += now() - begun;
            descent.state(x);
            discs.energyAndGradient(x, g);
        } while (descent.status().running() && descent.steps() < MOST && largest(g) > FORCE);
        return new TimedQuench(x, seconds, descent.steps(), descent.evaluations());
    }

    /** Seconds of one gradient at x. */
    static double gradient(Landscape landscape, double[] x, int times) {
        double[] g = new double[x.length];
        landscape.energyAndGradient(x, g);
        double begun = now();
        for (int k = 0; k < times; k++) landscape.energyAndGradient(x, g);
        return (now() - begun) / times;
    }

    private static double largest(double[] g) {
        double most = 0.0;
        for (int i = 0; i < g.length; i += 2) most = Math.max(most, g[i] * g[i] + g[i + 1] * g[i + 1]);
        return Math.sqrt(most);
    }

    /** Processor seconds of this thread. */
    static double now() {
        return 1e-9 * ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
