package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.model.UnitMoves;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.num.RandomStream;

/**
 * The rule of Metropolis for vector units: a unit is turned in the plane of two of its coordinates by an angle uniform in [-d, d], a symmetric proposal that keeps its length and,
 * over all planes, reaches the whole sphere.
 */
final class UnitRotations implements VectorMoves {
    private final UnitMoves landscape;
    private final Order order;
    private final double angle;
    private final double[] to;

    UnitRotations(UnitMoves landscape, Order order, double angle) {
        this.landscape = landscape;
        this.order = order;
        this.angle = angle;
        to = new double[landscape.components()];
    }

    @Override
    public Optional<Status.Failed> run(double[] x, double beta, RandomStream random) {
        int m = to.length;
        int units = x.length / m;
        for (int k = 0; k < units; k++) {
            int i = order == Order.RANDOM ? random.nextInt(units) : k;
            int a = random.nextInt(m);
            int b = random.nextInt(m - 1);
            if (b >= a) b++;
            double turn = angle * (2.0 * random.nextDouble() - 1.0);
            double chance = random.nextDouble();
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            System.arraycopy(x, i * m, to, 0, m);
            double one = to[a];
            to[a] = cos * one - sin * to[b];
            to[b] = sin * one + cos * to[b];
            double cost = landscape.energyChange(x, i, to);
            if (Double.isNaN(cost))
                return Optional.of(new Status.Failed("the energy change of a move is not a number", cost));
            if (cost <= 0.0 || Chance.ACCEPTED.holds(chance, beta * cost)) System.arraycopy(to, 0, x, i * m, m);
        }
        return Optional.empty();
    }
}
