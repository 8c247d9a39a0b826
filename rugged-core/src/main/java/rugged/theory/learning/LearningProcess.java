package rugged.theory.learning;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.LongStream;
import rugged.api.Archive;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.learning.EffectiveProcess;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.meanfield.learning.GaussianExamples;
import rugged.meanfield.learning.SmoothLoss;
import rugged.meanfield.learning.StudentSteps;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Dynamical mean field of a student of one projection while it learns, in discrete time, for any of three losses and four laws of labels ({@link EffectiveProcess}): loss and errors, norm, overlap, correlation and response, on the risk E = sum l(y, h) + (lambda/2) |w|^2 of the landscape {@code multi-index}. Exact for infinitely many inputs but for the trajectories of each sweep; errors are those between independent sweeps, of seeds 1, 2, ..., and errors at different times belong to the same sweeps. As many sweeps of half the trajectories say how much their number changes ({@link Halving}). Sweeps are kept between runs of the program.
 *
 * <p>At the further times all pairs are written. Cost: trajectories times (b steps)^3/6 for each sweep, b the share of a batch, half as much again for the halved ones; sweeps side by side. Source: Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 33, 9540 (2020); Agoritsas, Biroli, Urbani and Zamponi, J. Phys. A 51, 085002 (2018).
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
        @Param(
                doc = "loss of an example: ridge (or square), logistic or squared-hinge (or quadratic-hinge)",
                def = "logistic")
        MarginLoss loss,

        @Param(
                doc = "linear, sign (of a teacher), random (fair coins) or mixture (of two clouds)",
                also = "labels",
                def = "sign")
        TeacherLabel label,

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

        @Param(doc = "margin of the squared hinge, max(0, margin - y h)^2/2", symbol = "\u03ba", def = "1")
        double margin,

        @Param(doc = "whether |w|^2 = d is kept", def = "false")
        boolean sphere,

        @Param(
                doc = "whether on the sphere the gradient is projected on the tangent space before the step, as in a"
                        + " run beside it; else the norm alone is restored after it",
                def = "false")
        boolean projected,

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

    public LearningProcess {
        times = List.copyOf(times);
        if (dynamics != StepRule.LANGEVIN && temperature > 0.0)
            throw new BadParameter("temperature", temperature, "is that of langevin", "0, or dynamics: langevin");
        if (dynamics == StepRule.PERSISTENT_SGD && persistence == 0.0)
            throw new BadParameter("persistence", persistence, "draws batches anew", "above 0, or dynamics: sgd");
        if (loss.classifies() && label == TeacherLabel.LINEAR)
            throw new BadParameter(
                    "label", "linear", "is outside what this loss knows, +1 and -1", "sign, random or mixture");
        new GaussianExamples(label, alpha, noise);
        rule(loss, dynamics, decay, start, temperature, learningRate, batch, persistence, margin, sphere, projected)
                .require(alpha);
        for (double t : times)
            if (t != Math.rint(t))
                throw new BadParameter("times", t, "is no number of steps", "whole numbers from 0 to " + MOST);
    }

    private static StudentSteps rule(
            MarginLoss loss,
            StepRule dynamics,
            double decay,
            double start,
            double temperature,
            double rate,
            double batch,
            double persistence,
            double margin,
            boolean sphere,
            boolean projected) {
        return new StudentSteps(
                SmoothLoss.of(loss, margin),
                rate,
                dynamics.batches() ? batch : 1.0,
                dynamics == StepRule.PERSISTENT_SGD ? persistence : 0.0,
                temperature,
                decay,
                start,
                sphere,
                projected);
    }

    @Override
    public List<Quantity> quantities() {
        return ProcessCurves.ALL;
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public double memory(Schedule grid) {
        int side = Math.min(sweeps, Runtime.getRuntime().availableProcessors());
        return side * EffectiveProcess.bytes(trajectories, last(grid), dynamics.batches() ? batch : 1.0);
    }

    private int last(Schedule grid) {
        TreeSet<Double> asked = new AskedTimes(tick, grid, times).all();
        return (int) Math.min(asked.isEmpty() ? steps : Math.max(steps, asked.last()), Integer.MAX_VALUE);
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        return solve(grid, out, Archive.NONE);
    }

    @Override
    public Solution solve(Schedule grid, Sink out, Archive archive) {
        int last = last(grid);
        if (last > MOST)
            return new Solution(
                    false,
                    0,
                    Double.NaN,
                    last + " steps take " + trajectories + " times their cube over 6: at most " + MOST + " are solved");
        List<Sweep> found;
        List<Sweep> halved;
        try {
            found = sweeps(trajectories, last, archive);
            halved = sweeps(trajectories / 2, last, archive);
        } catch (ArithmeticException failure) {
            return new Solution(false, last, Double.NaN, String.valueOf(failure.getMessage()));
        }
        ProcessCurves curves = new ProcessCurves(found, examples(), rule(), out);
        int between = new AskedTimes(tick, grid, times).write(curves);
        String words =
                String.format(Locale.ROOT, "%d sweeps of %d trajectories and %d steps", sweeps, trajectories, last);
        Halving halving = new Halving(found, halved, last);
        return new Solution(
                true, last, halving.change(), AskedTimes.said(words + halving.said() + curves.doubts(), between));
    }

    private GaussianExamples examples() {
        return new GaussianExamples(label, alpha, noise);
    }

    private StudentSteps rule() {
        return rule(
                loss, dynamics, decay, start, temperature, learningRate, batch, persistence, margin, sphere, projected);
    }

    private List<Sweep> sweeps(int of, int last, Archive archive) {
        EffectiveProcess process = new EffectiveProcess(examples(), rule(), last, of);
        KeptSweeps kept = new KeptSweeps(process, archive);
        return LongStream.rangeClosed(1, sweeps)
                .parallel()
                .mapToObj(kept::sweep)
                .toList();
    }
}
