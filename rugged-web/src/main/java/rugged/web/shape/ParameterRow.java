package rugged.web.shape;

import java.util.List;

/**
 * A parameter in which runs differ.
 *
 * @param path its path
 * @param values one for each run; empty where it has none
 */
public record ParameterRow(String path, List<String> values) {}
