package rugged.web.runs;

import java.util.Optional;
import rugged.store.Manifest;
import rugged.store.Progress;
import rugged.store.RunFolder;

/**
 * What the index knows of a run.
 *
 * @param id its name here
 * @param folder where it is
 * @param study name of the study; empty when it cannot be read
 * @param status queued, running, complete, failed, interrupted or unreadable
 * @param reason why it failed or cannot be read
 * @param manifest how it came about
 * @param progress how far it is
 * @param verdict how its findings compare
 * @param notes what the user wrote
 * @param moments when it began and last changed, on a clock that nobody sets
 * @param version changes with anything in the run
 */
public record Known(
        String id,
        RunFolder folder,
        String study,
        String status,
        String reason,
        Optional<Manifest> manifest,
        Optional<Progress> progress,
        Verdict verdict,
        Notes notes,
        Moments moments,
        String version) {
    /** The word for a run that waits for its turn. */
    public static final String QUEUED = "queued";

    /** The word for a folder that cannot be read. */
    public static final String UNREADABLE = "unreadable";

    /**
     * How findings compare with their references.
     *
     * @param agreeing that agree
     * @param compared that agree or differ
     * @param undecided that have a reference and cannot tell
     */
    public record Verdict(int agreeing, int compared, int undecided) {
        /** Nothing compared. */
        static final Verdict NONE = new Verdict(0, 0, 0);
    }

    /**
     * When things happened, in nanoseconds of {@link System#nanoTime}: setting the clock of the machine, or the hour of summer, moves neither an age nor a
     * duration. Only what was there before the server looked is placed by the times of its files, once.
     *
     * @param begun when it began
     * @param changed when it last changed
     */
    public record Moments(long begun, long changed) {
        private static final double SECOND = 1e9; // nanoseconds

        /** Seconds since it last changed. */
        public double age() {
            return (System.nanoTime() - changed) / SECOND;
        }

        /** Seconds since it began. */
        public double elapsed() {
            return (System.nanoTime() - begun) / SECOND;
        }
    }

    /** The same run, once more of it was read and found damaged. */
    public Known unreadable(String why) {
        return new Known(id, folder, study, UNREADABLE, why, manifest, progress, Verdict.NONE, notes, moments, version);
    }

    /** Whether somebody computes it. */
    public boolean running() {
        return status.equals("running");
    }

    /** The hash of its plan; empty before it has begun. */
    public String plan() {
        return manifest.map(Manifest::plan).orElse("");
    }

    /** When it began; empty before. */
    public String start() {
        return manifest.map(Manifest::start).orElse("");
    }
}
