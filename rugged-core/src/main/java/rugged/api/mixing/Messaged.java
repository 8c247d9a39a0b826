package rugged.api.mixing;

/**
 * A landscape over r units of d weights whose minima messages can look for as well: a {@link SequenceMixing} whose fixed points are the stationary points of the energy, and whose states begin with the weights of the landscape, w[r][d].
 */
public interface Messaged {
    /** The mixing, on the same examples, with scratch of its own. */
    SequenceMixing mixing();

    /** Overwrites x, as long as a state of the mixing, with what messages begin with at weights w[r d]: these, the V of a start, and no answers. */
    void begin(double[] w, double[] x);
}
