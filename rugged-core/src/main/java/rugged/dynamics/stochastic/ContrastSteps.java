package rugged.dynamics.stochastic;

import java.util.Arrays;
import rugged.api.contrast.Contrast;
import rugged.api.contrast.Contrasted;
import rugged.api.model.Batch;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Vectors;

/** Steps of {@link ContrastiveDivergence}. Chain c of rung k is chain k C + c of the machine's, C the size of a batch. */
final class ContrastSteps implements Stepper {
    private final ContrastSetting setting;
    private final Contrasted machine;
    private final Manifold manifold;
    private final Contrast contrast;
    private final Batches batches;
    private final RandomStream random;
    private final boolean persistent;
    /** C. */
    private final int size;

    private final double[] beta;
    private final double[] ladder;
    /** Inverse temperatures of neighbours, and weights of states at their own temperatures and at these. */
    private final double[] swapped;

    private final double[] own;
    private final double[] other;
    private final double[] x;
    private final double[] g;
    private final double[] velocity;
    private long steps;
    private long patterns;
    private Status status = Status.RUNNING;

    ContrastSteps(
            ContrastSetting setting, Contrasted machine, int size, double[] x, Batches batches, RandomStream random) {
        this.setting = setting;
        this.machine = machine;
        this.size = size;
        this.batches = batches;
        this.random = random;
        manifold = machine.manifold();
        persistent = setting.persistent();
        ladder = setting.ladder().stream().mapToDouble(Double::doubleValue).toArray();
        int chains = size * ladder.length;
        contrast = machine.contrast(size, chains);
        beta = new double[chains];
        for (int k = 0; k < ladder.length; k++) Arrays.fill(beta, k * size, (k + 1) * size, ladder[k]);
        swapped = new double[ladder.length > 1 ? chains : 0];
        own = new double[swapped.length];
        other = new double[swapped.length];
        this.x = x.clone();
        g = new double[x.length];
        velocity = new double[setting.momentum() > 0.0 ? x.length : 0];
    }

    @Override
    public void step() {
        if (!status.running()) return;
        contrast.at(x);
        Batch batch = batches.next();
        contrast.clamp(batch);
        int chains = persistent ? beta.length : batch.size();
        if (!persistent) contrast.follow();
        else if (steps == 0) begin(batch);
        contrast.sweep(chains, beta, setting.sweeps(), random);
        if (ladder.length > 1) exchange((int) (steps % 2));
        contrast.gradient(persistent ? size : chains, g);
        patterns += (long) batch.size() * (1 + (long) setting.sweeps() * ladder.length);
        if (!Vectors.finite(g)) {
            status = new Status.Failed("the weights are no longer finite: try a smaller learning rate", Double.NaN);
            return;
        }
        manifold.tangent(x, g);
        for (int i = 0; i < x.length; i++) {
            double slope = g[i] + setting.weightDecay() * x[i];
            if (velocity.length > 0) slope = velocity[i] = setting.momentum() * velocity[i] + slope;
            x[i] -= setting.learningRate() * slope;
        }
        manifold.retract(x);
        steps++;
    }

    /** All rungs begin at the first batch. */
    private void begin(Batch batch) {
        contrast.follow();
        double[] state = new double[contrast.width()];
        for (int chain = batch.size(); chain < beta.length; chain++) {
            contrast.state(chain % batch.size(), state);
            contrast.place(chain, state);
        }
    }

    /** Neighbours of every second pair of rungs, from one on. */
    private void exchange(int from) {
        System.arraycopy(beta, 0, swapped, 0, beta.length);
        for (int k = from; k + 1 < ladder.length; k += 2) {
            Arrays.fill(swapped, k * size, (k + 1) * size, ladder[k + 1]);
            Arrays.fill(swapped, (k + 1) * size, (k + 2) * size, ladder[k]);
        }
        contrast.weights(beta.length, beta, own);
        contrast.weights(beta.length, swapped, other);
        for (int k = from; k + 1 < ladder.length; k += 2) {
            for (int c = k * size; c < (k + 1) * size; c++) {
                double gain = own[c] + own[c + size] - other[c] - other[c + size];
                if (random.nextDouble() < Math.exp(gain)) contrast.exchange(c, c + size);
            }
        }
    }

    @Override
    public double time() {
        return steps * setting.tick();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        return Math.round((double) patterns / machine.patterns());
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] into) {
        System.arraycopy(x, 0, into, 0, x.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(x).put(velocity).put(steps).put(patterns);
        batches.save(out);
        out.put(random.save());
        Statuses.save(status, out);
        if (!persistent) return out.bytes();
        double[] state = new double[contrast.width()];
        for (int chain = 0; chain < beta.length; chain++) {
            contrast.state(chain, state);
            out.put(state);
        }
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        in.read(velocity);
        steps = in.readLong();
        patterns = in.readLong();
        batches.load(in);
        random.load(in.readBytes());
        status = Statuses.load(in);
        if (!persistent) return;
        double[] state = new double[contrast.width()];
        for (int chain = 0; chain < beta.length; chain++) {
            in.read(state);
            contrast.place(chain, state);
        }
    }
}
