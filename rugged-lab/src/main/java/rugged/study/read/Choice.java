package rugged.study.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import rugged.params.Node;

/**
 * One of the values that a section takes in the course of a sweep.
 *
 * @param coordinates the swept parameters, path to value as typed
 * @param node the section with these values
 */
public record Choice(Map<String, String> coordinates, Node node) {
    public Choice {
        coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
    }

    /** A section that is not swept. */
    static Choice only(Node node) {
        return new Choice(Map.of(), node);
    }

    /** With a coordinate before the others. */
    Choice named(String path, String name) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(path, name);
        all.putAll(coordinates);
        return new Choice(all, node);
    }
}
