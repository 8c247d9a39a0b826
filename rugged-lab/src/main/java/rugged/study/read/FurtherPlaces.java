package rugged.study.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.YamlText;

/**
 * Sets of parameters beside those that the sweeps make, which refinement has added: the key {@code refined} of a study as resolved, a list of blocks, each with the values of all swept parameters by their full path. A section takes the values of such a set by changing them in the choice of the sweeps that
 * agrees with all others.
 */
final class FurtherPlaces {
    private final List<Map<String, String>> places = new ArrayList<>();
    private final Problems problems;
    private final Map<String, int[]> numbers = new HashMap<>();

    /** @param name of the case whose places these are; empty where there is only one */
    FurtherPlaces(Node list, String name, Problems problems) {
        this.problems = problems;
        if (!(list instanceof Node.Sequence sequence)) return;
        for (Node item : sequence.items()) {
            Map<String, String> place = new LinkedHashMap<>();
            if (item instanceof Node.Mapping mapping)
                for (Node.Entry entry : mapping.entries())
                    if (entry.value() instanceof Node.Scalar scalar) place.put(entry.key(), scalar.text());
            String of = place.remove(Cases.COORDINATE);
            if (place.isEmpty())
                problems.add(item.at(), "refined", "is no set of parameters", "written by the program, not by hand");
            else if (of == null || of.equals(name)) places.add(place);
        }
    }

    int size() {
        return places.size();
    }

    /** Which choice of a section a place takes. */
    int choice(String section, int place) {
        int[] of = numbers.get(section);
        return of == null ? 0 : of[place];
    }

    /** The choices of a section, those that only places of this list take behind those of its sweeps. */
    List<Choice> choices(String section, List<Choice> swept) {
        if (swept.isEmpty()) return swept;
        List<Choice> all = new ArrayList<>(swept);
        Map<Map<String, String>, Integer> known = new HashMap<>();
        for (int k = 0; k < swept.size(); k++) known.putIfAbsent(swept.get(k).coordinates(), k);
        int[] of = new int[places.size()];
        for (int p = 0; p < of.length; p++) {
            Map<String, String> wanted = new LinkedHashMap<>();
            for (String path : swept.getFirst().coordinates().keySet())
                if (places.get(p).containsKey(path))
                    wanted.put(path, places.get(p).get(path));
            Integer there = known.get(wanted);
            if (there == null) {
                Optional<Choice> made = made(section, swept, wanted);
                there = all.size();
                if (made.isPresent()) all.add(made.get());
                else there = 0;
                known.put(wanted, there);
            }
            of[p] = there;
        }
        numbers.put(section, of);
        return all;
    }

    private Optional<Choice> made(String section, List<Choice> swept, Map<String, String> wanted) {
        Choice nearest = swept.getFirst();
        long most = -1;
        for (Choice one : swept) {
            long same = wanted.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(one.coordinates().get(entry.getKey())))
                    .count();
            if (same > most) nearest = one;
            most = Math.max(most, same);
        }
        Node.Mapping holder = new Node.Mapping(
                nearest.node().at(), List.of(new Node.Entry(nearest.node().at(), section, nearest.node())));
        Map<String, String> coordinates = new LinkedHashMap<>(nearest.coordinates());
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            if (one.getValue().equals(coordinates.get(one.getKey()))) continue;
            Node value = new Node.Scalar(nearest.node().at(), one.getValue(), false);
            holder =
                    new Paths(problems).set(holder, one.getKey(), nearest.node().at(), value);
            coordinates.put(one.getKey(), one.getValue());
        }
        return holder.value(section).map(node -> new Choice(coordinates, node));
    }

    /** All places, each once, of two lists. */
    static Node together(Node one, Node other) {
        Map<String, Node> known = new LinkedHashMap<>();
        for (Node list : List.of(one, other))
            if (list instanceof Node.Sequence sequence)
                for (Node item : sequence.items()) known.putIfAbsent(YamlText.flow(item), item);
        return new Node.Sequence(one.at(), List.copyOf(known.values()));
    }
}
