package rugged.run;

import rugged.store.Progress;
import rugged.store.point.Checkpoint;

/** Follows a run: a progress bar, a page. Called by one thread at a time; must return soon. */
public interface Watcher {
    /** Nobody watches. */
    Watcher NONE = new Watcher() {};

    /** The run begins; some of its points may have ended in an earlier session. */
    default void begun(int points, int ended) {}

    /** How far it is: about once a second, and once at the end. */
    default void progress(Progress progress) {}

    /** A point has ended. */
    default void ended(String key, Checkpoint.Standing how, String reason) {}

    /** Something that the user should know. */
    default void warning(String text) {}
}
