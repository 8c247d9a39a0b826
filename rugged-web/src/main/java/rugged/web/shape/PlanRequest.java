package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A study to plan or run: its text, or the name of a bundled one with changes.
 *
 * @param yaml the text; null for a bundled study
 * @param study name of a bundled study; null with a text
 * @param size quick, laptop or paper; null for the study's own
 * @param set changes, {@code path=value}
 * @param force whether stored results are computed again
 * @param on where points are computed: local where it is null, or an engine, with its target behind a colon
 */
public record PlanRequest(
        @Nullable String yaml,
        @Nullable String study,
        @Nullable String size,
        @Nullable List<String> set,
        @Nullable Boolean force,
        @Nullable String on) {}
