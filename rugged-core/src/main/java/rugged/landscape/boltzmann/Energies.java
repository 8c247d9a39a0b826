package rugged.landscape.boltzmann;

import java.util.Arrays;
import rugged.api.model.Batch;
import rugged.num.boltzmann.BitMachine;
import rugged.num.boltzmann.MachineSum;
import rugged.num.boltzmann.PseudoLikelihood;

/** An {@link Objective} of examples at the parameters y of a machine of bits, with its gradient. */
sealed interface Energies {
    /** Of one kind. */
    static Energies of(Objective objective, BitMachine machine) {
        return objective == Objective.LIKELIHOOD ? new Exact(machine) : new Conditional(machine);
    }

    /** Goes to y, which must not change until the next call. */
    void at(double[] y);

    /** What all examples share. */
    double shared();

    /** The rest, of one example. */
    double of(byte[] bits, int from);

    /** Overwrites g with the gradient of the mean over a batch; returns that mean, shared part included. */
    double gradient(byte[] bits, Batch batch, double[] g);

    /** -ln p(v) = F(v) + ln Z. */
    final class Exact implements Energies {
        private final BitMachine machine;
        private final MachineSum sum;
        private final double[] phi;
        private double[] y = new double[0];
        private double logZ = Double.NaN;

        Exact(BitMachine machine) {
            this.machine = machine;
            sum = new MachineSum(machine);
            phi = new double[machine.hidden()];
        }

        @Override
        public void at(double[] parameters) {
            y = parameters;
            logZ = Double.NaN;
        }

        @Override
        public double shared() {
            if (Double.isNaN(logZ)) logZ = sum.logPartition(y);
            return logZ;
        }

        @Override
        public double of(byte[] bits, int from) {
            return machine.freeEnergy(y, bits, from, phi);
        }

        @Override
        public double gradient(byte[] bits, Batch batch, double[] g) {
            logZ = sum.means(y, g);
            double energy = logZ;
            double weight = 1.0 / batch.size();
            for (int k = batch.from(); k < batch.to(); k++)
                energy += weight * subtract(bits, batch.index()[k] * machine.visible(), weight, g);
            return energy;
        }

        /** Subtracts v_i p_j, v_i and p_j of an example; returns its free energy. */
        private double subtract(byte[] bits, int from, double weight, double[] g) {
            double free = machine.freeEnergy(y, bits, from, phi);
            int hidden = machine.hidden();
            for (int j = 0; j < hidden; j++) {
                phi[j] = weight * BitMachine.logistic(phi[j]);
                g[machine.b() + j] -= phi[j];
            }
            for (int i = 0; i < machine.visible(); i++) {
                if (bits[from + i] == 0) continue;
                g[machine.a() + i] -= weight;
                for (int j = 0; j < hidden; j++) g[i * hidden + j] -= phi[j];
            }
            return free;
        }
    }

    /** Minus the log-pseudo-likelihood. */
    final class Conditional implements Energies {
        private final BitMachine machine;
        private final PseudoLikelihood pseudo;

        Conditional(BitMachine machine) {
            this.machine = machine;
            pseudo = new PseudoLikelihood(machine);
        }

        @Override
        public void at(double[] y) {
            pseudo.at(y);
        }

        @Override
        public double shared() {
            return 0.0;
        }

        @Override
        public double of(byte[] bits, int from) {
            return pseudo.value(bits, from);
        }

        @Override
        public double gradient(byte[] bits, Batch batch, double[] g) {
            Arrays.fill(g, 0.0);
            pseudo.begin();
            double sum = 0.0;
            for (int k = batch.from(); k < batch.to(); k++)
                sum += pseudo.add(bits, batch.index()[k] * machine.visible(), g);
            pseudo.end(g);
            for (int k = 0; k < g.length; k++) g[k] /= batch.size();
            return sum / batch.size();
        }
    }
}
