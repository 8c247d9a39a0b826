package rugged.store;

import java.util.List;

/**
 * How a run came about and how it ended: {@code manifest.json}.
 *
 * @param study name of the study
 * @param size quick, laptop or paper
 * @param seed the study's seed
 * @param plan hash of everything that is computed
 * @param version version of the program
 * @param commit commit it was built from
 * @param jdk version and vendor of the Java run time
 * @param cpu processor
 * @param threads threads used by the last session
 * @param vectors which implementation of the kernels was used: results are the same to the last bit only within one
 * @param start when the run was first started, ISO 8601 in UTC
 * @param seconds wall time over all sessions
 * @param sessions how often it was started or resumed
 * @param status how it stands; while it is "running", {@link RunFolder#status} and its lock decide
 * @param reason why it failed; empty otherwise
 * @param warnings what the user should know about the results
 */
public record Manifest(
        String study,
        String size,
        long seed,
        String plan,
        String version,
        String commit,
        String jdk,
        String cpu,
        int threads,
        String vectors,
        String start,
        double seconds,
        int sessions,
        String status,
        String reason,
        List<String> warnings) {
    /** Copies the list. */
    public Manifest {
        warnings = List.copyOf(warnings);
    }

    /** The same at its end, or at the end of a session. */
    public Manifest ended(RunStatus status, String reason, double seconds, List<String> warnings) {
        return new Manifest(
                study,
                size,
                seed,
                plan,
                version,
                commit,
                jdk,
                cpu,
                threads,
                vectors,
                start,
                seconds,
                sessions,
                status.word(),
                reason,
                warnings);
    }
}
