package rugged.web.shape.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run in the list.
 *
 * @param id its name here
 * @param study name of the study
 * @param title its title
 * @param size quick, laptop or paper
 * @param seed first seed
 * @param status queued, running, complete, failed, interrupted or unreadable
 * @param reason why it failed or cannot be read; empty otherwise
 * @param folder where it is
 * @param owner who computes it: "this server", "process 123", or empty
 * @param start when it began, ISO 8601 in UTC
 * @param age seconds since its last change
 * @param seconds wall time spent
 * @param fraction part done, in [0, 1]
 * @param done work done
 * @param of all work
 * @param unit what work is counted in
 * @param rate work a second; null when unknown
 * @param left seconds left; null when unknown
 * @param points points that ended
 * @param failed points that failed
 * @param total all points
 * @param phase what it is busy with beside or after its points, in words; empty for nothing
 * @param agreeing findings that agree with their reference
 * @param compared findings that have a reference
 * @param undecided findings with a reference that cannot tell
 * @param disk bytes on disk; null when not counted yet
 * @param note the user's note
 * @param tags the user's tags
 * @param starred the user's star
 * @param parameters parameters of the page's columns, path to value
 * @param version changes whenever anything in the run does
 */
public record RunItem(
        String id,
        String study,
        String title,
        String size,
        long seed,
        String status,
        String reason,
        String folder,
        String owner,
        String start,
        double age,
        double seconds,
        double fraction,
        double done,
        double of,
        String unit,
        @Nullable Double rate,
        @Nullable Double left,
        int points,
        int failed,
        int total,
        String phase,
        int agreeing,
        int compared,
        int undecided,
        @Nullable Double disk,
        String note,
        List<String> tags,
        boolean starred,
        Map<String, String> parameters,
        String version) {}
