package rugged.web.shape.run;

import java.util.List;

/**
 * What a run warned of.
 *
 * @param lines the warnings, from the one asked for
 * @param after number of the next
 */
public record LogPage(List<String> lines, int after) {}
