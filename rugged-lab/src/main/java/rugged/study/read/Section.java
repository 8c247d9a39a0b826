package rugged.study.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.ValueType;

/**
 * One section of a study with all its choices, turned into specs when they are asked for.
 *
 * @param <S> the kind
 */
public final class Section<S> {
    private final Class<S> type;
    private final String path;
    private final DataFolder folder;
    private final Catalogue catalogue;
    private final Problems problems;
    private final List<Choice> choices;
    private final Map<Node, Optional<Bound<S>>> known = new HashMap<>();

    /**
     * A spec, ready.
     *
     * @param spec the spec
     * @param name its name in the catalogue
     * @param text its canonical text
     * @param node as typed
     */
    public record Bound<S>(S spec, String name, String text, Node node) {
        /** Where it stands in the study. */
        public Node.Place at() {
            return node.at();
        }
    }

    Section(Class<S> type, String path, List<Choice> choices, DataFolder folder, Problems problems) {
        this.type = type;
        this.path = path;
        this.choices = choices;
        this.folder = folder;
        this.catalogue = folder.catalogue();
        this.problems = problems;
    }

    String path() {
        return path;
    }

    public List<Choice> choices() {
        return choices;
    }

    /** The spec of a choice under a seed; empty where it cannot be built, which is then among the problems. */
    public Optional<Bound<S>> bound(int choice, long seed) {
        return bound(choices.get(choice).node(), seed);
    }

    public Optional<Bound<S>> bound(Node node, long seed) {
        Node seeded = seeded(catalogue, new ValueType.Nested(type), node, seed);
        // equal nodes at different places bind to equal specs, and their problems are worth saying once
        return known.computeIfAbsent(seeded, this::bind);
    }

    private Optional<Bound<S>> bind(Node node) {
        String name = Sweep.name(node);
        return new SpecBinder(catalogue, problems)
                .spec(type, folder.located(new ValueType.Nested(type), node), path)
                .map(spec -> new Bound<>(spec, name, Canonical.text(spec), node));
    }

    /** All choices that can be built, with one seed: for checks. */
    public List<Bound<S>> all(long seed) {
        List<Bound<S>> all = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) bound(i, seed).ifPresent(all::add);
        return all;
    }

    /** The choices, as typed, that cannot be built with one seed. */
    public List<Node> unbound(long seed) {
        return choices.stream()
                .map(Choice::node)
                .filter(node -> bound(node, seed).isEmpty())
                .toList();
    }

    /** Whether a choice names nothing of the catalogue. */
    boolean unnamed() {
        String kind = new ValueType.Nested(type).kind();
        return choices.stream()
                .anyMatch(choice ->
                        catalogue.find(kind, Sweep.name(choice.node())).isEmpty());
    }

    /** Gives the point's seed to every {@code seed} that nobody wrote, nested specs included. */
    static Node seeded(Catalogue catalogue, ValueType type, Node node, long seed) {
        return switch (type) {
            case ValueType.Nested nested -> {
                var entry = catalogue.find(nested.kind(), Sweep.name(node));
                if (entry.isEmpty() || node instanceof Node.Sequence) yield node;
                Node.Mapping mapping = node instanceof Node.Mapping given
                        ? given
                        : new Node.Mapping(node.at(), List.of(new Node.Entry(node.at(), SpecBinder.IS, node)));
                Node.Mapping filled = seeded(catalogue, entry.get().schema(), mapping, seed);
                yield filled == mapping ? node : filled;
            }
            case ValueType.Block(Class<? extends Record> record) ->
                node instanceof Node.Mapping mapping ? seeded(catalogue, Schema.of(record), mapping, seed) : node;
            default -> node;
        };
    }

    private static Node.Mapping seeded(Catalogue catalogue, Schema<?> schema, Node.Mapping mapping, long seed) {
        Node.Mapping filled = mapping;
        for (Parameter parameter : schema.parameters()) {
            Optional<Node> given = mapping.value(parameter.key());
            if (follows(parameter) && given.isEmpty()) {
                filled = filled.with(new Node.Entry(
                        mapping.at(), parameter.key(), new Node.Scalar(mapping.at(), Long.toString(seed), false)));
                continue;
            }
            Optional<Node> value = given.or(parameter::byDefault);
            if (value.isEmpty()) continue;
            Node inner = seeded(catalogue, parameter.type(), value.get(), seed);
            if (inner != value.get())
                filled = filled.with(new Node.Entry(value.get().at(), parameter.key(), inner));
        }
        return filled;
    }

    /** Whether a parameter follows the seed of the study. */
    public static boolean follows(Parameter parameter) {
        return parameter.key().equals("seed") && parameter.type() instanceof ValueType.Whole;
    }
}
