package rugged.dynamics.inference;

import java.util.Locale;
import rugged.api.model.Inference;
import rugged.api.model.LinearMixing;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.MixingPass;
import rugged.compose.Passing;
import rugged.dynamics.Statuses;
import rugged.num.Packed;

/** Rounds of messages until they stand still. What counts is the change that a whole round would make, so that damping does not pass for convergence. */
final class Rounds implements Stepper {
    /** The mean variance at which nothing is left to infer. */
    private static final double CERTAIN = 1e-9;

    private final Inference model;
    private final Passing passing;
    private final PassingParameters how;
    private final int telling;
    private final double[] x;
    private final double[] next;
    private double change = Double.NaN;
    private long steps;
    private Status status = Status.RUNNING;

    Rounds(Inference model, double[] start, PassingParameters how) {
        this.model = model;
        this.how = how;
        passing = Passing.of(model);
        telling = Passing.telling(model);
        x = start.clone();
        next = start.clone();
    }

    @Override
    public void step() {
        if (!status.running()) return;
        passing.update(x, next);
        change = Passing.distance(x, next, telling);
        if (!Double.isFinite(change)) {
            status = new Status.Failed("a message is not a number", change);
            return;
        }
        double kept = how.damping();
        for (int i = 0; i < x.length; i++) x[i] = kept == 0.0 ? next[i] : kept * x[i] + (1.0 - kept) * next[i];
        steps++;
        double uncertain = uncertain();
        if (uncertain < CERTAIN) status = new Status.Converged("mean variance below 1e-9, all is known", uncertain);
        else if (change < how.tolerance())
            status = new Status.Converged("mean square change below " + how.tolerance(), change);
    }

    /** Mean variance of the unknowns of a mixing, infinite for a graph. */
    private double uncertain() {
        if (!(model instanceof LinearMixing)) return Double.POSITIVE_INFINITY;
        double sum = 0.0;
        for (int i = 0; i < telling; i++) sum += x[telling + i];
        return sum / telling;
    }

    @Override
    public double time() {
        return steps;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        return steps;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String missing() {
        if (!status.running() || steps == 0) return "";
        String words = String.format(
                Locale.ROOT, "mean square change = %.1e > %.1e after %d rounds", change, how.tolerance(), steps);
        if (!(model instanceof LinearMixing mixing)) return words;
        double growth = new MixingPass(mixing).growth(x);
        return words
                + String.format(
                        Locale.ROOT,
                        "; a round multiplies small errors by lambda = %.3g%s",
                        growth,
                        growth > 1.0 ? ": the fixed point itself is unstable, beyond the AT line" : ", below 1");
    }

    @Override
    public void state(double[] into) {
        System.arraycopy(x, 0, into, 0, x.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(x).put(change).put(steps);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        change = in.readDouble();
        steps = in.readLong();
        status = Statuses.load(in);
    }
}
