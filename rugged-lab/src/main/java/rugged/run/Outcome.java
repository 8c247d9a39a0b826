package rugged.run;

import java.util.List;
import rugged.store.RunStatus;

/**
 * How a run, or a session of it, ended.
 *
 * @param status complete; failed when a point failed; interrupted when something is left to do
 * @param done points that ended as they should, in this session or before
 * @param failures points that failed
 * @param left points that have not ended
 * @param seconds wall time over all sessions
 * @param warnings what the user should know about the results
 */
public record Outcome(
        RunStatus status, int done, List<Failure> failures, int left, double seconds, List<String> warnings) {
    /** Copies the lists. */
    public Outcome {
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    /** The same, but something is left to do. */
    Outcome interrupted() {
        return new Outcome(RunStatus.INTERRUPTED, done, failures, left, seconds, warnings);
    }

    /**
     * A point that failed.
     *
     * @param key its folder
     * @param reason why
     */
    public record Failure(String key, String reason) {}
}
