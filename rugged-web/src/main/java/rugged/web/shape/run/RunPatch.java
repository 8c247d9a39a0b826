package rugged.web.shape.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a run's notes; what is null stays.
 *
 * @param note the note
 * @param tags the tags
 * @param starred the star
 */
public record RunPatch(
        @Nullable String note,
        @Nullable List<String> tags,
        @Nullable Boolean starred) {}
