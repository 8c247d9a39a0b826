package rugged.theory.learning;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.StudentCurves;
import rugged.index.Named;
import rugged.meanfield.binary.GaussianTail;
import rugged.meanfield.learning.EffectiveProcess;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.meanfield.learning.GaussianExamples;
import rugged.meanfield.learning.StudentSteps;
import rugged.num.RunningMean;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Dynamical mean field of a student of one projection while it learns, in discrete time, for any of three losses and four laws of labels ({@link EffectiveProcess}): loss and errors, norm, overlap, correlation and response, on the risk E = sum l(y, h) + (lambda/2) |w|^2 of the landscape {@code multi-index}. Exact for infinitely many inputs but for the trajectories of each sweep; errors are those between independent sweeps, of seeds 1, 2, ..., and errors at different times belong to the same sweeps.
 *
 * <p>At the further times all pairs are written. Cost: trajectories times steps^3/6 for each sweep, sweeps side by side. Source: Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 33, 9540 (2020); Agoritsas, Biroli, Urbani and Zamponi, J. Phys. A 51, 085002 (2018).
 */
@Named(
        value = "learning-process",
        title = "Dynamical mean field of learning",
        doc = "Loss, errors, correlation and response of gradient descent, stochastic and persistent stochastic"
                + " gradient descent and Langevin dynamics of a student of one projection, for infinitely many inputs.",
        source = "Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 33, 9540 (2020)",
        year = 2020,
        topics = {"learning", "mean-field", "aging"})
