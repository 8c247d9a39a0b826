package rugged.api;

/**
 * A built model: the quenched disorder and the scratch to evaluate it. Built from a {@link LandscapeSpec}, and rebuilt anywhere from it to the same bits.
 * States pass the boundary of models and dynamics as {@code double[dimension()]}; an Ising configuration holds +1 and -1.
 */
public sealed interface Model permits Landscape, SpinLandscape {
    /** N, the length of a state. */
    int dimension();

    /** The same immutable disorder with scratch of its own: one fork per thread. */
    Model fork();

    /**
     * The number by which the energy is divided before it is reported: N for an extensive energy (the default), 1 for a loss that is a mean already.
     */
    default double extent() {
        return dimension();
    }
}
