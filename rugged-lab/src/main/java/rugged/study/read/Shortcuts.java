package rugged.study.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.SpecBinder;

/**
 * Paths of {@code --set} and {@code sizes}, with one that is short for several: a path that begins with {@code data} means the data of every landscape of the
 * study that has any, in every case. {@code data: NAME} changes what the data are and keeps those of their options that the new ones have as well.
 */
final class Shortcuts {
    private static final String DATA = "data";
    private static final String LANDSCAPE = "landscape";
    private static final String CASES = "cases";

    private final Catalogue catalogue;
    private final Problems problems;
    private final Paths paths;

    Shortcuts(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.paths = new Paths(problems);
    }

    /** The study with this value at this path. */
    Node.Mapping set(Node.Mapping root, String path, Node.Place at, Node value) {
        if (!path.equals(DATA) && !path.startsWith(DATA + ".")) {
            String section = path.split("\\.", 2)[0];
            if (Cases.SECTIONS.contains(section) && replacedEverywhere(root, section)) {
                problems.add(
                        at,
                        path,
                        "changes nothing: every case has a " + section + " of its own",
                        CASES + ".NAME." + path + " with NAME " + String.join(", ", names(root)));
                return root;
            }
            return paths.set(root, path, at, value);
        }
        Map<String, Node> places = places(root);
        if (places.isEmpty()) {
            problems.add(at, path, "no landscape of this study learns from data", "leave it out");
            return root;
        }
        Node.Mapping changed = root;
        for (Map.Entry<String, Node> place : places.entrySet()) {
            Node here = path.equals(DATA) ? renamed(place.getValue(), value) : value;
            changed = paths.set(changed, place.getKey() + "." + path, at, here);
        }
        return changed;
    }

    private static List<String> names(Node.Mapping root) {
        return root.value(CASES).orElse(root) instanceof Node.Mapping cases
                ? cases.entries().stream().map(Node.Entry::key).toList()
                : List.of();
    }

    /** Whether there are cases and none of them takes this section from the study. */
    private static boolean replacedEverywhere(Node.Mapping root, String section) {
        return root.value(CASES).isPresent()
                && root.value(CASES).get() instanceof Node.Mapping cases
                && !cases.entries().isEmpty()
                && cases.entries().stream()
                        .allMatch(one -> one.value() instanceof Node.Mapping own
                                && own.value(section).isPresent());
    }

    /** Paths of the landscapes that have data, with the data they have. */
    private Map<String, Node> places(Node.Mapping root) {
        Map<String, Node> found = new LinkedHashMap<>();
        root.value(LANDSCAPE).ifPresent(node -> collect(node, LANDSCAPE, found));
        if (root.value(CASES).orElse(root) instanceof Node.Mapping cases
                && root.value(CASES).isPresent()) {
            for (Node.Entry entry : cases.entries()) {
                if (!(entry.value() instanceof Node.Mapping one)) continue;
                one.value(LANDSCAPE)
                        .ifPresent(node -> collect(node, CASES + "." + entry.key() + "." + LANDSCAPE, found));
            }
        }
        return found;
    }

    private void collect(Node node, String path, Map<String, Node> found) {
        if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++)
                collect(sequence.items().get(i), path + "." + i, found);
            return;
        }
        var parameter = catalogue
                .find(LANDSCAPE, Sweep.name(node))
                .flatMap(entry -> entry.schema().parameter(DATA));
        if (parameter.isEmpty()) return;
        Optional<Node> given = node instanceof Node.Mapping mapping ? mapping.value(DATA) : Optional.empty();
        found.put(path, given.or(() -> parameter.get().byDefault()).orElse(Node.scalar("")));
    }

    private Node renamed(Node before, Node value) {
        boolean bare = value instanceof Node.Scalar && before instanceof Node.Mapping;
        if (!bare || !(before instanceof Node.Mapping mapping)) return value;
        var entry = catalogue.find(DATA, Sweep.name(value));
        if (entry.isEmpty()) return value;
        List<Node.Entry> kept = new ArrayList<>();
        kept.add(new Node.Entry(value.at(), SpecBinder.IS, value));
        for (Node.Entry option : mapping.entries()) {
            if (entry.get().schema().parameter(option.key()).isPresent()) kept.add(option);
        }
        return new Node.Mapping(mapping.at(), kept);
    }
}
