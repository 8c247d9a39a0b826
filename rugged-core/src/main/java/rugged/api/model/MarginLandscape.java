package rugged.api.model;

import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * Patterns with labels y = +-1 and one output o as constraints, Delta = kappa - y o at most 0: E = (1/P) sum max(0, Delta)^2/2 and nothing else. A violated pattern is a contact, Delta its force, -Delta
 * the gap of a satisfied one. {@link LandscapeSpec#provides} names {@link Need#MARGINS}.
 */
public interface MarginLandscape extends Supervised, ContactLandscape {
    /** kappa, above 0. */
    double margin();

    /** N as constraints are counted against it: weights without biases, each of which has a rescaling of its unit that changes nothing. */
    int weights();

    /**
     * Overwrites dead[P] with whether all units of some layer are off on a training pattern, so that the output there is a constant and nothing before that layer feels the pattern.
     */
    void dead(double[] x, boolean[] dead);

    @Override
    MarginLandscape fork();
}
