package rugged.api.constraint;

import rugged.api.model.SpinLandscape;

/**
 * Ising spins whose energy is a sum over constraints on products of them, H = - sum_a J_a prod_{i in a} s_i, each of an even or odd number of minus signs that is wanted: with s = (-1)^x they are linear equations over the field of two elements, sum_{i in a} x_i = c_a, c_a = 1 where J_a is
 * negative. {@link rugged.api.Need#PARITY}.
 */
public interface ProductConstraints extends SpinLandscape {
    /** M. */
    int constraints();

    /** The spins of a constraint, all different, not to be changed. */
    int[] members(int constraint);

    /** Whether an odd number of its spins should be down. */
    boolean odd(int constraint);

    @Override
    ProductConstraints fork();
}
