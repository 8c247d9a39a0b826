package rugged.web.shape.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs, a page of them.
 *
 * @param total runs that satisfy the filter
 * @param running how many are being computed
 * @param queued how many wait
 * @param columns parameters in which the runs of this page differ
 * @param items the runs
 * @param after what to ask for to get the next page; null at the end
 */
public record RunPage(
        int total,
        int running,
        int queued,
        List<String> columns,
        List<RunItem> items,
        @Nullable String after) {}
