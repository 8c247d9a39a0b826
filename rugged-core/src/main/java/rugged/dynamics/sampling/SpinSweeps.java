package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.num.Packed;
import rugged.num.RandomStream;

/** Sweeps of single-spin updates, by the rule of Metropolis or of the heat bath. Works on a fork of the model, which holds this trajectory's spins. */
final class SpinSweeps implements Sweep {
    private SpinLandscape spins;
    private final Order order;
    private final boolean heatBath;
    private double[] s;

    SpinSweeps(SpinLandscape model, double[] start, Order order, boolean heatBath) {
        spins = model.fork();
        spins.load(start);
        this.order = order;
        this.heatBath = heatBath;
        s = start.clone();
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
        for (int k = 0; k < s.length; k++) {
            int i = order == Order.RANDOM ? random.nextInt(s.length) : k;
            double cost = spins.flipCost(i);
            double chance = random.nextDouble();
            if (Double.isNaN(cost))
                return Optional.of(new Status.Failed("the energy change of a flip is not a number", cost));
            if (heatBath
                    ? heatBathFlips(s[i], cost, chance, beta)
                    : cost <= 0.0 || Chance.ACCEPTED.holds(chance, beta * cost)) {
                spins.flip(i);
                s[i] = -s[i];
            }
        }
        return Optional.empty();
    }

    private boolean heatBathFlips(double spin, double cost, double chance, double beta) {
        double exponent = cost == 0.0 ? 0.0 : -beta * spin * cost; // (E(+1) - E(-1)) / T, also at T = 0
        boolean up = Chance.UP.holds(chance, exponent);
        return up != spin > 0.0;
    }

    @Override
    public double energy() {
        return spins.energy();
    }

    @Override
    public double[] configuration() {
        return s;
    }

    @Override
    public void exchange(Sweep other) {
        SpinSweeps one = (SpinSweeps) other;
        SpinLandscape mine = spins;
        double[] configuration = s;
        spins = one.spins;
        s = one.s;
        one.spins = mine;
        one.s = configuration;
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(s).put(spins.save());
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(s);
        spins.restore(in.readBytes());
    }
}
