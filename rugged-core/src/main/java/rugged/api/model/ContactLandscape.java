package rugged.api.model;

import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * A landscape whose energy is a sum over violated constraints of finite range, so that contacts can be counted: a state is jammed where it has some in a minimum.
 * {@link LandscapeSpec#provides} names {@link Need#CONTACTS}.
 */
public interface ContactLandscape extends Landscape {
    /** The contacts at x[N], by comparison with exactly 0. Allocates. */
    Contacts contacts(double[] x);

    /** The constraints that x[N] violates, by numbers of their own that do not depend on x, in increasing order. Allocates. */
    long[] violated(double[] x);

    /**
     * How far the constraints that x[N] satisfies are from being violated, positive numbers, all of those below {@link #reach} and no other: r/s - 1 of two particles that bear load, h of a
     * pattern. Allocates.
     */
    double[] gaps(double[] x);

    /** The largest gap up to which none is missing. */
    double reach();

    /**
     * Overwrites hv[N] with the product of v and the part of the Hessian that the contacts at x have as springs without force: sum V''(delta) (grad delta) (grad delta).v for an energy that is the sum of
     * V(delta), delta the violations. The rest of the Hessian, sum V'(delta) delta'', is the pre-stress. x and v are not modified; hv is neither of them.
     */
    void unstressedVector(double[] x, double[] v, double[] hv);

    @Override
    ContactLandscape fork();
}
