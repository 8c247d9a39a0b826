package rugged.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import rugged.api.AnalysisSpec.Group;

/**
 * Groups that differ in nothing but one parameter, by its value.
 *
 * @param rest the other parameters, which they share
 * @param groups by the parameter, ascending
 */
public record Families(Map<String, String> rest, TreeMap<Double, Group> groups) {
    /** All families along a parameter, called by the last word of its path, of the groups that are wanted. */
    public static List<Families> along(String parameter, List<Group> groups, Predicate<Group> wanted) {
        Map<Map<String, String>, TreeMap<Double, Group>> sorted = new LinkedHashMap<>();
        for (Group group : groups) {
            OptionalDouble place = OverlapSamples.coordinate(group, parameter);
            if (place.isEmpty() || !wanted.test(group)) continue;
            Map<String, String> rest = new LinkedHashMap<>(group.coordinates());
            rest.keySet().removeIf(path -> OverlapSamples.called(path, parameter) || derived(path));
            sorted.computeIfAbsent(rest, _ -> new TreeMap<>()).put(place.getAsDouble(), group);
        }
        return sorted.entrySet().stream()
                .map(entry -> new Families(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Sizes that follow from parameters, such as P/W, move with them: they part nothing. */
    private static boolean derived(String path) {
        return Character.isUpperCase(path.charAt(0));
    }

    /** What they share, in words: {@code , size = 3, seed = 1}; empty for nothing. */
    public String where() {
        StringBuilder words = new StringBuilder();
        rest.forEach((path, value) -> words.append(", ")
                .append(path.substring(path.lastIndexOf('.') + 1))
                .append(" = ")
                .append(value));
        return words.toString();
    }
}
