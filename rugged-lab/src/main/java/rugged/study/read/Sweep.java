package rugged.study.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Range;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.ValueType;
import rugged.params.YamlText;

/** Lays a section out as the choices that its lists and ranges make. */
public final class Sweep {
    private final Catalogue catalogue;
    private final Problems problems;
    private final int most;
    private final Set<String> wanted;

    /**
     * @param most choices in all
     * @param wanted paths of parameters that are coordinates even where they take one value
     */
    public Sweep(Catalogue catalogue, Problems problems, int most, Set<String> wanted) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.most = most;
        this.wanted = wanted;
    }

    /** Every choice of a value of this type, the last of its parameters running fastest. */
    public List<Choice> of(ValueType type, Node node, String path) {
        return switch (type) {
            case ValueType.Nested nested -> nested(nested, node, path);
            case ValueType.Block(Class<? extends Record> record) ->
                node instanceof Node.Mapping mapping
                        ? product(Schema.of(record), mapping, path)
                        : List.of(Choice.only(node));
            case ValueType.Many(ValueType item) -> many(item, node, path);
            default -> type.single() ? single(type, node, path) : List.of(Choice.only(node));
        };
    }

    private List<Choice> single(ValueType type, Node node, String path) {
        if (node instanceof Node.Sequence sequence) {
            if (sequence.items().isEmpty()) {
                problems.add(
                        node.at(),
                        path,
                        "lists no value",
                        "must be " + type.phrase() + ", or a list of them for a sweep");
                return List.of(Choice.only(node));
            }
            List<Choice> choices = new ArrayList<>();
            for (Node item : sequence.items())
                for (Node value : spread(type, item)) choices.add(coordinate(path, value));
            return choices;
        }
        List<Node> values = spread(type, node);
        if (values.size() == 1 && values.getFirst() == node)
            return List.of(wanted.contains(path) ? coordinate(path, node) : Choice.only(node));
        return values.stream().map(value -> coordinate(path, value)).toList();
    }

    private static Choice coordinate(String path, Node value) {
        String text = value instanceof Node.Scalar scalar ? scalar.text() : YamlText.flow(value);
        return new Choice(Map.of(path, text), value);
    }

    /** A range stands for its values; a bad one stays as it is, for the binder to say what is wrong. */
    private static List<Node> spread(ValueType type, Node node) {
        boolean text =
                type instanceof ValueType.Text || type instanceof ValueType.Choice || type instanceof ValueType.Flag;
        if (text || !(node instanceof Node.Scalar scalar) || scalar.quoted() || !Range.looksLike(scalar.text()))
            return List.of(node);
        if (Range.objection(scalar.text()).isPresent()) return List.of(node);
        return Range.values(scalar.text()).stream()
                .<Node>map(value -> new Node.Scalar(scalar.at(), value, false))
                .toList();
    }

    /** A list of lists is a sweep over lists; a list of specs is swept through the parameters of each. */
    private List<Choice> many(ValueType item, Node node, String path) {
        if (!(node instanceof Node.Sequence sequence)) return List.of(Choice.only(node));
        if (item instanceof ValueType.Nested) {
            List<Choice> all = List.of(Choice.only(new Node.Sequence(node.at(), List.of())));
            for (Node one : sequence.items())
                all = combined(all, of(item, one, path + "." + name(one)), node, path, Sweep::appended);
            return all;
        }
        List<Node> single = sequence.items().stream()
                .filter(one -> !(one instanceof Node.Sequence))
                .toList();
        boolean lists = !sequence.items().isEmpty() && single.isEmpty();
        if (!lists && single.size() < sequence.items().size()) {
            problems.add(
                    node.at(),
                    path,
                    "mixes lists and single values",
                    "one list, [10, 10], or a list of lists for a sweep, [[10, 10], [20]]");
            return List.of(Choice.only(new Node.Sequence(node.at(), single)));
        }
        if (!lists) return List.of(wanted.contains(path) ? coordinate(path, node) : Choice.only(node));
        return sequence.items().stream().map(one -> coordinate(path, one)).toList();
    }

    private static Node appended(Node list, Node item) {
        List<Node> items = new ArrayList<>(((Node.Sequence) list).items());
        items.add(item);
        return new Node.Sequence(list.at(), items);
    }

    private List<Choice> nested(ValueType.Nested type, Node node, String path) {
        List<Choice> choices = parameters(type, node, path);
        if (!wanted.contains(path)) return choices;
        return choices.stream()
                .map(choice -> choice.named(path, name(choice.node())))
                .toList();
    }

    private List<Choice> parameters(ValueType.Nested type, Node node, String path) {
        return switch (node) {
            case Node.Scalar scalar -> bare(type, scalar, path);
            case Node.Sequence sequence -> alternatives(type, sequence, path);
            case Node.Mapping mapping -> {
                if (mapping.value(SpecBinder.IS).orElse(mapping) instanceof Node.Sequence names
                        && !names.items().isEmpty()) {
                    yield alternatives(type, new Node.Sequence(names.at(), each(mapping)), path);
                }
                var entry = catalogue.find(type.kind(), name(mapping));
                yield entry.isPresent() ? product(entry.get().schema(), mapping, path) : List.of(Choice.only(node));
            }
        };
    }

    /** A bare name has nothing to sweep, but may have parameters that are wanted. */
    private List<Choice> bare(ValueType.Nested type, Node.Scalar scalar, String path) {
        var entry = catalogue.find(type.kind(), scalar.text());
        boolean plain = entry.isEmpty() || wanted.stream().noneMatch(one -> one.startsWith(path + "."));
        if (plain) return List.of(Choice.only(scalar));
        Node.Mapping mapping =
                new Node.Mapping(scalar.at(), List.of(new Node.Entry(scalar.at(), SpecBinder.IS, scalar)));
        return product(entry.get().schema(), mapping, path);
    }

    private List<Choice> alternatives(ValueType.Nested type, Node.Sequence sequence, String path) {
        if (sequence.items().isEmpty()) {
            problems.add(
                    sequence.at(), path, "lists no alternative", "must be " + type.phrase() + ", or a list of them");
            return List.of(Choice.only(sequence));
        }
        List<Node> items =
                sequence.items().stream().flatMap(item -> each(item).stream()).toList();
        Map<String, List<Node>> byName = new LinkedHashMap<>();
        for (Node item : items)
            byName.computeIfAbsent(name(item), name -> new ArrayList<>()).add(item);
        List<Choice> all = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Sequence) {
                all.add(Choice.only(item));
                continue;
            }
            Map<String, String> labels = new LinkedHashMap<>();
            if (byName.size() > 1) labels.put(path, name(item));
            labels.putAll(differences(type, item, byName.getOrDefault(name(item), List.of()), path));
            for (Choice choice : of(type, item, path)) {
                Map<String, String> coordinates = new LinkedHashMap<>(labels);
                coordinates.putAll(choice.coordinates());
                all.add(new Choice(coordinates, choice.node()));
            }
        }
        return limited(all, sequence, path);
    }

    /** One block for each name that {@code is} lists; itself where it names one. */
    private static List<Node> each(Node node) {
        boolean several = node instanceof Node.Mapping mapping
                && mapping.value(SpecBinder.IS).orElse(mapping) instanceof Node.Sequence names
                && !names.items().isEmpty();
        if (!several || !(node instanceof Node.Mapping mapping)) return List.of(node);
        return ((Node.Sequence) mapping.value(SpecBinder.IS).orElseThrow())
                .items().stream()
                        .<Node>map(name -> mapping.with(new Node.Entry(name.at(), SpecBinder.IS, name)))
                        .toList();
    }

    /** The parameters in which an alternative differs from others of the same name. */
    private Map<String, String> differences(ValueType.Nested type, Node item, List<Node> same, String path) {
        var entry = catalogue.find(type.kind(), name(item));
        if (same.size() < 2 || entry.isEmpty()) return Map.of();
        Map<String, String> found = new LinkedHashMap<>();
        for (Parameter parameter : entry.get().schema().parameters()) {
            String here = typed(item, parameter);
            boolean differs =
                    same.stream().anyMatch(other -> !typed(other, parameter).equals(here));
            if (differs) found.put(path + "." + parameter.key(), here);
        }
        return found;
    }

    private static String typed(Node item, Parameter parameter) {
        if (!(item instanceof Node.Mapping mapping))
            return parameter.byDefault().map(Sweep::text).orElse("");
        return mapping.value(parameter.key())
                .or(parameter::byDefault)
                .map(Sweep::text)
                .orElse("");
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : YamlText.flow(node);
    }

    private List<Choice> product(Schema<?> schema, Node.Mapping mapping, String path) {
        List<Choice> all = List.of(Choice.only(mapping));
        for (Node.Entry entry : mapping.entries()) {
            var parameter = schema.parameter(entry.key());
            if (parameter.isEmpty()) continue;
            List<Choice> values = of(parameter.get().type(), entry.value(), path + "." + entry.key());
            all = combined(
                    all,
                    values,
                    entry.value(),
                    path,
                    (node, value) -> ((Node.Mapping) node).with(new Node.Entry(entry.at(), entry.key(), value)));
        }
        for (Parameter parameter : schema.parameters()) {
            String here = path + "." + parameter.key();
            boolean silent =
                    wanted.contains(here) && mapping.entry(parameter.key()).isEmpty();
            if (!silent || parameter.byDefault().isEmpty()) continue;
            all = combined(
                    all, List.of(coordinate(here, parameter.byDefault().get())), mapping, path, (node, value) -> node);
        }
        return all;
    }

    /** All pairs, the second running fastest. */
    private List<Choice> combined(
            List<Choice> outer,
            List<Choice> inner,
            Node where,
            String path,
            java.util.function.BinaryOperator<Node> join) {
        if ((long) outer.size() * inner.size() > most) {
            tooMany((long) outer.size() * inner.size(), where, path);
            return combined(outer, inner.subList(0, 1), where, path, join);
        }
        List<Choice> pairs = new ArrayList<>(outer.size() * inner.size());
        for (Choice one : outer) {
            for (Choice other : inner) {
                Map<String, String> coordinates = new LinkedHashMap<>(one.coordinates());
                coordinates.putAll(other.coordinates());
                pairs.add(new Choice(coordinates, join.apply(one.node(), other.node())));
            }
        }
        return pairs;
    }

    private List<Choice> limited(List<Choice> all, Node where, String path) {
        if (all.size() <= most) return all;
        tooMany(all.size(), where, path);
        return all.subList(0, 1);
    }

    private void tooMany(long count, Node where, String path) {
        problems.add(where.at(), path, "makes " + count + " combinations", "at most " + most + " points in one study");
    }

    /** The name of a spec as typed; empty when there is none. */
    public static String name(Node node) {
        Node named = node instanceof Node.Mapping mapping
                ? mapping.value(SpecBinder.IS).orElse(node)
                : node;
        return named instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    /** Paths of all parameters that a section's schemas have, sections given as alternatives included. */
    Set<String> paths(ValueType type, Node node, String path) {
        Set<String> found = new TreeSet<>();
        collect(type, node, path, found);
        return found;
    }

    private void collect(ValueType type, Node node, String path, Set<String> found) {
        found.add(path);
        switch (type) {
            case ValueType.Nested nested -> {
                if (node instanceof Node.Sequence sequence) {
                    for (Node item : sequence.items())
                        if (!(item instanceof Node.Sequence)) collect(type, item, path, found);
                } else {
                    catalogue
                            .find(nested.kind(), name(node))
                            .ifPresent(entry -> collect(entry.schema(), node, path, found));
                }
            }
            case ValueType.Block(Class<? extends Record> record) -> collect(Schema.of(record), node, path, found);
            case ValueType.Many(ValueType item)
            when item instanceof ValueType.Nested -> {
                if (node instanceof Node.Sequence sequence)
                    for (Node one : sequence.items()) collect(item, one, path + "." + name(one), found);
            }
            default -> {
                // a value without parameters of its own
            }
        }
    }

    private void collect(Schema<?> schema, Node node, String path, Set<String> found) {
        for (Parameter parameter : schema.parameters()) {
            Node value = node instanceof Node.Mapping mapping
                    ? mapping.value(parameter.key()).orElse(null)
                    : null;
            if (value == null) value = parameter.byDefault().orElse(Node.scalar(""));
            collect(parameter.type(), value, path + "." + parameter.key(), found);
        }
    }
}
