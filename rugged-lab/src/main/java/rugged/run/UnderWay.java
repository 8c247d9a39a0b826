package rugged.run;

import java.util.List;

/** What a point is doing when a checkpoint is written, and goes on with behind an interruption. */
interface UnderWay {
    /** Where it stands; ensembles and probes are saved apart. */
    SavedPoint.Moment saved();

    /** The inverse of {@link #saved}, once the ensembles are restored. */
    void restore(SavedPoint.Moment saved);

    /** The saves of an ensemble's probes, as they have to be when it goes on. */
    List<byte[]> probes(Trajectories of);
}
