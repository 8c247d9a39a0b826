package rugged.theory.learning;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.StudentCurves;
import rugged.index.Named;
import rugged.meanfield.ridge.LearningDynamics;
import rugged.meanfield.ridge.RidgeFlow;
import rugged.meanfield.ridge.RidgeOnePass;
import rugged.meanfield.ridge.RidgeProblem;
import rugged.meanfield.ridge.RidgeSteps;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How ridge regression is learnt, exact for infinitely many inputs at fixed examples for each weight: energy, errors, overlap with the teacher, correlation, response and effective temperature of {@link RidgeFlow}, {@link RidgeSteps} and {@link RidgeOnePass}, on the risk E = (1/2) sum (h - y)^2 + (lambda/2) |w|^2 of the landscape {@code multi-index} with the ridge loss, labels linear. Means over the spectrum of Marchenko and Pastur by quadrature, 1e-13. Milliseconds for
 * a thousand steps.
 *
 * <p>At the further times all pairs are written. Source: Marchenko and Pastur, Mat. Sb. 72, 507 (1967), for the spectrum; Paquette et al., arXiv:2205.07069, for batches.
 */
@Named(
        value = "learning-ridge",
        title = "Ridge regression while it is learnt",
        doc = "Errors, overlap, correlation and response of gradient flow, gradient descent, Langevin dynamics and"
                + " stochastic gradient descent, one-pass and multi-pass, for infinitely many inputs.",
        source = "Paquette, Paquette, Adlam and Pennington, arXiv:2205.07069 (2022)",
        year = 2022,
        topics = {"learning", "mean-field", "aging"})
