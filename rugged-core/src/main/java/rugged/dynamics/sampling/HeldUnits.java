package rugged.dynamics.sampling;

import rugged.api.model.DiscreteLandscape;
import rugged.num.Packed;

/** A trajectory of discrete units: a fork of the model that holds its configuration, and the configuration in numbers, x[N]. What sweeps over units and over blocks have in common. */
abstract class HeldUnits<L extends DiscreteLandscape> implements Sweep {
    L units;
    double[] x;

    /** @param fork of the model, for this trajectory alone */
    HeldUnits(L fork, double[] start) {
        units = fork;
        units.load(start);
        x = start.clone();
    }

    @Override
    public double energy() {
        return units.energy();
    }

    @Override
    public double[] configuration() {
        return x;
    }

    /** Swaps configurations with another trajectory of the same kind. */
    void swap(HeldUnits<L> other) {
        L mine = units;
        double[] configuration = x;
        units = other.units;
        x = other.x;
        other.units = mine;
        other.x = configuration;
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(x).put(units.save());
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(x);
        units.restore(in.readBytes());
    }
}
