package rugged.dynamics.inference;

import java.util.Locale;
import rugged.api.mixing.LinearMixing;
import rugged.api.model.Inference;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.MixingPass;
import rugged.compose.Passing;
import rugged.compose.Variances;
import rugged.dynamics.Statuses;
import rugged.num.Packed;

/** Rounds of messages until they stand still. A landscape that messages serve has the first numbers of their state as its own. What counts is the change that a whole round would make, so that damping does not pass for convergence. */
final class Rounds implements Stepper {
    /** The mean variance at which nothing is left to infer. */
    private static final double CERTAIN = 1e-9;

    /** Of the old state, once changes have grown. */
    private static final double HALF = 0.5;

    private final Inference model;
    private final Passing passing;
    private final PassingParameters how;
    private final int telling;
    private final int patience;
    private final double[] x;
    private final double[] next;
    private double change = Double.NaN;
    private double kept;
    private long growing;
    private long steps;
    private Status status = Status.RUNNING;

    Rounds(Inference model, double[] start, PassingParameters how) {
        this(model, start, how, 0);
    }

    /** @param patience rounds in a row whose change grows before half of the old state is kept; 0: never */
    Rounds(Inference model, double[] start, PassingParameters how, int patience) {
        this.model = model;
        this.how = how;
        this.patience = patience;
        kept = how.damping();
        passing = Passing.of(model);
        telling = Passing.telling(model);
        x = start.clone();
        next = start.clone();
    }

    @Override
    public void step() {
        if (!status.running()) return;
        passing.update(x, next);
        double before = change;
        change = Passing.distance(x, next, telling);
        if (!Double.isFinite(change)) {
            status = new Status.Failed(broken(), change);
            return;
        }
        growing = change > before ? growing + 1 : 0;
        if (patience > 0 && growing >= patience) kept = Math.max(kept, HALF);
        for (int i = 0; i < x.length; i++) x[i] = kept == 0.0 ? next[i] : kept * x[i] + (1.0 - kept) * next[i];
        steps++;
        double uncertain = uncertain();
        if (uncertain < CERTAIN) status = new Status.Converged("mean variance below 1e-9, all is known", uncertain);
        else if (change < how.tolerance())
            status = new Status.Converged("mean square change below " + how.tolerance(), change);
    }

    /** Mean variance of the unknowns of a mixing, infinite for a graph. */
    private double uncertain() {
        return Variances.mean(model, x);
    }

    private String broken() {
        String words = "a message is not a number in round " + (steps + 1);
        double least = Variances.least(model, x);
        if (Double.isInfinite(least)) return words;
        return words
                + String.format(
                        Locale.ROOT,
                        ", before which the least eigenvalue of the variance V was %.2e; more damping (now %s) may"
                                + " help",
                        least,
                        kept);
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
        System.arraycopy(x, 0, into, 0, into.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out =
                new Packed.Writer().put(x).put(change).put(kept).put(growing).put(steps);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        change = in.readDouble();
        kept = in.readDouble();
        growing = in.readLong();
        steps = in.readLong();
        status = Statuses.load(in);
    }
}
