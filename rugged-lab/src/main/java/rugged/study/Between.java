package rugged.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.Range;
import rugged.params.YamlText;

/**
 * Further values of a parameter that the runs differ in, at which a theory is computed as well, so that its line against that parameter is smooth, or breaks where it should, however few runs there are: {@code also: { alpha: 0.2..1.4 step 0.02 }} in the block of a theory.
 *
 * <p>A theory may also stand beside some of the runs only: {@code where: { dynamics: sgd }}.
 *
 * @param theory the theory without these keys
 * @param further the block of the first key; empty where there is none
 * @param where coordinates of the runs beside which it stands; empty: all of them
 */
record Between(Node theory, List<Node.Entry> further, Map<String, String> where) {
    static final String KEY = "also";
    static final String WHERE = "where";

    /** Takes the keys out of what was typed. */
    static Between of(Node typed, Problems problems) {
        if (!(typed instanceof Node.Mapping mapping)) return new Between(typed, List.of(), Map.of());
        if (mapping.entry(WHERE).isEmpty()) return further(mapping, Map.of(), problems);
        Node.Entry entry = mapping.entry(WHERE).get();
        Map<String, String> where = new LinkedHashMap<>();
        boolean values = entry.value() instanceof Node.Mapping block
                && block.entries().stream().allMatch(one -> one.value() instanceof Node.Scalar);
        if (!values)
            problems.add(
                    entry.value().at(),
                    "theory." + WHERE,
                    "is " + entry.value().kind(),
                    "coordinates of the runs beside which the theory stands, { dynamics: sgd }");
        else
            for (Node.Entry one : ((Node.Mapping) entry.value()).entries())
                where.put(one.key(), ((Node.Scalar) one.value()).text());
        return further(mapping.without(WHERE), where, problems);
    }

    /** Whether it stands beside runs of such coordinates. */
    boolean besides(Map<String, String> coordinates) {
        return coordinates.entrySet().containsAll(where.entrySet());
    }

    private static Between further(Node.Mapping mapping, Map<String, String> where, Problems problems) {
        if (mapping.entry(KEY).isEmpty()) return new Between(mapping, List.of(), where);
        Node.Entry entry = mapping.entry(KEY).get();
        Node rest = mapping.without(KEY);
        if (entry.value() instanceof Node.Mapping block) return new Between(rest, block.entries(), where);
        problems.add(
                entry.value().at(),
                "theory." + KEY,
                "is " + entry.value().kind(),
                "a parameter of the runs and further values of it, { alpha: 0.2..1.4 step 0.02 }");
        return new Between(rest, List.of(), where);
    }

    /** One further value: where the theory then stands, and what it is given. */
    record Place(Map<String, String> coordinates, Node.Entry given) {}

    /** The further places beside runs of such coordinates. */
    List<Place> places(Map<String, String> coordinates, Problems problems) {
        List<Place> places = new ArrayList<>();
        if (coordinates.isEmpty()) return places;
        for (Node.Entry entry : further) {
            Optional<String> path = coordinates.keySet().stream()
                    .filter(one -> one.equals(entry.key()) || one.endsWith("." + entry.key()))
                    .findFirst();
            if (path.isEmpty()) {
                problems.add(
                        entry.at(),
                        "theory." + KEY + "." + entry.key(),
                        "is no parameter that the runs differ in",
                        "one of " + String.join(", ", coordinates.keySet()));
                continue;
            }
            String key = path.get().substring(path.get().lastIndexOf('.') + 1);
            for (Node value : values(entry.value())) {
                Map<String, String> there = new LinkedHashMap<>(coordinates);
                there.put(path.get(), value instanceof Node.Scalar scalar ? scalar.text() : YamlText.flow(value));
                places.add(new Place(there, new Node.Entry(entry.at(), key, value)));
            }
        }
        return places;
    }

    /** A list of lists is a list of values that are lists. */
    private static List<Node> values(Node typed) {
        if (typed instanceof Node.Sequence list)
            return list.items().stream()
                    .flatMap(item -> item instanceof Node.Sequence ? Stream.of(item) : values(item).stream())
                    .toList();
        boolean range = typed instanceof Node.Scalar scalar
                && Range.looksLike(scalar.text())
                && Range.objection(scalar.text()).isEmpty();
        if (!range) return List.of(typed);
        return Range.values(((Node.Scalar) typed).text()).stream()
                .<Node>map(text -> new Node.Scalar(typed.at(), text, false))
                .toList();
    }
}
