package rugged.dynamics.physical;

import rugged.api.physical.Transfer;
import rugged.num.Packed;

/** What an edge makes of its drops in two states. */
interface Comparison {
    /**
     * Overwrites change[M] with an estimate of minus the gradient of the mean of |e|^2/2; false where the second state does not exist.
     *
     * @param x currents of all examples, [P n_in]
     * @param e errors of all examples, [P n_out]
     */
    boolean compare(Transfer response, double[] x, double[] e, double[] change);

    /** Random numbers that it uses, to be saved. */
    default void save(Packed.Writer out) {}

    default void load(Packed.Reader in) {}
}
