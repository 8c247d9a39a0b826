package rugged.study.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import rugged.params.Node;
import rugged.params.Numbers;
import rugged.params.Problems;
import rugged.params.Range;
import rugged.params.Yaml;
import rugged.params.YamlText;

/**
 * The studies of several runs as one, which sweeps whatever any of them sweeps. Only texts as resolved are joined, in which every parameter is written out: they may differ in seeds, in the values of
 * swept parameters, and in what is drawn of the results; then the first decides. Points are found by their keys afterwards, so that nothing here decides on a number.
 */
public final class StudyUnion {
    private static final String REFINED = RefinedStudy.REFINED;

    /** What does not decide on points, or is joined by itself. */
    private static final Set<String> BESIDE =
            Set.of("about", "size", "analyse", "figures", "findings", "folder", "theory", "refine", REFINED);

    private static final String SEED = "seed";
    private static final String CASES = "cases.";

    private final Node.Mapping base;
    private final Predicate<String> open;
    private final Map<Node, Map<String, Node>> values = new IdentityHashMap<>();
    private final TreeSet<Long> seeds = new TreeSet<>();
    private Node refined = new Node.Sequence(Node.Place.of(""), List.of());

    /** What a run adds, until it is known that all of it fits. */
    private record Walk(Map<String, Set<String>> swept, Map<Node, List<Node>> found, List<String> differences) {}

    /**
     * Begins with the first.
     *
     * @param file its name, for messages
     * @param text the study as resolved
     * @param swept the values that its points have of each swept parameter, as typed
     * @param open whether the parameter at a path may differ: those that any of the runs sweeps
     */
    public StudyUnion(String file, String text, Map<String, Set<String>> swept, Predicate<String> open) {
        this.base = root(file, text);
        this.open = open;
        join(base, swept);
    }

    /**
     * Adds another.
     *
     * @return a phrase for each parameter in which it differs and that nobody sweeps; nothing is added then
     */
    public List<String> add(String file, String text, Map<String, Set<String>> swept) {
        return join(root(file, text), swept);
    }

    /** Adds seeds, of a run of which all else is known to fit. */
    public void seeds(List<Long> more) {
        seeds.addAll(more);
    }

    /** The study of all. */
    public String text() {
        Node.Mapping all = (Node.Mapping) rebuilt(base);
        all = all.with(new Node.Entry(base.at(), SEED, written()));
        boolean none = refined instanceof Node.Sequence list && list.items().isEmpty();
        return YamlText.document(none ? all : all.with(new Node.Entry(base.at(), REFINED, refined)));
    }

    private List<String> join(Node.Mapping other, Map<String, Set<String>> swept) {
        Walk walk = new Walk(swept, new IdentityHashMap<>(), new ArrayList<>());
        for (Node.Entry entry : base.entries()) {
            if (BESIDE.contains(entry.key()) || entry.key().equals(SEED)) continue;
            compare(entry.value(), other.value(entry.key()).orElse(Node.scalar("")), entry.key(), walk);
        }
        if (!walk.differences.isEmpty()) return walk.differences;
        walk.found.forEach((at, found) -> {
            Map<String, Node> known = values.computeIfAbsent(at, StudyUnion::itself);
            for (Node value : found) known.putIfAbsent(YamlText.flow(value), value);
        });
        other.value(SEED).ifPresent(node -> seeds.addAll(longs(node)));
        other.value(REFINED).ifPresent(node -> refined = FurtherPlaces.together(refined, node));
        return List.of();
    }

    /** A block that another run has under another name is an alternative beside its own. */
    private static Map<String, Node> itself(Node node) {
        Map<String, Node> known = new LinkedHashMap<>();
        if (node instanceof Node.Mapping) known.put(YamlText.flow(node), node);
        return known;
    }

    private void compare(Node here, Node there, String path, Walk walk) {
        String coordinate = coordinate(path);
        boolean section =
                !coordinate.contains(".") && (here instanceof Node.Sequence || there instanceof Node.Sequence);
        boolean specs = here instanceof Node.Sequence list && named(list) && named(there) && alike(list, there);
        if (specs) {
            List<Node> ours = ((Node.Sequence) here).items();
            List<Node> theirs = ((Node.Sequence) there).items();
            // alternatives of a section share its path, observables have paths of their own
            boolean own = path.contains(".") || path.equals("observe");
            for (int i = 0; i < ours.size(); i++)
                compare(ours.get(i), theirs.get(i), own ? path + "." + Sweep.name(ours.get(i)) : path, walk);
        } else if (here instanceof Node.Mapping ours
                && there instanceof Node.Mapping theirs
                && !(open.test(coordinate) && !Sweep.name(here).equals(Sweep.name(there)))) {
            Set<String> keys = new TreeSet<>();
            ours.entries().forEach(entry -> keys.add(entry.key()));
            theirs.entries().forEach(entry -> keys.add(entry.key()));
            for (String key : keys) {
                Node none = Node.scalar("");
                compare(ours.value(key).orElse(none), theirs.value(key).orElse(none), path + "." + key, walk);
            }
        } else if (open.test(coordinate) || section) {
            walk.found.put(here, items(there, walk.swept.getOrDefault(coordinate, Set.of()), section));
        } else if (!YamlText.flow(here).equals(YamlText.flow(there))) {
            walk.differences.add(coordinate + ": " + brief(there) + ", not " + brief(here) + ", and nobody sweeps it");
        }
    }

