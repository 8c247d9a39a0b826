package rugged.dynamics.sampling;

import rugged.api.model.SpinLandscape;
import rugged.api.motion.Sampler;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.dynamics.Statuses;
import rugged.num.Packed;
import rugged.num.RandomStream;

/** Sweeps of single-spin updates, by the rule of Metropolis or of the heat bath. Works on a fork of the model, which holds this trajectory's spins. */
final class SpinSweeps implements Sampler {
    private SpinLandscape spins;
    private double beta;
    private final Order order;
    private final boolean heatBath;
    private final RandomStream random;
    private double[] s;
    private long sweeps;
    private Status status = Status.RUNNING;

    SpinSweeps(
            SpinLandscape model,
            double[] start,
            double temperature,
            Order order,
            boolean heatBath,
            RandomStream random) {
        spins = model.fork();
        spins.load(start);
        beta = 1.0 / temperature;
        this.order = order;
        this.heatBath = heatBath;
        this.random = random;
        s = start.clone();
    }

    @Override
    public void step() {
        if (!status.running()) return;
        for (int k = 0; k < s.length; k++) {
            int i = order == Order.RANDOM ? random.nextInt(s.length) : k;
            double cost = spins.flipCost(i);
            double chance = random.nextDouble();
            if (Double.isNaN(cost)) {
                status = new Status.Failed("the energy change of a flip is not a number", cost);
                return;
            }
            if (heatBath ? heatBathFlips(s[i], cost, chance) : cost <= 0.0 || chance < Math.exp(-beta * cost)) {
                spins.flip(i);
                s[i] = -s[i];
            }
        }
        sweeps++;
    }

    private boolean heatBathFlips(double spin, double cost, double chance) {
        double exponent = cost == 0.0 ? 0.0 : -beta * spin * cost; // (E(+1) - E(-1)) / T, also at T = 0
        boolean up = chance < 1.0 / (1.0 + Math.exp(exponent));
        return up != spin > 0.0;
    }

    @Override
    public double energy() {
        return spins.energy();
    }

    @Override
    public void exchange(Sampler other) {
        SpinSweeps one = (SpinSweeps) other;
        SpinLandscape mine = spins;
        double[] configuration = s;
        spins = one.spins;
        s = one.s;
        one.spins = mine;
        one.s = configuration;
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
        return sweeps;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] x) {
        System.arraycopy(s, 0, x, 0, s.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(s).put(spins.save()).put(random.save()).put(sweeps);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(s);
        spins.restore(in.readBytes());
        random.load(in.readBytes());
        sweeps = in.readLong();
        status = Statuses.load(in);
    }
}
