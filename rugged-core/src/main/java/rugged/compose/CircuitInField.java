package rugged.compose;

import rugged.api.model.Batch;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;

/** Conductances that a field pulls at besides the task: dw/dt of the rule, plus h. */
record CircuitInField(PhysicalNetwork base, Tilted tilted) implements PhysicalNetwork, InField {
    @Override
    public int patterns() {
        return base.patterns();
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        return tilted.tilt(x, base.energyAndGradient(x, batch, g), g);
    }

    @Override
    public Circuit circuit() {
        return base.circuit();
    }

    @Override
    public void pull(double[] change, double time) {
        base.pull(change, time);
        double[] h = tilted.field();
        for (int i = 0; i < change.length; i++) change[i] += time * h[i];
    }

    @Override
    public CircuitInField fork() {
        PhysicalNetwork fork = base.fork();
        return new CircuitInField(fork, new Tilted(fork, tilted.field()));
    }
}
