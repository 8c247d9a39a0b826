package rugged.landscape.spin;

import rugged.api.model.SpinLandscape;
import rugged.num.boltzmann.UnitValues;

/** The built {@link RestrictedMachine} of spins. */
public final class LayeredSpins extends LayeredUnits implements SpinLandscape {
    LayeredSpins(CouplingRows forth, CouplingRows back, double[] biases) {
        super(UnitValues.SPINS, forth, back, biases);
    }

    private LayeredSpins(LayeredSpins other) {
        super(other);
    }

    @Override
    public double flipCost(int i) {
        return turnCost(i);
    }

    @Override
    public void flip(int i) {
        turn(i);
    }

    @Override
    public LayeredSpins fork() {
        return new LayeredSpins(this);
    }
}
