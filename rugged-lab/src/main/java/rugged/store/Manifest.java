package rugged.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.index.Withers;
import rugged.params.ContentDigest;
import rugged.store.file.Checksums;

/**
 * How a run came about and how it ended: {@code manifest.json}, which ends with a checksum of itself.
 *
 * @param format of the folder: 2 for one that carries checksums; null for an earlier one
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
 * @param inputs the files that the run reads, with the digests of their content; none where it reads none, or was begun by a version that did not keep them
 */
@Withers
public record Manifest(
        @Nullable Integer format,
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
        List<String> warnings,
        @Nullable List<Input> inputs)
        implements ManifestWithers {
    /** The format of folders that are written now. */
    public static final int FORMAT = Checksums.FORMAT;

    /** Copies the lists. */
    public Manifest {
        warnings = List.copyOf(warnings);
        inputs = inputs == null ? List.of() : List.copyOf(inputs);
    }

    /**
     * A file that the run reads.
     *
     * @param file its absolute path
     * @param sha256 digest of its content when the run was begun, 64 hex digits
     * @param code whether it is code, which is read once when the program starts
     */
    public record Input(String file, String sha256, boolean code) {}

    /** The inputs. */
    @Override
    public List<Input> inputs() {
        return inputs == null ? List.of() : inputs;
    }

    /** A sentence for each input that is there with another content; one that is gone is missed by whoever reads it. */
    public List<String> changes() {
        return changes(true);
    }

    /** The same without code, which a run that is at work has read already and may be edited. */
    public List<String> changesOfData() {
        return changes(false);
    }

    private List<String> changes(boolean code) {
        List<String> changes = new ArrayList<>();
        for (Input input : inputs()) {
            if (input.code && !code) continue;
            Path path = Path.of(input.file);
            if (!Files.isRegularFile(path)) continue;
            String now = ContentDigest.of(path);
            if (!now.equals(input.sha256))
                changes.add(input.file + ": has changed since the run was begun: SHA-256 " + ContentDigest.brief(now)
                        + "..., was " + ContentDigest.brief(input.sha256)
                        + "...; put the file back, or run the study anew");
        }
        return changes;
    }

    /** Whether the folder carries checksums. */
    boolean vouches() {
        return format != null && format >= Checksums.FORMAT;
    }

    /** Whether anything of the run was computed; one that was only accepted has had no session. */
    public boolean begun() {
        return sessions > 0;
    }

    /** The same at its end, or at the end of a session. */
    public Manifest ended(RunStatus status, String reason, double seconds, List<String> warnings) {
        return withStatus(status.word()).withReason(reason).withSeconds(seconds).withWarnings(warnings);
    }
}
