package rugged.study.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.ValueType;

/** Writes the defaults of a study out. What was typed stays as it was typed; a {@code seed} that follows the study's is left to it. */
final class Resolution {
    private final Catalogue catalogue;

    Resolution(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The value with all defaults, sweeps included. */
    Node filled(ValueType type, Node node) {
        return switch (type) {
            case ValueType.Nested nested -> named(nested, node);
            case ValueType.Block(Class<? extends Record> record) ->
                node instanceof Node.Mapping mapping ? filled(Schema.of(record), mapping) : node;
            case ValueType.Maybe(ValueType inner) -> filled(inner, node);
            case ValueType.Many(ValueType item) ->
                node instanceof Node.Sequence sequence
                        ? new Node.Sequence(
                                node.at(),
                                sequence.items().stream()
                                        .map(one -> filled(item, one))
                                        .toList())
                        : node;
            default -> node;
        };
    }

    private Node named(ValueType.Nested type, Node node) {
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    node.at(),
                    sequence.items().stream().map(one -> named(type, one)).toList());
        }
        Optional<Catalogue.Entry> entry = catalogue.find(type.kind(), Sweep.name(node));
        if (entry.isEmpty()) return node;
        if (node instanceof Node.Mapping mapping) return filled(entry.get().schema(), mapping);
        Node.Mapping bare = new Node.Mapping(node.at(), List.of(new Node.Entry(node.at(), SpecBinder.IS, node)));
        Node.Mapping full = filled(entry.get().schema(), bare);
        return full.entries().size() == 1 ? node : full;
    }

    private Node.Mapping filled(Schema<?> schema, Node.Mapping mapping) {
        List<Node.Entry> entries = new ArrayList<>();
        mapping.entry(SpecBinder.IS).filter(is -> !schema.name().isEmpty()).ifPresent(entries::add);
        for (Parameter parameter : schema.parameters()) {
            Optional<Node> given = mapping.value(parameter.key());
            if (given.isEmpty() && Section.follows(parameter)) continue;
            given.or(parameter::byDefault)
                    .ifPresent(value -> entries.add(
                            new Node.Entry(mapping.at(), parameter.key(), filled(parameter.type(), value))));
        }
        return new Node.Mapping(mapping.at(), entries);
    }
}
