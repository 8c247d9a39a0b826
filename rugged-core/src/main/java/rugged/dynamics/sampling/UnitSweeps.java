package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.model.DiscreteLandscape;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.num.RandomStream;

/**
 * Sweeps of updates of one discrete unit, by the rule of Metropolis, which proposes each of the other values alike, or of the heat bath. Works on a fork of the model, which holds
 * this trajectory's configuration. Of two values it draws what {@link SpinSweeps} draws.
 */
final class UnitSweeps extends HeldUnits<DiscreteLandscape> {
    private final Order order;
    private final boolean heatBath;
    private final double[] costs;

    UnitSweeps(DiscreteLandscape model, double[] start, Order order, boolean heatBath) {
        super(model.fork(), start);
        this.order = order;
        this.heatBath = heatBath;
        costs = new double[units.mostValues()];
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
        for (int k = 0; k < x.length; k++) {
            int i = order == Order.RANDOM ? random.nextInt(x.length) : k;
            units.costs(i, costs, 0);
            int now = units.at(i);
            int next = heatBath ? drawn(i, beta, random) : accepted(i, now, beta, random);
            if (next < 0) return Optional.of(LocalLaw.FAILED);
            if (next != now) {
                units.set(i, next);
                x[i] = units.value(i, next);
            }
        }
        return Optional.empty();
    }

    private int drawn(int i, double beta, RandomStream random) {
        return LocalLaw.draw(costs, 0, units.values(i), beta, random.nextDouble());
    }

    private int accepted(int i, int now, double beta, RandomStream random) {
        int others = units.values(i) - 1;
        int proposed = others == 1 ? 1 - now : others == 0 ? now : random.nextInt(others);
        if (others > 1 && proposed >= now) proposed++;
        double chance = random.nextDouble();
        double cost = costs[proposed];
        if (Double.isNaN(cost)) return -1;
        return cost <= 0.0 || Chance.ACCEPTED.holds(chance, beta * cost) ? proposed : now;
    }

    @Override
    public void exchange(Sweep other) {
        swap((UnitSweeps) other);
    }
}
