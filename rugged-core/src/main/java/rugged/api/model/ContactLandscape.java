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

    @Override
    ContactLandscape fork();
}
