package rugged.landscape.boltzmann;

/** What the energy of weights is. */
public enum Objective {
    /** Minus the mean over examples of the sum over visible units of ln p(v_i | all others). */
    PSEUDO_LIKELIHOOD,
    /** Minus the mean over examples of ln p(v), with Z by a sum over the smaller layer. */
    LIKELIHOOD
}
