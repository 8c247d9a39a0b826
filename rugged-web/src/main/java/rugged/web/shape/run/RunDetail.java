package rugged.web.shape.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rugged.api.Quantity;
import rugged.store.Manifest;

/**
 * Everything about a run but its curves.
 *
 * @param item as in the list
 * @param title of the study; its name where it has none
 * @param claim what the study shows
 * @param manifest how it came about; null before it has begun
 * @param figures what can be drawn
 * @param findings what was found so far
 * @param verdict what the analyses conclude
 * @param quantities what is recorded
 * @param warnings what one should know about the results
 * @param parameters every parameter of the resolved study, path to value
 * @param yaml the study as resolved
 * @param files files that can be fetched
 * @param cite how to cite it, BibTeX
 * @param notebook lines of Python that open the tables
 * @param views arrays for the Landscape tab
 */
public record RunDetail(
        RunItem item,
        String title,
        String claim,
        @Nullable Manifest manifest,
        List<FigureItem> figures,
        List<FindingItem> findings,
        List<String> verdict,
        List<Quantity> quantities,
        List<String> warnings,
        Map<String, String> parameters,
        String yaml,
        List<String> files,
        String cite,
        String notebook,
        List<ViewItem> views) {}
