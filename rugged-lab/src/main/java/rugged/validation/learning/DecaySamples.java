package rugged.validation.learning;

import rugged.api.lessons.HeatedCommittee;
import rugged.api.motion.Stepper;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.landscape.Precision;
import rugged.landscape.rules.Beginning;
import rugged.landscape.rules.DecayedCommittee;
import rugged.meanfield.decay.SymmetricOverlaps;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.RunningMean;
import rugged.validation.Trial;

/** Two units on 40 inputs at gamma = 1/2 by Hamiltonian Monte Carlo from near the teacher: thermal means of Q, C, R and R + S, one value for each of a few sets of examples. */
final class DecaySamples {
    private static final int SETS = 4;
    private static final int SETTLING = 40;
    private static final int TRAJECTORIES = 80;
    private static final int LEAPS = 12;
    /** The largest curvature is about (2/pi) A of two units that agree; a leapfrog step stays well below 2 over its root. */
    private static final double STEP = 0.9;

    final RunningMean q = new RunningMean();
    final RunningMean c = new RunningMean();
    final RunningMean r = new RunningMean();
    final RunningMean together = new RunningMean();

    DecaySamples(double load, double beta) {
        for (int set = 1; set <= SETS; set++) sample(load, beta, set);
    }

    private void sample(double load, double beta, long seed) {
        HeatedCommittee committee =
                new DecayedCommittee(40, 2, load, beta, 0.5, false, Beginning.TEACHER, Precision.FLOAT32, seed).build();
        double step = STEP / Math.sqrt(2.0 / Math.PI * load + 0.5);
        Stepper stepper = Trial.trajectory(
                new HamiltonianMonteCarlo(1.0, step, LEAPS, 0.2), committee, Trial.randomStart(committee, seed), seed);
        double[] w = new double[committee.dimension()];
        double[] sums = new double[4];
        stepper.advance(SETTLING);
        for (int k = 1; k <= TRAJECTORIES; k++) {
            stepper.advance(SETTLING + k);
            stepper.state(w);
            SymmetricOverlaps at = overlaps(committee, w);
            sums[0] += at.q();
            sums[1] += at.c();
            sums[2] += at.r();
            sums[3] += at.together();
        }
        q.add(sums[0] / TRAJECTORIES);
        c.add(sums[1] / TRAJECTORIES);
        r.add(sums[2] / TRAJECTORIES);
        together.add(sums[3] / TRAJECTORIES);
    }

    private static SymmetricOverlaps overlaps(HeatedCommittee committee, double[] w) {
        double[] q = new double[4];
        double[] r = new double[4];
        committee.overlaps(w, q, r);
        return SymmetricOverlaps.mean(CommitteeOverlaps.of(2, 2, q, r));
    }
}
