package rugged.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import rugged.api.BenchmarkSpec;
import rugged.api.DynamicsSpec;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.compose.MixingPass;
import rugged.dynamics.inference.ApproximateMessagePassing;
import rugged.dynamics.inference.PassingParameters;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.index.Named;
import rugged.landscape.narrow.ExampleLaw;
import rugged.landscape.narrow.MultiIndexMixing;
import rugged.landscape.narrow.MultiIndexRisk;
import rugged.landscape.narrow.NarrowMixing;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.RiskEvolution;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of a narrow student with the logistic loss and decay 1: messages to convergence (1e-12 in mean square) and a round of them, beside the two products with the inputs that it is made of; the risk minimised by L-BFGS from random weights until |g|/sqrt(d) is
 * 1e-6; and the fixed point of state evolution to 1e-13. Medians of the rounds.
 */
@Named(
        value = "narrow-kernels",
        title = "Kernels of narrow students",
        doc = "Message passing, minimisation and state evolution of a student with the logistic loss.",
        topics = {"kernels", "learning"})
public record NarrowKernels(
        @Param(doc = "number of weights", symbol = "d", def = "2000", min = 9, max = 20000)
        int d,

        @Param(doc = "examples for each weight", symbol = "\u03b1", def = "2", min = 0.0, above = true, max = 10)
        double alpha,

        @Param(doc = "rounds", def = "9", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final String PASSED = "messages to convergence";
    private static final String ROUND = "round of messages";
    private static final String PRODUCTS = "product with the inputs and with their transpose";
    private static final String MINIMISED = "risk minimised by L-BFGS";
    private static final String EVOLVED = "fixed point of state evolution";
    private static final String UNIT = "ms";
    private static final double MILLISECONDS = 1e3;
    private static final double STILL = 1e-12;
    private static final double FLAT = 1e-6;

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate(PASSED, UNIT, PRODUCTS),
                new Rate(ROUND, UNIT, PRODUCTS),
                new Rate(PRODUCTS, UNIT, ""),
                new Rate(MINIMISED, UNIT, PRODUCTS),
                new Rate(EVOLVED, UNIT, ""));
    }

    @Override
    public List<Measurement> measure() {
        ExampleLaw law = new ExampleLaw(alpha, TeacherLabel.SIGN, 0.0, 1L);
        NarrowMixing mixing = new MultiIndexMixing(d, law, Estimate.RISK, MarginLoss.LOGISTIC, 1.0, 0.0).build();
        Model risk = new MultiIndexRisk(d, law, MarginLoss.LOGISTIC, 1.0, 1.0, false).build();
        double[] z = new double[mixing.outputs()];
        double[] w = new double[mixing.unknowns()];
        double[] x = start(mixing);
        MixingPass pass = new MixingPass(mixing);
        double products = Timings.median(times(() -> {
            mixing.mix(w, z);
            mixing.mixTransposed(z, w);
            return w[0];
        }));
        DynamicsSpec amp = new ApproximateMessagePassing(new PassingParameters(0.0, STILL));
        DynamicsSpec descent = new LimitedMemory(
                10, LimitedMemory.Search.WOLFE, 1.0, Optional.empty(), Optional.empty(), Optional.empty(), FLAT);
        List<Measurement> all = new ArrayList<>();
        all.add(beside(PASSED, times(() -> ended(amp, mixing)), products));
        all.add(beside(
                ROUND,
                times(() -> {
                    pass.update(x, x);
                    return x[0];
                }),
                products));
        all.add(beside(PRODUCTS, new double[] {products}, Double.NaN));
        all.add(beside(MINIMISED, times(() -> ended(descent, risk)), products));
        all.add(beside(EVOLVED, times(this::evolved), Double.NaN));
        return List.copyOf(all);
    }

    private double evolved() {
        return new RiskEvolution(alpha, MarginLoss.LOGISTIC, 1.0, TeacherLabel.SIGN, 0.0)
                .fixedPoint()
                .orElseThrow()
                .m();
    }

    private Measurement beside(String what, double[] times, double products) {
        String size = what.equals(EVOLVED) ? "" : ", d = " + d + ", n = " + Math.round(alpha * d);
        double ratio = Timings.median(times) / products;
        return new Measurement(
                what + size,
                Timings.median(times),
                UNIT,
                Timings.spread(times),
                Double.isNaN(ratio) ? "" : PRODUCTS,
                ratio);
    }

    private static double[] start(Model model) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(1).stream("start", 0));
        return x;
    }

    /** Runs to the end; the first number of the state. */
    private static double ended(DynamicsSpec dynamics, Model model) {
        double[] x = start(model);
        Stepper stepper = dynamics.start(model, x, Streams.of(1));
        while (stepper.status().running()) stepper.step();
        stepper.state(x);
        return x[0];
    }

    /** Each round after as many that warm up, in milliseconds. */
    private double[] times(DoubleSupplier work) {
        double[] times = new double[rounds];
        double sink = 0.0;
        for (int k = -rounds; k < rounds; k++) {
            double begun = TimedQuench.now();
            sink += work.getAsDouble();
            times[Math.max(0, k)] = MILLISECONDS * (TimedQuench.now() - begun);
        }
        if (Double.isNaN(sink)) throw new IllegalStateException("a result is not a number");
        return times;
    }
}
