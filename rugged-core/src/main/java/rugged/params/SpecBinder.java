package rugged.params;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns input into specs and reports every mistake on the way, each with its place, what is wrong and what is allowed. Never throws for bad input. */
public final class SpecBinder {
    /** The key that names a spec within a block. */
    public static final String IS = "is";

    private final Catalogue catalogue;
    private final Problems problems;

    /** @param problems takes what is found */
    public SpecBinder(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** A spec of the kind that {@code type} declares, from a bare name or {@code { is: NAME, ... }}. */
    public <S> Optional<S> spec(Class<S> type, Node node, String path) {
        return Optional.ofNullable(type.cast(nested(new ValueType.Nested(type), node, path)));
    }

    /** A plain record. */
    public <T extends Record> Optional<T> block(Class<T> type, Node node, String path) {
        return Optional.ofNullable(type.cast(block(Schema.of(type), node, path)));
    }

    /** A value of any type, checked against the range of a parameter. */
    public Optional<Object> value(Parameter parameter, Node node, String path) {
        return Optional.ofNullable(value(parameter.type(), parameter, node, path));
    }

    private @Nullable Object value(ValueType type, Parameter parameter, Node node, String path) {
        return switch (type) {
            case ValueType.Nested nested -> nested(nested, node, path);
            case ValueType.Block(Class<? extends Record> record) -> block(Schema.of(record), node, path);
            case ValueType.Many(ValueType item) -> list(item, parameter, node, path);
            case ValueType.Table(ValueType item) -> table(item, parameter, node, path);
            case ValueType.Maybe(ValueType inner) -> {
                Object value = value(inner, parameter, node, path);
                yield value == null ? null : Optional.of(value);
            }
            case ValueType.Verbatim verbatim -> node;
            default -> {
                if (node instanceof Node.Scalar scalar) yield single(type, parameter, scalar, path);
                String sweep = node instanceof Node.Sequence
                        ? " (a list of values would be a sweep, which is not possible here)"
                        : "";
                wrong(node, path, "must be " + type.phrase() + ", is " + node.kind() + sweep, "");
                yield null;
            }
        };
    }

    private @Nullable Object single(ValueType type, Parameter parameter, Node.Scalar scalar, String path) {
        String text = scalar.text();
        if (scalar.empty()) {
            wrong(scalar, path, "has no value", "must be " + type.phrase());
            return null;
        }
        return switch (type) {
            case ValueType.Whole(boolean wide) -> whole(wide, parameter, scalar, path);
            case ValueType.Real real -> real(parameter, scalar, path);
            case ValueType.Flag flag -> {
                if (text.equals("true") || text.equals("false")) yield Boolean.valueOf(text);
                wrong(scalar, path, quoted(text) + " is not true or false", "");
                yield null;
            }
            case ValueType.Choice choice -> choice(choice, scalar, path);
            case ValueType.Parsed(Class<?> parsed) -> parsed(parsed, scalar, path);
            default -> text;
        };
    }

    private @Nullable Object whole(boolean wide, Parameter parameter, Node.Scalar scalar, String path) {
        OptionalLong value = Numbers.whole(scalar.text());
        if (value.isEmpty()) {
            noNumber(scalar, path, "a whole number", parameter);
            return null;
        }
        long whole = value.getAsLong();
        if (!wide && whole != (int) whole) {
            wrong(
                    scalar,
                    path,
                    scalar.text() + " is out of range",
                    parameter.bounds().isEmpty() ? "must fit into 32 bits" : parameter.bounds());
            return null;
        }
        if (!parameter.allows(whole)) {
            wrong(scalar, path, scalar.text() + " is out of range", parameter.bounds());
            return null;
        }
        if (wide) return whole;
        return (int) whole;
    }

    private @Nullable Object real(Parameter parameter, Node.Scalar scalar, String path) {
        OptionalDouble value = Numbers.real(scalar.text());
        if (value.isEmpty()) {
            noNumber(scalar, path, "a number", parameter);
            return null;
        }
        if (!parameter.allows(value.getAsDouble())) {
            wrong(scalar, path, scalar.text() + " is out of range", parameter.bounds());
            return null;
        }
        return value.getAsDouble();
    }

    private void noNumber(Node.Scalar scalar, String path, String wanted, Parameter parameter) {
        if (!scalar.quoted() && Range.looksLike(scalar.text())) {
            String objection =
                    Range.objection(scalar.text()).orElse("a range would be a sweep, which is not possible here");
            wrong(
                    scalar,
                    path,
                    quoted(scalar.text()) + ": " + objection,
                    "write 1..20, or 0.1..0.5 step 0.1, where a sweep or a list is meant");
        } else {
            wrong(scalar, path, quoted(scalar.text()) + " is not " + wanted, parameter.bounds());
        }
    }

    private @Nullable Object choice(ValueType.Choice choice, Node.Scalar scalar, String path) {
        int index = choice.words().indexOf(choice.seconds().getOrDefault(scalar.text(), scalar.text()));
        if (index >= 0) return choice.type().getEnumConstants()[index];
        wrong(scalar, path, quoted(scalar.text()) + " is unknown", Suggestion.among(scalar.text(), choice.words()));
        return null;
    }

    private @Nullable Object parsed(Class<?> type, Node.Scalar scalar, String path) {
        try {
            var parser = ValueType.parser(type).orElseThrow();
            parser.setAccessible(true);
            return parser.invoke(null, scalar.text());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadParameter bad)
                wrong(scalar, path, quoted(scalar.text()) + ": " + bad.wrong(), bad.allowed());
            else if (e.getCause() instanceof RuntimeException other)
                wrong(scalar, path, quoted(scalar.text()) + ": " + other.getMessage(), "");
            else throw new IllegalStateException(type.getName() + ".parse", e.getCause());
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + ".parse", e);
        }
    }

    private @Nullable Object list(ValueType item, Parameter parameter, Node node, String path) {
        List<Node> items = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(one -> items.addAll(spread(item, one)));
        } else if (node instanceof Node.Scalar scalar && scalar.empty()) {
            wrong(node, path, "has no value", "must be " + parameter.type().phrase());
            return null;
        } else {
            items.addAll(spread(item, node));
        }
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < items.size(); i++) {
            Object value = value(item, parameter, items.get(i), items.size() == 1 ? path : path + "." + i);
            if (value == null) whole = false;
            else values.add(value);
        }
        return whole ? List.copyOf(values) : null;
    }

    /** A range among the items of a list stands for its values; a bad one stays, and is reported as no number. */
    private static List<Node> spread(ValueType item, Node node) {
        boolean number = item instanceof ValueType.Whole || item instanceof ValueType.Real;
        if (!number || !(node instanceof Node.Scalar scalar) || scalar.quoted() || !Range.looksLike(scalar.text()))
            return List.of(node);
        if (Range.objection(scalar.text()).isPresent()) return List.of(node);
        return Range.values(scalar.text()).stream()
                .<Node>map(text -> new Node.Scalar(scalar.at(), text, false))
                .toList();
    }

    private @Nullable Object table(ValueType item, Parameter parameter, Node node, String path) {
        if (!(node instanceof Node.Mapping mapping)) {
            wrong(node, path, "must be " + parameter.type().phrase() + ", is " + node.kind(), "");
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        boolean whole = !doubled(mapping, path);
        for (Node.Entry entry : mapping.entries()) {
            Object value = value(item, parameter, entry.value(), path + "." + entry.key());
            if (value == null) whole = false;
            else values.put(entry.key(), value);
        }
        return whole ? java.util.Collections.unmodifiableMap(values) : null;
    }

    private @Nullable Object nested(ValueType.Nested type, Node node, String path) {
        Node.Mapping mapping = named(type, node, path);
        if (mapping == null) return null;
        Node named = mapping.value(IS).orElse(mapping);
        if (!(named instanceof Node.Scalar name) || name.empty()) {
            wrong(
                    named,
                    path + "." + IS,
                    "must name a " + type.kind(),
                    Suggestion.among("", catalogue.names(type.kind())));
            return null;
        }
        Optional<Catalogue.Entry> entry = catalogue.find(type.kind(), name.text());
        if (entry.isEmpty()) {
            String elsewhere = catalogue.named(name.text()).stream()
                    .findFirst()
                    .map(other -> ": it is a " + other.kind())
                    .orElse("");
            wrong(
                    name,
                    path,
                    "there is no " + type.kind() + " " + quoted(name.text()) + elsewhere,
                    catalogue.suggestion(type.kind(), name.text()));
            return null;
        }
        return block(entry.get().schema(), mapping, path);
    }

    private Node.@Nullable Mapping named(ValueType.Nested type, Node node, String path) {
        return switch (node) {
            case Node.Scalar scalar
            when scalar.empty() -> {
                wrong(node, path, "has no value", "known are " + String.join(", ", catalogue.names(type.kind())));
                yield null;
            }
            case Node.Scalar scalar -> new Node.Mapping(scalar.at(), List.of(new Node.Entry(scalar.at(), IS, scalar)));
            case Node.Sequence sequence -> {
                wrong(
                        node,
                        path,
                        "must be a single " + type.kind() + ", is a list",
                        "write its name, or { is: NAME, ... }");
                yield null;
            }
            case Node.Mapping mapping -> {
                if (mapping.entry(IS).isPresent()) yield mapping;
                wrong(
                        node,
                        path,
                        "must say which " + type.kind() + " it is",
                        "add is: with one of " + String.join(", ", catalogue.names(type.kind())));
                yield null;
            }
        };
    }

    private @Nullable Object block(Schema<?> schema, Node node, String path) {
        if (!(node instanceof Node.Mapping typed)) {
            wrong(
                    node,
                    path,
                    "must be a block of keys, is " + node.kind(),
                    "known are " + String.join(", ", schema.keys()));
            return null;
        }
        Node.Mapping mapping = schema.renamed(typed);
        boolean good = !doubled(mapping, path);
        for (Node.Entry entry : mapping.entries()) good &= known(schema, entry, path);
        Object[] values = new Object[schema.parameters().size()];
        for (int i = 0; i < values.length; i++) {
            Object value = parameter(schema.parameters().get(i), mapping, path);
            if (value == null) good = false;
            else values[i] = value;
        }
        return good ? build(schema, values, mapping, path) : null;
    }

    private boolean known(Schema<?> schema, Node.Entry entry, String path) {
        boolean name = entry.key().equals(IS) && !schema.name().isEmpty();
        if (name || schema.parameter(entry.key()).isPresent()) return true;
        Optional<Parameter> twice = schema.also(entry.key());
        if (twice.isPresent()) {
            String first = twice.get().key();
            problems.add(
                    entry.at(),
                    join(path, entry.key()),
                    "is another name of " + first + ", which is given as well",
                    "keep one of them");
        } else {
            problems.add(entry.at(), join(path, entry.key()), "unknown", Suggestion.among(entry.key(), schema.keys()));
        }
        return false;
    }

    private @Nullable Object parameter(Parameter parameter, Node.Mapping mapping, String path) {
        String here = join(path, parameter.key());
        Optional<Node> given = mapping.value(parameter.key());
        if (given.isEmpty() && parameter.type() instanceof ValueType.Maybe && parameter.fallback() == null)
            return Optional.empty();
        Node node = given.or(parameter::byDefault).orElse(null);
        if (node != null) return value(parameter.type(), parameter, node, here);
        String bounds =
                parameter.bounds().isEmpty() ? "must be " + parameter.type().phrase() : parameter.bounds();
        wrong(mapping, here, "is missing", parameter.description() + ": " + bounds);
        return null;
    }

    private @Nullable Object build(Schema<?> schema, Object[] values, Node.Mapping mapping, String path) {
        try {
            return schema.build(values);
        } catch (BadParameter bad) {
            String key = bad.parameter().substring(bad.parameter().lastIndexOf('.') + 1);
            Node.Place at = mapping.value(key).map(Node::at).orElse(mapping.at());
            problems.add(at, join(path, key), bad.value() + ": " + bad.wrong(), bad.allowed());
        } catch (IllegalArgumentException e) {
            wrong(mapping, path, "cannot be used: " + e.getMessage(), "");
        }
        return null;
    }

    private boolean doubled(Node.Mapping mapping, String path) {
        Map<String, Node.Entry> seen = new HashMap<>();
        boolean found = false;
        for (Node.Entry entry : mapping.entries()) {
            Node.Entry first = seen.putIfAbsent(entry.key(), entry);
            if (first == null) continue;
            String where =
                    first.at().line() > 0 ? ", first on line " + first.at().line() : "";
            problems.add(entry.at(), join(path, entry.key()), "is given twice" + where, "keep one of them");
            found = true;
        }
        return found;
    }

    private void wrong(Node node, String path, String message, String allowed) {
        problems.add(node.at(), path, message, allowed);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "\"";
    }
}
