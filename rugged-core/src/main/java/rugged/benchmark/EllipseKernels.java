package rugged.benchmark;

import java.util.List;
import rugged.api.BenchmarkSpec.Measurement;
import rugged.api.BenchmarkSpec.Rate;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.Fire;
import rugged.landscape.packing.Contact;
import rugged.landscape.packing.EllipseCount;
import rugged.landscape.packing.EllipseSurvey;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.num.Streams;

/** A gradient of ellipses, and the Newton steps in it, where a quench has come to after some thousand steps. */
final class EllipseKernels {
    static final double[] ASPECTS = {1.05, 1.5};
    static final List<Rate> RATES = List.of(
            new Rate("gradient of ellipses", "ns a touching pair", "the contact function held at the start"),
            new Rate("contacts of ellipses", "Newton steps a contact", ""));

    private static final int PARTICLES = 1024;
    private static final int STEPS = 2000;
    private static final int ROUNDS = 15;
    private static final int GRADIENTS = 100;

    private EllipseKernels() {}

    private static Landscape packing(double aspect, Contact contact) {
        List<Double> sizes = List.of(1.0, 1.4);
        return (Landscape) new Packing(PARTICLES, 2, sizes, 0.92, Repulsion.HARMONIC, aspect, contact).build();
    }

    /** The second, held at the start, needs no maximum: what the maximum costs is the difference. */
    static void measure(double aspect, List<Measurement> all) {
        Landscape exact = packing(aspect, Contact.PERRAM_WERTHEIM);
        Landscape held = packing(aspect, Contact.GAY_BERNE);
        double[] x = new double[exact.dimension()];
        exact.randomise(x, Streams.of(1).stream("start", 0));
        Stepper descent = new Fire(0.1, 0.6, 5, 0.1, 1e-10).start(exact, x, Streams.of(1));
        for (int k = 0; k < STEPS; k++) descent.step();
        descent.state(x);
        EllipseCount count = EllipseSurvey.of(exact, x);
        EllipseCount other = EllipseSurvey.of(held, x);
        double[] ours = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        for (int k = 0; k < ROUNDS; k++) {
            ours[k] = 1e9 * TimedQuench.gradient(exact, x, GRADIENTS) / count.touching();
            without[k] = 1e9 * TimedQuench.gradient(held, x, GRADIENTS) / other.touching();
        }
        String which = ", aspect " + aspect + ", N = " + PARTICLES;
        double median = Timings.median(ours);
        all.add(new Measurement(
                "gradient of ellipses" + which,
                median,
                "ns a touching pair",
                Timings.spread(ours),
                "the contact function held at the start",
                median / Timings.median(without)));
        double steps = (double) count.steps() / count.iterated();
        all.add(new Measurement("contacts of ellipses" + which, steps, "Newton steps a contact", 0.0, "", Double.NaN));
    }
}
