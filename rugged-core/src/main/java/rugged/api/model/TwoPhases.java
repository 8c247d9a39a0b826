package rugged.api.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A field that is the difference of what two phases of the same machine show: with its outputs clamped to an example, and free. v(x) = s_clamped(x) - s_free(x), with s the local statistics
 * that each parameter sees: products of two units for a Boltzmann machine (Ackley, Hinton and Sejnowski, Cogn. Sci. 9, 147 (1985)), where s_free from a short chain makes it contrastive
 * divergence; squared voltage drops for a network of resistors (Stern et al., Phys. Rev. X 11, 021045 (2021)).
 */
public interface TwoPhases extends VectorField {
    /** What the machine is held to. */
    enum Phase {
        /** Inputs alone. */
        FREE,
        /** Inputs, and outputs at or towards an example. */
        CLAMPED
    }

    /** Adds weight times the statistics of a phase at x to v[N]. */
    void addPhase(Phase phase, double weight, double[] x, double[] v, RandomGenerator random);

    @Override
    default void velocity(double[] x, double[] v, RandomGenerator random) {
        Arrays.fill(v, 0.0);
        addPhase(Phase.CLAMPED, 1.0, x, v, random);
        addPhase(Phase.FREE, -1.0, x, v, random);
    }
}
