package rugged.study.check;

import java.util.Optional;
import rugged.params.BadParameter;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.params.ValueType;
import rugged.study.read.Section.Bound;

/** Where the parameter stands that a spec refuses when it is asked something: in the spec itself or in one nested in it. */
final class Blame {
    private final BadParameter bad;
    private Optional<Place> alike = Optional.empty();

    private record Place(Node.Place at, String path) {}

    private Blame(BadParameter bad) {
        this.bad = bad;
    }

    /** Adds what a spec refuses, at the place of the parameter. */
    static void report(BadParameter bad, Bound<?> bound, String path, Problems problems) {
        Blame blame = new Blame(bad);
        Place place = blame.find(bound.spec(), bound.node(), path)
                .or(() -> blame.alike)
                .orElseGet(() -> new Place(bound.at(), path + "." + bad.parameter()));
        problems.add(place.at, place.path, bad.value() + ": " + bad.wrong(), bad.allowed());
    }

    /** The parameter of that key and value, outermost first; one of that key alone is remembered. */
    private Optional<Place> find(Object spec, Node node, String path) {
        if (!(spec instanceof Record record)) return Optional.empty();
        Schema<? extends Record> schema = Schema.of(record);
        for (Parameter parameter : schema.parameters()) {
            if (!parameter.key().equals(bad.parameter())) continue;
            Place here =
                    new Place(value(node, parameter).map(Node::at).orElse(node.at()), path + "." + parameter.key());
            Object value = Schema.read(record, parameter.key()).orElse("");
            String typed = value instanceof Enum<?> word ? ValueType.word(word) : String.valueOf(value);
            if (typed.equals(bad.value())) return Optional.of(here);
            if (alike.isEmpty()) alike = Optional.of(here);
        }
        for (Parameter parameter : schema.parameters()) {
            Object value = Schema.read(record, parameter.key()).orElse("");
            Object inner = value instanceof Optional<?> maybe && maybe.isPresent() ? maybe.get() : value;
            Optional<Place> below = find(inner, value(node, parameter).orElse(node), path + "." + parameter.key());
            if (below.isPresent()) return below;
        }
        return Optional.empty();
    }

    private static Optional<Node> value(Node node, Parameter parameter) {
        return node instanceof Node.Mapping mapping ? mapping.value(parameter.key()) : Optional.empty();
    }
}
