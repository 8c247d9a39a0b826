package rugged.study.cost;

import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.Schedule;
import rugged.params.Schema;
import rugged.study.Point;

/**
 * Bytes of memory that a point takes while it is computed, known before it is.
 *
 * @param landscape the built landscape, which points of one description share
 * @param own what every point has for itself: states, what steppers remember, snapshots of all ages, copies in fields, and what observables need to look
 */
public record Footprint(double landscape, double own) {
    /** Bytes of a thread with its buffers, whatever the point. */
    private static final double THREAD = 4.0 * (1 << 20);

    /** Of one point. */
    public static Footprint of(Point point) {
        LandscapeSpec landscape = point.landscape();
        Schedule schedule = point.protocol().schedule();
        double branches = 0;
        double looking = 0;
        for (ObservableSpec observable : point.observables()) {
            branches += observable.branches();
            looking += observable.memory(landscape);
        }
        double moving = 1 + point.dynamics().vectors();
        double vectors = point.replicas() * (moving + schedule.ages() * (1 + branches * moving));
        return new Footprint(landscape.cost().memory(), 8.0 * dimension(landscape) * vectors + looking + THREAD);
    }

    /** Together. */
    public double all() {
        return landscape + own;
    }

    /** N where it is known or the landscape has an {@code n}; else a guess from its work. */
    static double dimension(LandscapeSpec landscape) {
        double known = landscape.knownDimension();
        if (!Double.isNaN(known)) return known;
        Object n = 0;
        try {
            n = Schema.read(landscape, "n").orElse(0);
        } catch (IllegalStateException undescribed) {
            // a landscape that was made without a description of its parameters
        }
        return n instanceof Integer given ? given : Math.sqrt(landscape.cost().operations());
    }
}
