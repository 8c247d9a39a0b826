package rugged.api.model;

import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * Particles in space, as other programs draw them. The coordinates of a particle follow one another, {@link #coordinatesOfBody} of them: its place first, then an angle where it has one.
 * {@link LandscapeSpec#provides} names {@link Need#PARTICLES}.
 */
public interface ParticleLandscape extends Landscape {
    /** Dimension of space, 2 or 3. */
    int space();

    /** Sides of the periodic box; empty where space is open. */
    double[] box();

    /** Longer and shorter semi-axis of a particle: the radius and the radius where it is round, 0 and 0 where it has no size. */
    double[] semiAxes(int particle);

    /** Contacts of each particle with others that bear load; 0 for one that bears none, and where nothing touches. Allocates. */
    default int[] contactsOf(double[] x) {
        return new int[x.length / coordinatesOfBody()];
    }
}
