package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.lessons.HeatedCommittee;
import rugged.api.motion.Stepper;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.MetropolisLangevin;
import rugged.dynamics.sampling.Strides;
import rugged.landscape.Precision;
import rugged.landscape.rules.Beginning;
import rugged.landscape.rules.DecayedCommittee;
import rugged.meanfield.decay.SymmetricOverlaps;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.RunningMean;
import rugged.num.Streams;

/**
 * A committee of two units with weight decay by four samplers, four chains of each from random starts: the same means of Q, C, R + S and eps_g, split R-hat below 1.05.
 */
@Tag("slow")
class CommitteeSamplersTest {
    private static final int CHAINS = 4;
    private static final int SAMPLES = 1500;
    private static final int BLOCKS = 10;
    private static final double SIGMAS = 3.0;
    private static final double MIXED = 1.05;
    private static final String[] NAMES = {"Q", "C", "R + S", "eps_g"};

    private final HeatedCommittee committee =
            new DecayedCommittee(10, 2, 15, 0.5, 0.5, false, Beginning.RANDOM, Precision.FLOAT64, 1).build();

    /** [quantity][chain][sample], and the part of steps that moved. */
    private record Chains(double[][][] values, double moved) {
        RunningMean blocks(int quantity) {
            RunningMean means = new RunningMean();
            int length = SAMPLES / BLOCKS;
            for (double[] chain : values[quantity])
                for (int b = 0; b < BLOCKS; b++)
                    means.add(mean(chain, b * length, (b + 1) * length).mean());
            return means;
        }

        double error(int quantity) {
            return blocks(quantity).deviation() / Math.sqrt(CHAINS * BLOCKS);
        }

        /** Halves of chains as chains of their own (Gelman et al., Bayesian Data Analysis, 3rd edition, section 11.4). */
        double splitRatio(int quantity) {
            RunningMean means = new RunningMean();
            RunningMean inner = new RunningMean();
            int n = SAMPLES / 2;
            for (double[] chain : values[quantity])
                for (int half = 0; half < 2; half++) {
                    RunningMean of = mean(chain, half * n, (half + 1) * n);
                    means.add(of.mean());
                    inner.add(of.deviation() * of.deviation());
                }
            return Math.sqrt((n - 1.0) / n + means.deviation() * means.deviation() / inner.mean());
        }

        private static RunningMean mean(double[] values, int from, int to) {
            RunningMean mean = new RunningMean();
            for (int k = from; k < to; k++) mean.add(values[k]);
            return mean;
        }
    }

    private double[] quantities(double[] w) {
        double[] q = new double[4];
        double[] r = new double[4];
        committee.overlaps(w, q, r);
        CommitteeOverlaps found = CommitteeOverlaps.of(2, 2, q, r);
        SymmetricOverlaps mean = SymmetricOverlaps.mean(found);
        return new double[] {mean.q(), mean.c(), mean.together(), committee.share() * found.loss()};
    }

    private Chains chains(DynamicsSpec dynamics, double pause) {
        double[][][] values = new double[NAMES.length][CHAINS][SAMPLES];
        double[] w = new double[committee.dimension()];
        double[] before = w.clone();
        RunningMean moved = new RunningMean();
        double settling = SAMPLES * pause / 4;
        for (int c = 0; c < CHAINS; c++) {
            Stepper stepper = dynamics.start(committee, Bestiary.start(committee, c), Streams.of(c));
            stepper.advance(settling);
            for (int k = 0; k < SAMPLES; k++) {
                stepper.advance(settling + (k + 1) * pause - 1);
                stepper.state(before);
                stepper.step();
                stepper.state(w);
                moved.add(Arrays.equals(w, before) ? 0 : 1);
                double[] now = quantities(w);
                for (int a = 0; a < now.length; a++) values[a][c][k] = now[a];
            }
        }
        return new Chains(values, moved.mean());
    }

    private static void assertAgree(String name, Chains one, Chains other) {
        for (int a = 0; a < NAMES.length; a++) {
            double apart = Math.abs(one.blocks(a).mean() - other.blocks(a).mean());
            double error = Math.hypot(one.error(a), other.error(a));
            assertThat(apart).as(name + ": " + NAMES[a]).isLessThan(SIGMAS * error);
            assertThat(other.splitRatio(a)).as(name + ": R-hat of " + NAMES[a]).isLessThan(MIXED);
        }
    }

    @Test
    void samplersAgree() {
        Chains hamiltonian = chains(new HamiltonianMonteCarlo(1.0, 0.3, 6, 0.2), 6);
        assertAgree("itself", hamiltonian, hamiltonian);
        assertThat(hamiltonian.moved()).isBetween(0.7, 0.99);
        Chains langevin = chains(new MetropolisLangevin(1.0, 0.08), 40);
        assertThat(langevin.moved()).as("acceptance of Langevin steps").isBetween(0.4, 0.9);
        assertAgree("Metropolis-adjusted Langevin", hamiltonian, langevin);
        for (Strides.Moved moved : Strides.Moved.values()) {
            boolean vectors = moved == Strides.Moved.VECTORS;
            Strides strides = new Strides(0.3, moved, vectors ? 1000 : 300, vectors ? 0.25 : 0.4);
            Chains metropolis = chains(new Metropolis(1.0, Order.RANDOM, 1.0, strides), vectors ? 100 : 10);
            assertAgree("Metropolis, " + moved, hamiltonian, metropolis);
        }
    }
}
