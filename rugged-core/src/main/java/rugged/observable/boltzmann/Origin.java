package rugged.observable.boltzmann;

/** Where chains of samples begin. */
public enum Origin {
    /** At training examples drawn by lot. */
    DATA,
    /** At independent fair bits. */
    RANDOM
}
