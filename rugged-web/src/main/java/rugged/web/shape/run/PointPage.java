package rugged.web.shape.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of a run.
 *
 * @param total points that satisfy the filter
 * @param items the points
 * @param after what to ask for to get the next page; null at the end
 */
public record PointPage(
        int total, List<PointItem> items, @Nullable Integer after) {}
