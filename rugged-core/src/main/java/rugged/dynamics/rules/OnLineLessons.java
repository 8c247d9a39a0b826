package rugged.dynamics.rules;

import rugged.api.lessons.StoredExamples;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.Rehearsal;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * One example after the other. What an example changes is put off until the next one is read; whoever looks sees it done, to the same bits.
 */
final class OnLineLessons implements Stepper {
    private final StoredExamples examples;
    private final LearningRule rule;
    private final double rate;
    private final double decay;
    private final int inputs;
    private final boolean driven;
    private final RandomStream random;
    private final double[] w;
    private final int[] order;
    private int last = -1;
    private double amount;
    private Status status = Status.RUNNING;
    private long steps;

    OnLineLessons(StoredExamples examples, double[] x, LearningRule rule, Lessons lessons, Streams random) {
        this.examples = examples;
        this.rule = rule;
        rate = lessons.learningRate();
        inputs = x.length;
        decay = 1.0 - lessons.decay() / inputs;
        driven = examples.driven();
        this.random = random.stream("lessons", 0);
        w = x.clone();
        order = new int[lessons.order() == Rehearsal.EPOCHS ? examples.patterns() : 0];
        for (int k = 0; k < order.length; k++) order[k] = k;
    }

    @Override
    public void step() {
        if (!status.running()) return;
        int next = draw();
        double field;
        if (!rule.looks()) field = blindly();
        else if (last < 0) field = examples.field(w, next);
        else field = examples.learnThenField(w, decay, last, amount, next);
        if (!Double.isFinite(field)) {
            last = -1;
            status = new Status.Failed(
                    "the field of an example is no longer finite: try a smaller learning rate", field);
            return;
        }
        amount = rate * rule.strength(field, examples.label(next));
        last = amount == 0.0 && decay == 1.0 ? -1 : next;
        steps++;
        if (!driven) return;
        settle();
        examples.push(w, 1.0 / inputs);
    }

    /** Finishes the last example for a rule that asks for no field; returns NaN or infinity in place of one where the weights are that. */
    private double blindly() {
        settle();
        return w[0] + w[w.length - 1];
    }

    /** The next example; of an epoch the next place, whose example is drawn from those not seen. */
    private int draw() {
        int p = examples.patterns();
        if (order.length == 0) return random.nextInt(p);
        int k = (int) (steps % p);
        int other = k + random.nextInt(p - k);
        int kept = order[k];
        order[k] = order[other];
        order[other] = kept;
        return order[k];
    }

    /** Does what was put off. */
    private void settle() {
        if (last >= 0) examples.learn(w, decay, last, amount);
        last = -1;
    }

    @Override
    public double time() {
        return (double) steps / inputs;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        return steps / examples.patterns();
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] x) {
        settle();
        System.arraycopy(w, 0, x, 0, x.length);
    }

    @Override
    public byte[] save() {
        settle();
        Packed.Writer out = new Packed.Writer().put(w).put(steps).put(order).put(random.save());
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(w);
        steps = in.readLong();
        int[] places = in.readInts();
        System.arraycopy(places, 0, order, 0, order.length);
        random.load(in.readBytes());
        status = Statuses.load(in);
        last = -1;
    }
}
