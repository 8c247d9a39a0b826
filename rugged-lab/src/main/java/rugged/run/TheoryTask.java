package rugged.run;

import java.util.LinkedHashMap;
import java.util.Map;
import rugged.api.Schedule;
import rugged.api.TheorySpec;

/**
 * A theory to be solved beside one group of points. Tasks of one key are solved once.
 *
 * @param name the theory's name
 * @param key hash of its parameters and its grid
 * @param spec the theory
 * @param grid times and ages at which it is wanted
 * @param coordinates the swept parameters of the points beside which it stands, seeds left out
 */
public record TheoryTask(String name, String key, TheorySpec spec, Schedule grid, Map<String, String> coordinates) {
    /** Keeps the order of the coordinates. */
    public TheoryTask {
        coordinates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
    }
}
