package rugged.dynamics.sampling;

import rugged.api.model.PairMoves;
import rugged.api.motion.Sampler;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.dynamics.Statuses;
import rugged.num.Packed;
import rugged.num.RandomStream;

/**
 * Metropolis sweeps on the sphere: (x_i, x_j) is turned by an angle uniform in [-d, d], a symmetric proposal that keeps |x|^2 and, over all pairs, reaches
 * every point. After each sweep the state is retracted, which removes the rounding of N rotations.
 */
final class PairRotations implements Sampler {
    private final PairMoves landscape;
    private double beta;
    private final Order order;
    private final double angle;
    private final RandomStream random;
    private double[] x;
    private long sweeps;
    private Status status = Status.RUNNING;

    PairRotations(
            PairMoves landscape, double[] start, double temperature, Order order, double angle, RandomStream random) {
        this.landscape = landscape;
        beta = 1.0 / temperature;
        this.order = order;
        this.angle = angle;
        this.random = random;
        x = start.clone();
    }

    @Override
    public void step() {
        if (!status.running()) return;
        int n = x.length;
        for (int k = 0; k < n; k++) {
            int i = order == Order.RANDOM ? random.nextInt(n) : k;
            int j = random.nextInt(n - 1);
            if (j >= i) j++;
            double turn = angle * (2.0 * random.nextDouble() - 1.0);
            double chance = random.nextDouble();
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            double newI = cos * x[i] - sin * x[j];
            double newJ = sin * x[i] + cos * x[j];
            double cost = landscape.energyChange(x, i, newI, j, newJ);
            if (Double.isNaN(cost)) {
                status = new Status.Failed("the energy change of a move is not a number", cost);
                return;
            }
            if (cost <= 0.0 || chance < Math.exp(-beta * cost)) {
                x[i] = newI;
                x[j] = newJ;
            }
        }
        landscape.manifold().retract(x);
        sweeps++;
    }

    @Override
    public double energy() {
        return landscape.energy(x);
    }

    @Override
    public void exchange(Sampler other) {
        PairRotations one = (PairRotations) other;
        double[] mine = x;
        x = one.x;
        one.x = mine;
    }

    @Override
    public void temperature(double other) {
        beta = 1.0 / other;
    }

    @Override
    public double time() {
        return sweeps;
    }

    @Override
    public long steps() {
        return sweeps;
    }

    @Override
    public long evaluations() {
        return 2 * sweeps;
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
        Packed.Writer out = new Packed.Writer();
        out.put(x).put(random.save()).put(sweeps);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        random.load(in.readBytes());
        sweeps = in.readLong();
        status = Statuses.load(in);
    }
}
