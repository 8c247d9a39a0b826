package rugged.dynamics.inference;

import rugged.api.constraint.SpinInference;
import rugged.api.model.Inference;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.Means;
import rugged.compose.Passing;
import rugged.dynamics.Statuses;
import rugged.num.Packed;

/** Rounds of messages in fields that grow until the means are signs. It ends as soon as the signs of the means violate no constraint, or where nothing is left to decide. */
abstract class Deciding implements Stepper {
    /** A field in which a mean is 1 to the last digit, and that no message can turn. */
    static final double FIXED = 1e6;

    final double[] fields;
    /** What all that is said to each variable adds up to, fields included. */
    final double[] total;

    private final Inference model;
    private final SpinInference spins;
    private final Passing passing;
    private final int telling;
    private final double damping;
    private final double[] x;
    private final double[] next;
    private final double[] signs;
    private double change = Double.NaN;
    private double violated = Double.NaN;
    private long steps;
    private Status status = Status.RUNNING;

    Deciding(Inference shared, double[] start, double damping) {
        model = shared.fork();
        spins = (SpinInference) model;
        this.damping = damping;
        passing = Passing.of(model);
        telling = Passing.telling(model);
        x = start.clone();
        next = start.clone();
        fields = new double[Means.count(model)];
        total = new double[fields.length];
        signs = new double[fields.length];
        spins.fields(fields);
    }

    /**
     * Changes {@link #fields} after a round, from {@link #total}.
     *
     * @param changed mean square by which the round changed messages
     * @return why nothing is left to decide; empty where something is
     */
    abstract String decide(double changed);

    /** What the fields are made from besides: streams, counters. */
    abstract void save(Packed.Writer out);

    /** The inverse. */
    abstract void load(Packed.Reader in);

    @Override
    public final void step() {
        if (!status.running()) return;
        passing.update(x, next);
        change = Passing.distance(x, next, telling);
        if (!Double.isFinite(change)) {
            status = new Status.Failed("messages contradict one another", change);
            return;
        }
        // marginals are those of the round; a damped state mixes means and variances that do not belong together
        Means.fields(model, next, total);
        for (int i = 0; i < x.length; i++) x[i] = damping == 0.0 ? next[i] : damping * x[i] + (1.0 - damping) * next[i];
        steps++;
        for (int i = 0; i < signs.length; i++) signs[i] = total[i] < 0.0 ? -1.0 : 1.0;
        violated = spins.violations(signs);
        String ended = violated == 0.0 ? "the signs of the means violate nothing" : decide(change);
        if (ended.isEmpty()) return;
        System.arraycopy(next, 0, x, 0, x.length);
        status = new Status.Converged(ended, violated);
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
        return (long) violated + " constraints violated by the signs of the means after " + steps + " rounds";
    }

    @Override
    public void state(double[] into) {
        System.arraycopy(x, 0, into, 0, x.length);
        if (steps > 0) spins.tell(total, into);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer()
                .put(x)
                .put(fields)
                .put(total)
                .put(change)
                .put(violated)
                .put(steps);
        save(out);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        in.read(fields);
        in.read(total);
        change = in.readDouble();
        violated = in.readDouble();
        steps = in.readLong();
        load(in);
        status = Statuses.load(in);
    }
}
