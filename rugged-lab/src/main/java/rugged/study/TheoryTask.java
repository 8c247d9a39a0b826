package rugged.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import rugged.api.Schedule;
import rugged.api.TheorySpec;

/**
 * A theory to be solved beside one group of points. Tasks of one key compute the same.
 *
 * @param name the theory's name
 * @param key 16 hex digits of the hash of its parameters and its grid
 * @param spec the theory
 * @param grid times and ages at which it is wanted: those of the simulation, and more times for a smooth line
 * @param coordinates the swept parameters of the points beside which it stands, seeds left out
 */
public record TheoryTask(String name, String key, TheorySpec spec, Schedule grid, Map<String, String> coordinates) {
    public TheoryTask {
        coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
    }
}
