package rugged.theory.learning;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.lessons.StudentCurves;
import rugged.meanfield.binary.GaussianTail;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.meanfield.learning.GaussianExamples;
import rugged.meanfield.learning.StudentSteps;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RunningMean;

/** What sweeps of a process of learning have at a step or at two: means over sweeps, with errors between them. */
final class ProcessCurves implements AskedTimes.Curves {
    private static final List<String> TIME = List.of("t");

    private static final Quantity LOSS = one("loss", "l", "mean loss of stored examples");
    private static final Quantity WRONG =
            one("error_train", "\\epsilon_{t}", "share of stored examples on the wrong side");
    private static final Quantity ERROR = one("error_test", "\\epsilon_{g}", "share of new examples on the wrong side");
    private static final Quantity NORM = one("C", "C(t, t)", "|w(t)|^{2}/d");
    private static final Quantity OVERLAP =
            one("M", "M", "w(t) \u00b7 w'/d, w' the teacher or the direction of the clouds");

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", TIME, definition);
    }

    static final List<Quantity> ALL = List.of(
            LOSS,
            WRONG,
            ERROR,
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

    /** Change of the norm between two times beyond which they are no stationary pair. */
    private static final double DRIFT = 0.05;

    /** Loss of stored examples at which the noise of batches has died. */
    private static final double SILENT = 1e-6;

    private final List<Sweep> sweeps;
    private final GaussianExamples examples;
    private final StudentSteps rule;
    private final Sink out;
    private double drift;
    private double quietest = Double.POSITIVE_INFINITY;

    ProcessCurves(List<Sweep> sweeps, GaussianExamples examples, StudentSteps rule, Sink out) {
        this.sweeps = sweeps;
        this.examples = examples;
        this.rule = rule;
        this.out = out;
    }

    /** What has to be said of the effective temperatures that were written. */
    String doubts() {
        if (quietest == Double.POSITIVE_INFINITY) return "";
        if (quietest < SILENT)
            return String.format(
                    Locale.ROOT, "; T_eff: the loss falls to %.1e, and the noise of batches dies with it", quietest);
        return drift > DRIFT
                ? String.format(Locale.ROOT, "; T_eff: |w|^2 changes by up to %.0f %% between its times", 100.0 * drift)
                : "";
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
        put(
                Quantities.ENERGY,
                sweep -> examples.alpha() * sweep.loss()[k] + 0.5 * rule.decay() * sweep.correlation()[k][k],
                at);
        if (examples.labels().classes()) put(WRONG, sweep -> sweep.errors()[k], at);
        if (examples.labels() == TeacherLabel.RANDOM) return;
        put(OVERLAP, sweep -> sweep.overlap()[k], at);
        put(StudentCurves.OVERLAP, sweep -> sweep.overlap()[k], at);
        if (examples.labels().classes()) put(ERROR, sweep -> error(sweep, k), at);
        put(StudentCurves.GENERALISATION_ERROR, sweep -> error(sweep, k), at);
    }

    /** On new examples: of classes how often, of linear labels the mean square without their noise. */
    private double error(Sweep sweep, int k) {
        double m = sweep.overlap()[k];
        double c = sweep.correlation()[k][k];
        return switch (examples.labels()) {
            case LINEAR, ABS -> 1.0 - 2.0 * m + c;
            case SIGN -> Math.acos(Math.clamp(m / Math.sqrt(c), -1.0, 1.0)) / Math.PI;
            case MIXTURE -> GaussianTail.above(examples.spread() * m / Math.sqrt(c));
            case RANDOM -> 0.5;
        };
    }

    @Override
    public void twoTimes(double t, double before, double at, double age) {
        int k = (int) t;
        int tw = (int) before;
        put(TwoTimes.CORRELATION, sweep -> sweep.correlation()[k][tw], at, age);
        put(Quantities.DISPLACEMENT, sweep -> 2.0 * half(sweep, k, tw), at, age);
        put(Quantities.RESPONSE, sweep -> answer(sweep, k, tw), at, age);
        if (k == tw) return;
        put(TwoTimes.KICK, sweep -> sweep.response()[k][tw], at, age);
        if (!noisy()) return;
        put(Quantities.EFFECTIVE_TEMPERATURE, sweep -> half(sweep, k, tw) / answer(sweep, k, tw), at, age);
        drift = Math.max(drift, Math.abs(mean(sweep -> sweep.correlation()[k][k] / sweep.correlation()[tw][tw]) - 1.0));
        quietest = Math.min(quietest, mean(sweep -> sweep.loss()[k]));
    }

    private double half(Sweep sweep, int k, int tw) {
        double[][] c = sweep.correlation();
        return 0.5 * (c[k][k] + c[tw][tw]) - c[k][tw];
    }

    private double answer(Sweep sweep, int k, int tw) {
        double sum = 0.0;
        for (int j = tw; j < k; j++) sum += sweep.response()[k][j];
        return rule.eta() * sum;
    }

    /** Whether anything moves w but its gradient: else there is no temperature. */
    private boolean noisy() {
        return rule.temperature() > 0.0 || rule.batch() < 1.0;
    }

    private double mean(ToDoubleFunction<Sweep> of) {
        RunningMean mean = new RunningMean();
        for (Sweep sweep : sweeps) mean.addNumber(of.applyAsDouble(sweep));
        return mean.mean();
    }
}