    private static String coordinate(String path) {
        return path.startsWith(CASES) && path.indexOf('.', CASES.length()) > 0
                ? path.substring(path.indexOf('.', CASES.length()) + 1)
                : path;
    }

    private static boolean named(Node node) {
        return node instanceof Node.Sequence list
                && !list.items().isEmpty()
                && list.items().stream().anyMatch(Node.Mapping.class::isInstance)
                && list.items().stream().noneMatch(item -> Sweep.name(item).isEmpty());
    }

    /** Two lists of the same names, each once: items that stand for one another. */
    private static boolean alike(Node.Sequence here, Node there) {
        List<String> ours = here.items().stream().map(Sweep::name).toList();
        return there instanceof Node.Sequence theirs
                && Set.copyOf(ours).size() == ours.size()
                && ours.equals(theirs.items().stream().map(Sweep::name).toList());
    }

    /** The values that one run has of a parameter: those of its sweep, or its only one, which may be a list itself. */
    private static List<Node> items(Node node, Set<String> swept, boolean section) {
        if (!(node instanceof Node.Sequence list)) return List.of(node);
        boolean lists = !list.items().isEmpty() && list.items().stream().allMatch(Node.Sequence.class::isInstance);
        boolean alone = swept.size() == 1 && swept.contains(YamlText.flow(node));
        boolean several = section || lists || !swept.isEmpty() && !alone;
        return several ? list.items() : List.of(node);
    }

    private Node rebuilt(Node node) {
        Map<String, Node> found = values.get(node);
        if (found != null) {
            List<Node> all = ordered(node, List.copyOf(found.values()));
            if (all.size() == 1) return node;
            return new Node.Sequence(node.at(), all.stream().map(this::within).toList());
        }
        return within(node);
    }

    private Node within(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar;
            case Node.Sequence list ->
                new Node.Sequence(
                        list.at(), list.items().stream().map(this::rebuilt).toList());
            case Node.Mapping mapping ->
                new Node.Mapping(
                        mapping.at(),
                        mapping.entries().stream()
                                .map(entry -> new Node.Entry(entry.at(), entry.key(), rebuilt(entry.value())))
                                .toList());
        };
    }

    /** Numbers that the first run has in ascending order stay so with those that come to them; all else follows in the order of the runs. */
    private static List<Node> ordered(Node first, List<Node> all) {
        List<Node> ours = first instanceof Node.Sequence list ? list.items() : List.of(first);
        if (!all.stream().allMatch(node -> number(node).isPresent())) return all;
        for (int i = 1; i < ours.size(); i++)
            if (number(ours.get(i - 1)).orElse(0.0) > number(ours.get(i)).orElse(0.0)) return all;
        return all.stream()
                .sorted(java.util.Comparator.comparingDouble(
                        node -> number(node).orElseThrow()))
                .toList();
    }

    private static Optional<Double> number(Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.quoted()) return Optional.empty();
        var value = Numbers.real(scalar.text());
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /** All seeds, ascending: neighbours as ranges, {@code 1..8} or {@code [1..8, 12]}. */
    private Node written() {
        List<Node> runs = new ArrayList<>();
        long from = -1;
        long last = -1;
        for (long seed : seeds) {
            if (from >= 0 && seed == last + 1) {
                last = seed;
                continue;
            }
            if (from >= 0) runs.add(range(from, last));
            from = seed;
            last = seed;
        }
        runs.add(range(from, last));
        return runs.size() == 1 ? runs.getFirst() : new Node.Sequence(base.at(), runs);
    }

    private static Node range(long from, long last) {
        return Node.scalar(from == last ? Long.toString(from) : from + ".." + last);
    }

    private static List<Long> longs(Node node) {
        return switch (node) {
            case Node.Sequence list ->
                list.items().stream().flatMap(item -> longs(item).stream()).toList();
            case Node.Scalar scalar
            when Range.looksLike(scalar.text()) ->
                Range.values(scalar.text()).stream().map(Long::parseLong).toList();
            case Node.Scalar scalar -> List.of(Long.parseLong(scalar.text()));
            case Node.Mapping mapping -> List.of();
        };
    }

    private static String brief(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.empty()) return "nothing";
        String text = YamlText.flow(node);
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private static Node.Mapping root(String file, String text) {
        Problems problems = new Problems();
        return Yaml.read(file, text, problems)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(file + ": " + problems.list()));
    }
}
