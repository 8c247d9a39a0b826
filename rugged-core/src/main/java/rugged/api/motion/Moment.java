package rugged.api.motion;

import rugged.api.DynamicsSpec;
import rugged.api.Need;
import rugged.api.Schedule;

/**
 * What a probe sees at an observation time. Arrays are live views: read, do not keep, do not change. Energies and gradients are evaluated at most once
 * a moment, for all replicas together, and only when somebody asks.
 */
public interface Moment {
    /** Time since the start of the run, in the unit of the dynamics. */
    double time();

    /** Whether quantities of one time are due: see {@link Schedule#single}. */
    boolean single();

    /** The dynamics that moves the ensemble now. */
    DynamicsSpec dynamics();

    /** Number of replicas. */
    int replicas();

    /** x[N] of a replica. */
    double[] state(int replica);

    /** E(x) of a replica: extensive, as the model gives it. */
    double energy(int replica);

    /** dE/dx[N] of a replica, unprojected. Only for continuous landscapes. */
    double[] gradient(int replica);

    /** The copies of a replica at all temperatures, in their present state. Only where the dynamics offers {@link Need#LADDER}. */
    Ladder ladder(int replica);

    /** Work of a replica under the present dynamics: {@link Stepper#evaluations}. */
    long work(int replica);

    /** The ages whose pair with this time is due, in increasing order; an age is due at its own birth (lag 0). */
    int[] due();

    /** tw of an age. */
    double age(int age);

    /** x[N] of a replica as it was at that age. */
    double[] snapshot(int age, int replica);

    /** Whether this moment is the birth of the age. */
    boolean born(int age);

    /**
     * x[N] of a branch that this probe asked for by {@link Probe#fields}: the same noise as the replica's, but in a field since the age's birth.
     *
     * @param age which age the branch was born at
     * @param field which of the fields the probe gave
     * @param replica whose branch
     */
    double[] branch(int age, int field, int replica);
}
