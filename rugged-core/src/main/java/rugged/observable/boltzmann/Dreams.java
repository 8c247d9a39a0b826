package rugged.observable.boltzmann;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Supervised.Part;
import rugged.num.boltzmann.BitChains;
import rugged.num.boltzmann.BitMachine;

/** Visible configurations that a machine draws: independent chains of so many sweeps, from examples or from fair bits. Scratch is kept from one time to the next. */
final class Dreams {
    private final BoltzmannMachine model;
    private final BitMachine machine;
    private final BitChains chains;
    private final double[] beta;
    private final double[] y;
    private final double[] state;

    Dreams(BoltzmannMachine model, int count) {
        this.model = model;
        machine = model.machine();
        chains = BitChains.of(machine, 1, count, false);
        beta = new double[count];
        Arrays.fill(beta, 1.0);
        y = new double[machine.size()];
        state = new double[machine.visible()];
    }

    /** Chains after so many sweeps at the parameters x, each [Nv] of -1 and +1. */
    double[][] spins(double[] x, Origin from, int sweeps, RandomGenerator random) {
        model.bits(x, y);
        chains.at(y);
        int visible = machine.visible();
        byte[] examples = model.examples(Part.TRAIN);
        for (int c = 0; c < beta.length; c++) {
            int example = random.nextInt(examples.length / visible);
            for (int i = 0; i < visible; i++) {
                boolean up = from == Origin.DATA ? examples[example * visible + i] == 1 : random.nextBoolean();
                state[i] = up ? 1.0 : 0.0;
            }
            chains.place(c, state);
        }
        chains.sweep(beta.length, beta, sweeps, random);
        double[][] spins = new double[beta.length][visible];
        for (int c = 0; c < beta.length; c++) {
            chains.visible(c, spins[c]);
            for (int i = 0; i < visible; i++) spins[c][i] = 2.0 * spins[c][i] - 1.0;
        }
        return spins;
    }

    /** The first training examples, as many as there are chains or fewer, of -1 and +1. */
    double[][] examples() {
        int visible = machine.visible();
        byte[] bits = model.examples(Part.TRAIN);
        double[][] spins = new double[Math.min(beta.length, bits.length / visible)][visible];
        for (int mu = 0; mu < spins.length; mu++)
            for (int i = 0; i < visible; i++) spins[mu][i] = 2.0 * bits[mu * visible + i] - 1.0;
        return spins;
    }
}
