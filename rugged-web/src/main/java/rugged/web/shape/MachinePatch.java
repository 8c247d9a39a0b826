package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of how runs are computed; what is null stays.
 *
 * @param threads threads of the runs that begin from now on
 * @param order ids of waiting runs, in the order in which they are to begin
 */
public record MachinePatch(
        @Nullable Integer threads, @Nullable List<String> order) {}
