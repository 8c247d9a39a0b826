package rugged.study.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.SpecBinder;
import rugged.params.Suggestion;

/**
 * Sets values in a study by their path, as {@code --set} and {@code sizes} do. A path names keys; an item of a list is named by its number from 0, or by its
 * name ({@code is}, {@code name} or {@code id}); a bare name grows into a block when one of its parameters is set.
 */
final class Paths {
    private static final List<String> NAMES = List.of(SpecBinder.IS, "name", "id");
    private final Problems problems;

    Paths(Problems problems) {
        this.problems = problems;
    }

    /** The study with this value at this path; unchanged where the path leads nowhere, which is then among the problems. */
    Node.Mapping set(Node.Mapping root, String path, Node.Place at, Node value) {
        List<String> words = List.of(path.split("\\.", -1));
        if (path.length() > 200 || words.stream().anyMatch(String::isBlank)) {
            problems.add(at, path, "is not a path", "keys joined by dots, such as landscape.n");
            return root;
        }
        return (Node.Mapping) set(root, words, 0, at, value, path);
    }

    private Node set(Node node, List<String> words, int depth, Node.Place at, Node value, String path) {
        if (depth == words.size()) return value;
        return switch (node) {
            case Node.Mapping mapping -> within(mapping, words, depth, at, value, path);
            case Node.Sequence sequence -> within(sequence, words, depth, at, value, path);
            case Node.Scalar scalar
            when scalar.empty() -> within(new Node.Mapping(at, List.of()), words, depth, at, value, path);
            case Node.Scalar scalar -> {
                Node.Entry name = new Node.Entry(scalar.at(), SpecBinder.IS, scalar);
                yield within(new Node.Mapping(scalar.at(), List.of(name)), words, depth, at, value, path);
            }
        };
    }

    private Node within(Node.Mapping mapping, List<String> words, int depth, Node.Place at, Node value, String path) {
        String key = words.get(depth);
        Optional<Node.Entry> there = mapping.entry(key);
        Node inner = there.map(Node.Entry::value).orElse(new Node.Mapping(at, List.of()));
        Node.Place where =
                there.isPresent() && depth + 1 < words.size() ? there.get().at() : at;
        return mapping.with(new Node.Entry(where, key, set(inner, words, depth + 1, at, value, path)));
    }

    /** Names may hold dots themselves: the longest that fits is taken. */
    private Node within(Node.Sequence sequence, List<String> words, int depth, Node.Place at, Node value, String path) {
        for (int end = words.size(); end > depth; end--) {
            List<Integer> found = find(sequence, String.join(".", words.subList(depth, end)));
            if (found.size() != 1) continue;
            List<Node> items = new ArrayList<>(sequence.items());
            items.set(found.getFirst(), set(items.get(found.getFirst()), words, end, at, value, path));
            return new Node.Sequence(sequence.at(), items);
        }
        String list = String.join(".", words.subList(0, depth));
        int times = find(sequence, words.get(depth)).size();
        String message = times == 0
                ? list + " is a list of " + sequence.items().size() + " without " + words.get(depth)
                : words.get(depth) + " stands " + times + " times in " + list;
        problems.add(at, path, message, "name an item by its number from 0, or by its name: " + names(sequence));
        return sequence;
    }

    private static List<Integer> find(Node.Sequence sequence, String word) {
        if (word.matches("\\d{1,6}")) {
            int index = Integer.parseInt(word);
            return index < sequence.items().size() ? List.of(index) : List.of();
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++)
            if (called(sequence.items().get(i)).equals(word)) found.add(i);
        return found;
    }

    private static String called(Node item) {
        if (item instanceof Node.Scalar scalar) return scalar.text();
        if (!(item instanceof Node.Mapping mapping)) return "";
        return NAMES.stream()
                .flatMap(key -> mapping.value(key).stream())
                .filter(Node.Scalar.class::isInstance)
                .map(named -> ((Node.Scalar) named).text())
                .findFirst()
                .orElse("");
    }

    private static String names(Node.Sequence sequence) {
        List<String> names = sequence.items().stream()
                .map(Paths::called)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? "there are no names" : String.join(", ", names);
    }

    /** Splits {@code path=value}; a value may hold further equals signs. */
    static Optional<String[]> split(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) return Optional.empty();
        return Optional.of(new String[] {
            assignment.substring(0, equals).strip(),
            assignment.substring(equals + 1).strip()
        });
    }

    /** What to say of a size that a study lacks. */
    static String sizes(String typed, List<String> known) {
        return Suggestion.among(typed, Arrays.asList(known.toArray(String[]::new)));
    }
}
