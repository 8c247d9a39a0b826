package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.api.Quantity;
import rugged.web.shape.run.RunItem;

/**
 * Runs side by side.
 *
 * @param runs the runs
 * @param parameters rows in which they differ: path, then one value a run
 * @param quantities names that all runs record with the same definition and unit
 * @param refused quantities of one name with different definitions, and what they are
 * @param quantity what is compared; null when there is nothing in common
 * @param overlay Vega-Lite specification of all curves; null when nothing can be overlaid
 * @param difference Vega-Lite specification of the differences; null when there are none
 * @param rows differences, aligned
 * @param summary for each run: chi squared, its degrees of freedom, in words
 * @param collapse quality of the collapse asked for; null when none was
 * @param pooled mean of runs that differ in seed alone, in words; empty otherwise
 */
public record CompareReply(
        List<RunItem> runs,
        List<ParameterRow> parameters,
        List<String> quantities,
        List<String> refused,
        @Nullable Quantity quantity,
        @Nullable Object overlay,
        @Nullable Object difference,
        List<DifferenceRow> rows,
        List<ChiSquared> summary,
        @Nullable Collapse collapse,
        String pooled) {}