public record LearningProcess(
        @Param(doc = "square, logistic or quadratic-hinge", def = "logistic")
        StepLoss loss,

        @Param(doc = "linear, sign (of a teacher), random (fair coins) or mixture (of two clouds)", def = "sign")
        GaussianExamples.Labels labels,

        @Param(doc = "descent, sgd, persistent-sgd or langevin", def = "sgd")
        StepRule dynamics,

        @Param(doc = "examples for each weight", symbol = "\u03b1", def = "2", min = 0.0, above = true)
        double alpha,

        @Param(
                doc = "noise of linear labels, its standard deviation; of a mixture the distance of each cloud from"
                        + " their middle, in standard deviations of an input",
                symbol = "\u03c3",
                def = "0",
                min = 0.0)
        double noise,

        @Param(doc = "weight decay", symbol = "\u03bb", def = "0.1", min = 0.0)
        double decay,

        @Param(doc = "norm of the start, |w|^2/d", symbol = "C_{0}", def = "1", min = 0.0)
        double start,

        @Param(doc = "temperature of langevin", symbol = "T", def = "0", min = 0.0)
        double temperature,

        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.5", min = 0.0, above = true)
        double learningRate,

        @Param(doc = "share of the examples in a batch", symbol = "b", def = "0.2", min = 0.0, above = true, max = 1.0)
        double batch,

        @Param(
                doc = "time for which an example stays out of a persistent batch",
                symbol = "\u03c4",
                def = "5",
                min = 0.0)
        double persistence,

        @Param(doc = "margin of the quadratic hinge", symbol = "\u03ba", def = "0")
        double margin,

        @Param(doc = "whether |w|^2 = d is kept", def = "false")
        boolean sphere,

        @Param(doc = "trajectories of a sweep", symbol = "K", def = "10000", min = 100, max = 1e7)
        int trajectories,

        @Param(doc = "independent sweeps", def = "8", min = 2, max = 10000)
        int sweeps,

        @Param(doc = "steps of a sweep, if no later time is asked for", symbol = "S", def = "0", min = 0, max = 2000)
        int steps,

        @Param(doc = "further times: numbers of steps", symbol = "t", def = "[]", min = 0.0, max = 2000)
        List<Double> times,

        @Param(
                doc = "time of a run beside it that one step takes: 1 where it counts steps, the learning rate where"
                        + " it counts time",
                def = "1",
                min = 0.0,
                above = true)
        double tick)
        implements TheorySpec {
    private static final int MOST = 2000;
    private static final List<String> TIME = List.of("t");
    private static final List<String> TWO_TIMES = List.of("t", "tw");

    private static final Quantity LOSS = one("loss", "l", "mean loss of stored examples");
    private static final Quantity WRONG =
            one("error_train", "\\epsilon_{t}", "share of stored examples on the wrong side");
    private static final Quantity ERROR = one("error_test", "\\epsilon_{g}", "share of new examples on the wrong side");
    private static final Quantity NORM = one("C", "C(t, t)", "|w(t)|^{2}/d");
    private static final Quantity OVERLAP =
            one("M", "M", "w(t) \u00b7 w'/d, w' the teacher or the direction of the clouds");
    private static final Quantity CORRELATION =
            new Quantity("C2", "C(t, t_{w})", "", TWO_TIMES, "w(t) \u00b7 w(t_{w})/d");
    private static final Quantity KICK = new Quantity(
            "R",
            "R(t, t_{w})",
            "",
            TWO_TIMES,
            "answer of a weight at t to a kick at t_{w}, which enters the step after it");

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", TIME, definition);
    }

    public LearningProcess {
        times = List.copyOf(times);
        if (dynamics != StepRule.LANGEVIN && temperature > 0.0)
            throw new BadParameter("temperature", temperature, "is that of langevin", "0, or dynamics: langevin");
        if (dynamics == StepRule.PERSISTENT_SGD && persistence == 0.0)
            throw new BadParameter("persistence", persistence, "draws batches anew", "above 0, or dynamics: sgd");
        if (loss != StepLoss.SQUARE && !labels.classes())
            throw new BadParameter(
                    "labels", "linear", "is outside what this loss knows, +1 and -1", "sign, random or mixture");
        if (labels.classes() && labels != GaussianExamples.Labels.MIXTURE && noise > 0.0)
            throw new BadParameter("noise", noise, "is that of linear labels or of a mixture", "0");
        rule(loss, dynamics, decay, start, temperature, learningRate, batch, persistence, margin, sphere)
                .require(alpha);
        new GaussianExamples(labels, alpha, noise);
        for (double t : times)
            if (t != Math.rint(t))
                throw new BadParameter("times", t, "is no number of steps", "whole numbers from 0 to " + MOST);
    }

    private static StudentSteps rule(
            StepLoss loss,
            StepRule dynamics,
            double decay,
            double start,
            double temperature,
            double rate,
            double batch,
            double persistence,
            double margin,
            boolean sphere) {
        boolean batches = dynamics == StepRule.SGD || dynamics == StepRule.PERSISTENT_SGD;
        return new StudentSteps(
                loss.at(margin),
                rate,
                batches ? batch : 1.0,
                dynamics == StepRule.PERSISTENT_SGD ? persistence : 0.0,
                temperature,
                decay,
                start,
                sphere);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                LOSS,
                WRONG,
                ERROR,
                NORM,
                OVERLAP,
                CORRELATION,
                KICK,
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
    public double memory(Schedule grid) {
        int side = Math.min(sweeps, Runtime.getRuntime().availableProcessors());
        return side * EffectiveProcess.bytes(trajectories, last(grid));
    }

    private int last(Schedule grid) {
        TreeSet<Double> asked = new AskedTimes(tick, grid, times).all();
        return (int) Math.min(asked.isEmpty() ? steps : Math.max(steps, asked.last()), Integer.MAX_VALUE);
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        int last = last(grid);
        if (last > MOST)
            return new Solution(
                    false,
                    0,
                    Double.NaN,
                    last + " steps take " + trajectories + " times their cube over 6: at most " + MOST + " are solved");
        EffectiveProcess process = new EffectiveProcess(
                new GaussianExamples(labels, alpha, noise),
                rule(loss, dynamics, decay, start, temperature, learningRate, batch, persistence, margin, sphere),
                last,
                trajectories);
        List<Sweep> found;
        try {
            found = LongStream.rangeClosed(1, sweeps)
                    .parallel()
                    .mapToObj(process::sweep)
                    .toList();
        } catch (ArithmeticException failure) {
            return new Solution(false, last, Double.NaN, String.valueOf(failure.getMessage()));
        }
        int between = new AskedTimes(tick, grid, times).write(new Written(found, out));
        String words =
                String.format(Locale.ROOT, "%d sweeps of %d trajectories and %d steps", sweeps, trajectories, last);
        return new Solution(true, last, 0.0, AskedTimes.said(words, between));
    }

    /** Means over sweeps, with errors between them. */
    private final class Written implements AskedTimes.Curves {
        private final List<Sweep> sweeps;
        private final Sink out;

        Written(List<Sweep> sweeps, Sink out) {
            this.sweeps = sweeps;
            this.out = out;
        }

        private void put(Quantity quantity, ToDoubleFunction<Sweep> of, double... axes) {
            RunningMean mean = new RunningMean();
            for (Sweep sweep : sweeps) mean.addNumber(of.applyAsDouble(sweep));
            if (Double.isFinite(mean.mean()))
                out.put(quantity, Sink.ALL, mean.mean(), mean.deviation() / Math.sqrt(mean.count()), axes);
        }

        @Override
        public void oneTime(double t, double at) {
            int k = (int) t;
            put(LOSS, sweep -> sweep.loss()[k], at);
            put(StudentCurves.TRAINING_LOSS, sweep -> sweep.loss()[k], at);
            put(NORM, sweep -> sweep.correlation()[k][k], at);
            put(StudentCurves.NORM, sweep -> sweep.correlation()[k][k], at);
            put(Quantities.ENERGY, sweep -> alpha * sweep.loss()[k] + 0.5 * decay * sweep.correlation()[k][k], at);
            if (labels.classes()) put(WRONG, sweep -> sweep.errors()[k], at);
            if (labels == GaussianExamples.Labels.RANDOM) return;
            put(OVERLAP, sweep -> sweep.overlap()[k], at);
            put(StudentCurves.OVERLAP, sweep -> sweep.overlap()[k], at);
            if (labels.classes()) put(ERROR, sweep -> error(sweep, k), at);
            put(StudentCurves.GENERALISATION_ERROR, sweep -> error(sweep, k), at);
        }

        /** On new examples: of classes how often, of linear labels the mean square without their noise. */
        private double error(Sweep sweep, int k) {
            double m = sweep.overlap()[k];
            double c = sweep.correlation()[k][k];
            return switch (labels) {
                case LINEAR -> 1.0 - 2.0 * m + c;
                case SIGN -> Math.acos(Math.clamp(m / Math.sqrt(c), -1.0, 1.0)) / Math.PI;
                case MIXTURE -> GaussianTail.above(noise * m / Math.sqrt(c));
                case RANDOM -> 0.5;
            };
        }

        @Override
        public void twoTimes(double t, double before, double at, double age) {
            int k = (int) t;
            int tw = (int) before;
            put(CORRELATION, sweep -> sweep.correlation()[k][tw], at, age);
            put(Quantities.DISPLACEMENT, sweep -> 2.0 * half(sweep, k, tw), at, age);
            put(Quantities.RESPONSE, sweep -> answer(sweep, k, tw), at, age);
            if (k == tw) return;
            put(KICK, sweep -> sweep.response()[k][tw], at, age);
            put(Quantities.EFFECTIVE_TEMPERATURE, sweep -> half(sweep, k, tw) / answer(sweep, k, tw), at, age);
        }

        private double half(Sweep sweep, int k, int tw) {
            double[][] c = sweep.correlation();
            return 0.5 * (c[k][k] + c[tw][tw]) - c[k][tw];
        }

        private double answer(Sweep sweep, int k, int tw) {
            double sum = 0.0;
            for (int j = tw; j < k; j++) sum += sweep.response()[k][j];
            return learningRate * sum;
        }
    }
}
