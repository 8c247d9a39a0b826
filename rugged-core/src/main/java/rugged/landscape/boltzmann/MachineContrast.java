package rugged.landscape.boltzmann;

import java.util.random.RandomGenerator;
import rugged.api.contrast.Contrast;
import rugged.api.model.Batch;
import rugged.num.boltzmann.BitChains;
import rugged.num.boltzmann.BitMachine;
import rugged.num.boltzmann.UnitValues;

/** The two phases of a machine whose units may be spins: chains of the machine of bits, gradients pulled back. */
final class MachineContrast implements Contrast {
    private final BitMachine machine;
    private final UnitValues units;
    private final byte[] examples;
    private final BitChains chains;
    private final double[] y;

    MachineContrast(BitMachine machine, UnitValues units, byte[] examples, BitChains chains) {
        this.machine = machine;
        this.units = units;
        this.examples = examples;
        this.chains = chains;
        y = new double[machine.size()];
    }

    @Override
    public void at(double[] x) {
        units.toBits(machine, x, y);
        chains.at(y);
    }

    @Override
    public void clamp(Batch batch) {
        chains.clamp(examples, batch.index(), batch.from(), batch.to());
    }

    @Override
    public void follow() {
        chains.follow();
    }

    @Override
    public void sweep(int count, double[] beta, int sweeps, RandomGenerator random) {
        chains.sweep(count, beta, sweeps, random);
    }

    @Override
    public void weights(int count, double[] beta, double[] f) {
        chains.freeEnergies(count, beta, f);
    }

    @Override
    public void exchange(int chain, int other) {
        chains.exchange(chain, other);
    }

    @Override
    public void gradient(int count, double[] g) {
        chains.contrast(count, g);
        units.pullBack(machine, g);
    }

    @Override
    public int width() {
        return machine.visible();
    }

    @Override
    public void state(int chain, double[] v) {
        chains.visible(chain, v);
    }

    @Override
    public void place(int chain, double[] v) {
        chains.place(chain, v);
    }
}
