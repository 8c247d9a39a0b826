package rugged.api.motion;

import java.util.List;
import rugged.api.Sink;

/** An observable at work on one ensemble. Sees the ensemble only at observation times. */
public interface Probe {
    /** Called at every observation time. */
    void at(Moment now, Sink out);

    /**
     * Fields h[N] in which copies of every replica are to be followed from the birth of an age on, with the replica's own noise. Called once per age, at
     * its birth; the copies are then available as {@link Moment#branch} whenever the age is due.
     */
    default List<double[]> fields(Moment now, int age) {
        return List.of();
    }

    /** Side runs from this moment that do not touch the ensemble, such as a quench to the inherent structure. */
    default List<Excursion> excursions(Moment now) {
        return List.of();
    }

    /**
     * Called when an excursion asked for at {@code now} has ended.
     *
     * @param excursion its number in the list given
     * @param x where it ended, x[N]
     * @param energy E(x) there
     * @param status how it ended
     */
    default void returned(Moment now, int excursion, double[] x, double energy, Status status, Sink out) {}

    /** State that has to survive an interruption; most probes have none. */
    default byte[] save() {
        return new byte[0];
    }

    /** The inverse of {@link #save}. */
    default void load(byte[] saved) {}
}