public record LearningRidge(
        @Param(doc = "flow, descent, langevin, sgd or one-pass", def = "flow")
        RidgeMotion dynamics,

        @Param(doc = "examples for each weight", symbol = "\u03b1", def = "2", min = 0.0, above = true)
        double alpha,

        @Param(doc = "noise of the labels, its standard deviation", symbol = "\u03c3", def = "0.5", min = 0.0)
        double noise,

        @Param(doc = "weight decay", symbol = "\u03bb", def = "0.1", min = 0.0)
        double decay,

        @Param(doc = "norm of the start, |w|^2/d", symbol = "C_{0}", def = "1", min = 0.0)
        double start,

        @Param(doc = "temperature, of flow, langevin and sgd", symbol = "T", def = "0", min = 0.0)
        double temperature,

        @Param(doc = "learning rate; without effect on flow", symbol = "\u03b7", def = "0.05", min = 0.0, above = true)
        double learningRate,

        @Param(
                doc = "share b of the examples in a batch of sgd; of one-pass examples of a batch for each weight,"
                        + " beta",
                symbol = "b",
                def = "0.2",
                min = 0.0,
                above = true)
        double batch,

        @Param(doc = "further times: t of flow, else numbers of steps", symbol = "t", def = "[]", min = 0.0)
        List<Double> times,

        @Param(
                doc = "time of a run beside it that one step takes: 1 where it counts steps, the learning rate where"
                        + " it counts time; without effect on flow",
                def = "1",
                min = 0.0,
                above = true)
        double tick)
        implements TheorySpec {
    private static final List<String> TIME = List.of("t");

    private static final Quantity TRAIN =
            new Quantity("train", "\\epsilon_{t}", "", TIME, "half the mean square error of stored examples");
    private static final Quantity TEST = new Quantity(
            "test",
            "\\epsilon_{g}",
            "",
            TIME,
            "half the mean square error of a new example, noise of its label included");
    private static final Quantity NORM = new Quantity("C", "C(t, t)", "", TIME, "|w(t)|^{2}/d");
    private static final Quantity OVERLAP = new Quantity("M", "M", "", TIME, "w(t) \u00b7 w'/d, w' the teacher");

    public LearningRidge {
        times = List.copyOf(times);
        boolean hot = dynamics == RidgeMotion.DESCENT || dynamics == RidgeMotion.ONE_PASS;
        if (hot && temperature > 0.0)
            throw new BadParameter(
                    "temperature",
                    temperature,
                    "is without meaning for "
                            + dynamics.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "0; langevin, flow and sgd have one");
        solved(dynamics, problem(alpha, noise, decay, start), temperature, learningRate, batch, List.of());
        if (dynamics != RidgeMotion.FLOW) times.forEach(LearningRidge::whole);
    }

    private static void whole(double t) {
        if (!(t >= 0.0 && t <= RidgeSteps.MOST && t == Math.rint(t)))
            throw new BadParameter("times", t, "is no number of steps", "whole numbers from 0 to " + RidgeSteps.MOST);
    }

    private static RidgeProblem problem(double alpha, double noise, double decay, double start) {
        return new RidgeProblem(alpha, noise, decay, start);
    }

    private static LearningDynamics solved(
            RidgeMotion dynamics,
            RidgeProblem problem,
            double temperature,
            double rate,
            double batch,
            List<Double> times) {
        return switch (dynamics) {
            case FLOW -> new RidgeFlow(problem, temperature);
            case DESCENT -> new RidgeSteps(problem, rate, 1.0, 0.0, times);
            case LANGEVIN -> new RidgeSteps(problem, rate, 1.0, temperature, times);
            case SGD -> new RidgeSteps(problem, rate, batch, temperature, times);
            case ONE_PASS -> new RidgeOnePass(problem, rate, batch, times);
        };
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                TRAIN,
                TEST,
                NORM,
                OVERLAP,
                TwoTimes.CORRELATION,
                TwoTimes.KICK,
                Quantities.ENERGY,
                StudentCurves.TRAINING_LOSS,
                StudentCurves.GENERALISATION_ERROR,
                StudentCurves.OVERLAP,
                StudentCurves.NORM,
                Quantities.RESPONSE,
                Quantities.DISPLACEMENT,
                Quantities.EFFECTIVE_TEMPERATURE);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        AskedTimes asked = new AskedTimes(dynamics == RidgeMotion.FLOW ? Double.POSITIVE_INFINITY : tick, grid, times);
        LearningDynamics curves = solved(
                dynamics,
                problem(alpha, noise, decay, start),
                temperature,
                learningRate,
                batch,
                List.copyOf(asked.all()));
        int between = asked.write(new AskedTimes.Curves() {
            @Override
            public void oneTime(double t, double at) {
                LearningRidge.this.oneTime(curves, t, at, out);
            }

            @Override
            public void twoTimes(double t, double tw, double at, double age) {
                LearningRidge.this.twoTimes(curves, t, tw, at, age, out);
            }
        });
        return Solution.closedForm(AskedTimes.said("means over the spectrum", between));
    }

    private void oneTime(LearningDynamics curves, double t, double at, Sink out) {
        double train = curves.train(t);
        double m = curves.overlap(t);
        double c = curves.norm(t);
        put(out, TRAIN, train, at);
        put(out, TEST, curves.test(t), at);
        put(out, NORM, c, at);
        put(out, OVERLAP, m, at);
        put(out, Quantities.ENERGY, alpha * train + 0.5 * decay * c, at);
        put(out, StudentCurves.TRAINING_LOSS, train, at);
        put(out, StudentCurves.GENERALISATION_ERROR, 1.0 - 2.0 * m + c, at);
        put(out, StudentCurves.OVERLAP, m, at);
        put(out, StudentCurves.NORM, c, at);
    }

    private void twoTimes(LearningDynamics curves, double t, double tw, double at, double age, Sink out) {
        double c = curves.correlation(t, tw);
        put(out, TwoTimes.CORRELATION, c, at, age);
        put(out, Quantities.DISPLACEMENT, curves.norm(t) + curves.norm(tw) - 2.0 * c, at, age);
        put(out, Quantities.RESPONSE, curves.integratedResponse(t, tw), at, age);
        if (t == tw) return;
        put(out, TwoTimes.KICK, curves.response(t, tw), at, age);
        // what comes to rest without noise has none
        if (temperature > 0.0 || dynamics == RidgeMotion.SGD || dynamics == RidgeMotion.ONE_PASS)
            put(out, Quantities.EFFECTIVE_TEMPERATURE, curves.effectiveTemperature(t, tw), at, age);
    }

    private static void put(Sink out, Quantity quantity, double value, double... axes) {
        if (!Double.isNaN(value)) out.put(quantity, Sink.ALL, value, 0.0, axes);
    }
}
