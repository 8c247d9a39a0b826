package rugged.web.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rugged.validation.Distances;

/**
 * Reference values beside ours.
 *
 * @param entries groups that are computed together, each with the rows that {@code rugged validate --json} prints; without rows before they are computed
 * @param computing the group that is being computed; null for none
 * @param distances signed distances of all rows that have errors, beside the unit normal
 */
public record ValidationReply(List<Entry> entries, @Nullable String computing, Distances distances) {
    /**
     * A group.
     *
     * @param name its name
     * @param title one line
     * @param kind study or check
     * @param when when it was computed, ISO 8601 in UTC; empty for never
     * @param commit of the program that computed it
     * @param record what {@code validate --json} prints of it; null before it is computed
     */
    public record Entry(
            String name,
            String title,
            String kind,
            String when,
            String commit,
            @Nullable Map<String, @Nullable Object> record) {}
}
