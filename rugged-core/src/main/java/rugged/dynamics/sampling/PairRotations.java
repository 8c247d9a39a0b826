package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.model.PairMoves;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.num.Packed;
import rugged.num.RandomStream;

/**
 * Metropolis sweeps on the sphere: (x_i, x_j) is turned by an angle uniform in [-d, d], a symmetric proposal that keeps |x|^2 and, over all pairs, reaches
 * every point. After each sweep the state is retracted, which removes the rounding of N rotations.
 */
final class PairRotations implements Sweep {
    private final PairMoves landscape;
    private final Order order;
    private final double angle;
    private double[] x;

    PairRotations(PairMoves landscape, double[] start, Order order, double angle) {
        this.landscape = landscape;
        this.order = order;
        this.angle = angle;
        x = start.clone();
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
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
            if (Double.isNaN(cost))
                return Optional.of(new Status.Failed("the energy change of a move is not a number", cost));
            if (cost <= 0.0 || Chance.ACCEPTED.holds(chance, beta * cost)) {
                x[i] = newI;
                x[j] = newJ;
            }
        }
        landscape.manifold().retract(x);
        return Optional.empty();
    }

    @Override
    public double energy() {
        return landscape.energy(x);
    }

    @Override
    public double[] configuration() {
        return x;
    }

    @Override
    public void exchange(Sweep other) {
        PairRotations one = (PairRotations) other;
        double[] mine = x;
        x = one.x;
        one.x = mine;
    }

    @Override
    public int evaluations() {
        return 2;
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(x);
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(x);
    }
}
