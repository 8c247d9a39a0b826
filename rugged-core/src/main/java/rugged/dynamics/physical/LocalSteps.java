package rugged.dynamics.physical;

import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.dynamics.Statuses;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Epochs of a local rule. */
final class LocalSteps implements Stepper {
    private static final double RISE = 1e-3;

    private final PhysicalNetwork network;
    private final Circuit circuit;
    private final Comparison comparison;
    private final LearningParameters learning;
    private final RandomStream noise;
    private final RandomStream lots;
    private final double[] w;
    private final double[] change;
    private final double[] e;
    private double rate;
    private double lastCost = Double.POSITIVE_INFINITY;
    private Status status = Status.RUNNING;
    private long steps;

    LocalSteps(
            PhysicalNetwork network, double[] x, Comparison comparison, LearningParameters learning, Streams random) {
        this.network = network;
        this.comparison = comparison;
        this.learning = learning;
        circuit = network.circuit();
        noise = random.stream("conductances", 0);
        lots = random.stream("rounding", 0);
        w = x.clone();
        change = new double[x.length];
        e = new double[circuit.examples() * circuit.outputs()];
        rate = learning.learningRate();
    }

    @Override
    public void step() {
        if (!status.running()) return;
        Transfer response = circuit.response(w);
        if (!response.solved()) {
            fail("currents find no way: the network has come apart", Double.NaN);
            return;
        }
        circuit.errors(response, e);
        double cost = circuit.scale() * Vectors.dot(e, e) / circuit.examples();
        if (!Double.isFinite(cost)) {
            fail("the error is no longer finite: try a smaller learning rate", cost);
            return;
        }
        if (cost <= learning.tolerance()) {
            status = new Status.Converged("cost at most " + learning.tolerance(), cost);
            return;
        }
        if (learning.guard() && cost > lastCost * (1.0 + RISE)) rate *= 0.5;
        lastCost = cost;
        if (!comparison.compare(response, circuit.currents(), e, change)) {
            fail("outputs are pushed away harder than the network holds them: try a smaller strength", cost);
            return;
        }
        move();
        steps++;
    }

    private void move() {
        Vectors.scale(change, rate * 2.0 * circuit.scale());
        network.pull(change, rate);
        double jump = Math.sqrt(2.0 * learning.temperature() * rate);
        double floor = circuit.floor();
        for (int k = 0; k < w.length; k++) {
            double to = w[k] + change[k];
            if (jump > 0.0) to += jump * noise.nextGaussian();
            w[k] = Math.max(floor, learning.spacing() > 0.0 ? allowed(to, floor) : to);
        }
    }

    private double allowed(double to, double floor) {
        double place = (to - floor) / learning.spacing();
        double level = learning.rounding() == LearningParameters.Rounding.NEAREST
                ? Math.rint(place)
                : Math.floor(place + lots.nextDouble());
        return floor + learning.spacing() * level;
    }

    private void fail(String reason, double value) {
        status = new Status.Failed(reason, value);
    }

    @Override
    public double time() {
        return steps * learning.tick();
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
        Packed.Writer out = new Packed.Writer().put(w).put(steps).put(rate).put(lastCost);
        out.put(noise.save()).put(lots.save());
        comparison.save(out);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(w);
        steps = in.readLong();
        rate = in.readDouble();
        lastCost = in.readDouble();
        noise.load(in.readBytes());
        lots.load(in.readBytes());
        comparison.load(in);
        status = Statuses.load(in);
    }
}
