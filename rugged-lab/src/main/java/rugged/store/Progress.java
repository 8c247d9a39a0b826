package rugged.store;

import org.jspecify.annotations.Nullable;

/**
 * How far a run is: {@code progress.json}, replaced about once a second.
 *
 * @param done work done
 * @param of all the work, as predicted
 * @param unit what the work is counted in
 * @param rate units per second, over the last half minute; null before it is known
 * @param left seconds left at this rate; null before it is known
 * @param points points that have ended
 * @param failed of these, how many failed
 * @param total all points
 * @param changed time of this state, ISO 8601 in UTC
 * @param phase what it is busy with beside or after its points; null while points are all there is to do, and in folders of earlier versions
 */
public record Progress(
        double done,
        double of,
        String unit,
        @Nullable Double rate,
        @Nullable Double left,
        int points,
        int failed,
        int total,
        String changed,
        @Nullable Phase phase) {
    /** The fraction done, in [0, 1]. */
    public double fraction() {
        return of > 0 ? Math.clamp(done / of, 0.0, 1.0) : 1.0;
    }
}
