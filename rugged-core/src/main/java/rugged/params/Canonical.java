package rugged.params;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Specs back into input: every parameter written out, numbers in their shortest exact form, so that reading it again gives an equal spec, and equal specs
 * give equal text. Stored results are keyed by it.
 */
public final class Canonical {
    private Canonical() {}

    /** {@code { is: NAME, key: value, ... }} for a named spec, without {@code is} for a plain record. */
    public static Node.Mapping node(Object spec) {
        Schema<? extends Record> schema = Schema.of(spec);
        List<Node.Entry> entries = new ArrayList<>();
        if (!schema.name().isEmpty()) entries.add(entry(SpecBinder.IS, Node.scalar(schema.name())));
        for (Parameter parameter : schema.parameters()) {
            Object value = Schema.read(spec, parameter.key()).orElseThrow();
            if (value instanceof Optional<?> maybe && maybe.isEmpty()) continue;
            entries.add(entry(parameter.key(), value(parameter.type(), value)));
        }
        return new Node.Mapping(Node.Place.of(""), entries);
    }

    /** A value of a parameter. */
    public static Node value(ValueType type, Object value) {
        return switch (type) {
            case ValueType.Real real -> Node.scalar(Numbers.text((Double) value));
            case ValueType.Choice choice -> Node.scalar(ValueType.word(value));
            case ValueType.Nested nested -> node(value);
            case ValueType.Block block -> node(value);
            case ValueType.Verbatim verbatim -> (Node) value;
            case ValueType.Maybe(ValueType inner) -> value(inner, ((Optional<?>) value).orElseThrow());
            case ValueType.Many(ValueType item) -> {
                List<Node> items = new ArrayList<>();
                for (Object one : (List<?>) value) items.add(value(item, one));
                yield new Node.Sequence(Node.Place.of(""), items);
            }
            case ValueType.Table(ValueType item) -> {
                List<Node.Entry> entries = new ArrayList<>();
                for (Map.Entry<?, ?> one : ((Map<?, ?>) value).entrySet())
                    entries.add(entry((String) one.getKey(), value(item, one.getValue())));
                yield new Node.Mapping(Node.Place.of(""), entries);
            }
            case ValueType.Whole whole -> Node.scalar(String.valueOf(value));
            case ValueType.Flag flag -> Node.scalar(String.valueOf(value));
            // as if quoted: text may be empty or read "null"
            case ValueType.Text text -> new Node.Scalar(Node.Place.of(""), (String) value, true);
            case ValueType.Parsed parsed -> new Node.Scalar(Node.Place.of(""), String.valueOf(value), true);
        };
    }

    /** The canonical text of a spec on one line. */
    public static String text(Object spec) {
        return YamlText.flow(node(spec));
    }

    /** The first hexadecimal digits of the SHA-256 of a text. */
    public static String hash(String text, int digits) {
        return hash(text.getBytes(StandardCharsets.UTF_8), digits);
    }

    /** The first hexadecimal digits of the SHA-256 of some bytes. */
    public static String hash(byte[] bytes, int digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(Node.Place.of(""), key, value);
    }
}
