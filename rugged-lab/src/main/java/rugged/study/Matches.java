package rugged.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.params.Numbers;

/** Which values of the swept parameters exist, so that a figure or finding that asks for another is said to stay empty. */
final class Matches {
    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    private final Set<Map<String, String>> groups = new LinkedHashSet<>();

    Matches(Collection<Point> points) {
        for (Point point : points) {
            Map<String, String> group = new LinkedHashMap<>(point.coordinates());
            group.keySet().removeIf(path -> path.equals("seed") || path.endsWith(".seed"));
            groups.add(group);
            point.coordinates()
                    .forEach((path, value) -> values.computeIfAbsent(path, key -> new LinkedHashSet<>())
                            .add(value));
        }
    }

    /** One sentence for each figure and finding that this plan has no points for. */
    List<String> warnings(List<FigureSection> figures, List<FindingSection> findings) {
        List<String> warnings = new ArrayList<>();
        for (FigureSection figure : figures) missing("figure " + figure.name(), figure.where(), warnings);
        for (FindingSection finding : findings) {
            missing("finding " + finding.id(), finding.where(), warnings);
            several("finding " + finding.id(), finding.where(), warnings);
            finding.minus().ifPresent(minus -> missing("finding " + finding.id(), minus.where(), warnings));
            finding.over().ifPresent(over -> missing("finding " + finding.id(), over.where(), warnings));
        }
        return warnings;
    }

    private void missing(String who, Map<String, String> where, List<String> warnings) {
        where.forEach((path, value) -> {
            Set<String> there = values.getOrDefault(path, Set.of());
            if (there.isEmpty() || there.stream().anyMatch(one -> same(one, value))) return;
            warnings.add(who + " asks for " + path + " = " + value + ", which is not among " + String.join(", ", there)
                    + ": it stays empty");
        });
    }

    /** A finding is one number: it needs one set of parameters. */
    private void several(String who, Map<String, String> where, List<String> warnings) {
        long matching = groups.stream()
                .filter(group -> where.entrySet().stream()
                        .allMatch(wanted -> same(group.getOrDefault(wanted.getKey(), ""), wanted.getValue())))
                .count();
        if (matching > 1)
            warnings.add(
                    who + ": " + matching + " sets of parameters match " + where + ", one is needed: it stays empty");
    }

    /** Whether two texts mean the same value. */
    static boolean same(String one, String other) {
        if (one.equals(other)) return true;
        var first = Numbers.real(Numbers.alone(one));
        var second = Numbers.real(Numbers.alone(other));
        return first.isPresent() && second.isPresent() && first.getAsDouble() == second.getAsDouble();
    }
}
