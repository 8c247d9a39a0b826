package rugged.study.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.params.Numbers;
import rugged.params.Problems;
import rugged.study.FigureSection;

/** Whether the parameters on the horizontal axes of figures are numbers: words and lists of several have no place on one. */
public final class Abscissae {
    private static final int MOST_LISTED = 6;

    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    /** @param coordinates those of all points and theories */
    public Abscissae(Collection<Map<String, String>> coordinates) {
        for (Map<String, String> one : coordinates)
            one.forEach((path, value) ->
                    values.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(value));
    }

    /** Reports a figure that could not be drawn. */
    public void check(FigureSection figure, Columns.Place at, Problems problems) {
        if (!figure.page().isEmpty()) return;
        Set<String> there = values.getOrDefault(figure.x(), Set.of());
        List<String> words = there.stream()
                .filter(value -> Numbers.real(Numbers.alone(value)).isEmpty())
                .toList();
        if (words.isEmpty()) return;
        boolean list = there.size() == 1 && words.getFirst().startsWith("[");
        String key = figure.x().substring(figure.x().lastIndexOf('.') + 1);
        String message = list
                ? figure.x() + " takes one value here, the list " + words.getFirst()
                : figure.x() + " takes the values " + listed(there) + ", which are not all numbers";
        String way = list
                ? "to sweep it, write " + key + ": " + swept(words.getFirst())
                : "a parameter of numbers; words and lists tell curves, panels or marks apart";
        problems.add(at.of("x"), at.path("x"), message, way);
    }

    private static String listed(Set<String> values) {
        List<String> first = new ArrayList<>(values.stream().limit(MOST_LISTED).toList());
        if (values.size() > MOST_LISTED) first.add("...");
        return String.join(", ", first);
    }

    /** {@code [2, 4]} is one list, {@code [[2], [4]]} are two. */
    private static String swept(String list) {
        String inside = list.substring(1, list.length() - 1).strip();
        if (inside.isEmpty()) return "[[10], [20]]";
        List<String> items = new ArrayList<>();
        for (String item : inside.split(",")) items.add("[" + item.strip() + "]");
        return "[" + String.join(", ", items) + "]";
    }
}
