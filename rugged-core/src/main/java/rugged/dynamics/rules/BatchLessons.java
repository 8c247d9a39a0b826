package rugged.dynamics.rules;

import java.util.Arrays;
import rugged.api.lessons.StoredExamples;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.meanfield.rules.LearningRule;
import rugged.num.Packed;
import rugged.num.Vectors;

/** All examples together, by Euler steps. */
final class BatchLessons implements Stepper {
    private final StoredExamples examples;
    private final LearningRule rule;
    private final double dt;
    private final double rate;
    private final double decay;
    private final double[] w;
    private final double[] change;
    private Status status = Status.RUNNING;
    private long steps;

    BatchLessons(StoredExamples examples, double[] x, LearningRule rule, Lessons lessons) {
        this.examples = examples;
        this.rule = rule;
        dt = lessons.dt();
        rate = lessons.learningRate() * dt * x.length / examples.patterns();
        decay = 1.0 - lessons.decay() * dt;
        w = x.clone();
        change = new double[x.length];
    }

    @Override
    public void step() {
        if (!status.running()) return;
        Arrays.fill(change, 0.0);
        for (int mu = 0; mu < examples.patterns(); mu++) {
            double field = rule.looks() ? examples.field(w, mu) : 0.0;
            double strength = rule.strength(field, examples.label(mu));
            if (strength != 0.0) examples.learn(change, 1.0, mu, rate * strength);
        }
        if (examples.driven()) examples.push(change, dt);
        if (!Vectors.finite(change)) {
            status = new Status.Failed("the fields are no longer finite: try a smaller step", Double.NaN);
            return;
        }
        for (int i = 0; i < w.length; i++) w[i] = decay * w[i] + change[i];
        steps++;
    }

    @Override
    public double time() {
        return steps * dt;
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
    public void state(double[] x) {
        System.arraycopy(w, 0, x, 0, x.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(w).put(steps);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(w);
        steps = in.readLong();
        status = Statuses.load(in);
    }
}
