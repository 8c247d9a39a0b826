package rugged.run;

import java.time.Duration;
import rugged.api.Archive;
import rugged.store.Provenance;
import rugged.study.cost.Share;

/**
 * How a run is carried out: nothing here has an influence on what it computes.
 *
 * @param threads points that are computed side by side
 * @param checkpoints longest time between two checkpoints of a point
 * @param progress time between two reports of progress
 * @param memory bytes that landscapes may occupy together
 * @param provenance what computes
 * @param archive what earlier runs kept of theories, and where this one keeps it
 */
public record Execution(
        int threads, Duration checkpoints, Duration progress, double memory, Provenance provenance, Archive archive) {
    /** Without an archive. */
    public Execution(int threads, Duration checkpoints, Duration progress, double memory, Provenance provenance) {
        this(threads, checkpoints, progress, memory, provenance, Archive.NONE);
    }

    /** The same with an archive. */
    public Execution with(Archive other) {
        return new Execution(threads, checkpoints, progress, memory, provenance, other);
    }

    /** Bytes that points may take together beside their landscapes. */
    double own() {
        return memory * Share.OWN / Share.LANDSCAPES;
    }

    /** The usual: a checkpoint every 30 s, a report every second, landscapes in six tenths of the heap. */
    public static Execution of(int threads, Provenance provenance) {
        double memory = Share.LANDSCAPES * Runtime.getRuntime().maxMemory();
        return new Execution(threads, Duration.ofSeconds(30), Duration.ofSeconds(1), memory, provenance);
    }

    /** One thread for each core. */
    public static Execution of(Provenance provenance) {
        return of(Runtime.getRuntime().availableProcessors(), provenance);
    }
}
