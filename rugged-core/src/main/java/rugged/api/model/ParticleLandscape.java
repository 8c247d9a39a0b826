package rugged.api.model;

import java.util.List;
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

    /** Why the energy at x[N] is not finite, in words that name the particles; empty where nothing is wrong, or where overlaps are finite. Costs all pairs. */
    default String fault(double[] x) {
        return "";
    }

    /**
     * Two particles that press on one another, and both bear load.
     *
     * @param first the one of lower number
     * @param second the other
     * @param force between them, positive
     */
    record Load(int first, int second, double force) {}

    /** The loads at x[N], in the order of first and second; none where nothing touches. As many as there are contacts between particles that bear load. Allocates. */
    default List<Load> loads(double[] x) {
        return List.of();
    }

    /** Contacts of each particle with others that bear load; 0 for one that bears none, and where nothing touches. Allocates. */
    default int[] contactsOf(double[] x) {
        return new int[x.length / coordinatesOfBody()];
    }
}
