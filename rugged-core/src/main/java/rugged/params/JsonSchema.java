package rugged.params;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of a spec, as maps and lists. Beside the standard words it carries {@code x-symbol}, {@code x-unit}, {@code x-reason}, {@code x-also} (a second key, which {@code patternProperties} admit),
 * {@code x-kind} (which kind's specs fit) and {@code x-sweep} (a list or a range of values is a sweep).
 */
public final class JsonSchema {
    private JsonSchema() {}

    /** The schema of a named entry, with its {@code is}. */
    public static Map<String, Object> of(Catalogue.Entry entry) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", entry.title());
        if (!entry.doc().isEmpty()) schema.put("description", entry.doc());
        schema.put("x-kind", entry.kind());
        schema.put("x-name", entry.name());
        if (!entry.source().isEmpty()) schema.put("x-source", entry.source());
        fill(schema, entry.schema());
        return schema;
    }

    /** The schema of a plain record. */
    public static Map<String, Object> of(Schema<?> record) {
        Map<String, Object> schema = new LinkedHashMap<>();
        fill(schema, record);
        return schema;
    }

    private static void fill(Map<String, Object> schema, Schema<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> second = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (!record.name().isEmpty()) {
            properties.put(SpecBinder.IS, Map.of("const", record.name()));
            required.add(SpecBinder.IS);
        }
        for (Parameter parameter : record.parameters()) {
            properties.put(parameter.key(), property(parameter));
            String also = parameter.declared().also();
            if (!also.isEmpty()) second.put("^" + also + "$", property(parameter));
            if (parameter.required()) required.add(parameter.key());
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!second.isEmpty()) schema.put("patternProperties", second);
        schema.put("required", required);
        schema.put("additionalProperties", false);
    }

    private static Map<String, Object> property(Parameter parameter) {
        Map<String, Object> property = new LinkedHashMap<>();
        Param declared = parameter.declared();
        property.put("description", declared.doc());
        type(parameter.type(), parameter, property);
        parameter.byDefault().ifPresent(node -> property.put("default", plain(node)));
        if (!declared.also().isEmpty()) property.put("x-also", declared.also());
        if (!declared.symbol().isEmpty()) property.put("x-symbol", declared.symbol());
        if (!declared.unit().isEmpty()) property.put("x-unit", declared.unit());
        if (!declared.reason().isEmpty()) property.put("x-reason", declared.reason());
        if (parameter.type().single()) property.put("x-sweep", true);
        return property;
    }

    private static void type(ValueType type, Parameter parameter, Map<String, Object> property) {
        switch (type) {
            case ValueType.Whole whole -> {
                property.put("type", "integer");
                bounds(parameter.declared(), property);
            }
            case ValueType.Real real -> {
                property.put("type", "number");
                bounds(parameter.declared(), property);
                if (parameter.allows(Double.POSITIVE_INFINITY)) property.put("x-infinite", true);
            }
            case ValueType.Flag flag -> property.put("type", "boolean");
            case ValueType.Text text -> property.put("type", "string");
            case ValueType.Parsed parsed -> property.put("type", "string");
            case ValueType.Choice choice -> property.put("enum", typed(choice));
            case ValueType.Nested nested -> property.put("x-kind", nested.kind());
            case ValueType.Block(Class<? extends Record> record) -> fill(property, Schema.of(record));
            case ValueType.Maybe(ValueType inner) -> type(inner, parameter, property);
            case ValueType.Many(ValueType item) -> {
                Map<String, Object> items = new LinkedHashMap<>();
                type(item, parameter, items);
                property.put("type", "array");
                property.put("items", items);
            }
            case ValueType.Table(ValueType value) -> {
                Map<String, Object> values = new LinkedHashMap<>();
                type(value, parameter, values);
                property.put("type", "object");
                property.put("additionalProperties", values);
            }
            case ValueType.Verbatim verbatim ->
                property.put("description", parameter.declared().doc());
        }
    }

    /** First words, then second ones. */
    private static List<String> typed(ValueType.Choice choice) {
        return Stream.concat(choice.words().stream(), choice.seconds().keySet().stream())
                .toList();
    }

    private static void bounds(Param declared, Map<String, Object> property) {
        if (Double.isFinite(declared.min()))
            property.put(declared.above() ? "exclusiveMinimum" : "minimum", number(declared.min()));
        if (Double.isFinite(declared.max())) property.put("maximum", number(declared.max()));
    }

    /** A tree as maps, lists, numbers, booleans and strings; {@code inf} stays text, which JSON has no number for. */
    public static Object plain(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.quoted() ? scalar.text() : plain(scalar.text());
            case Node.Sequence sequence ->
                sequence.items().stream().map(JsonSchema::plain).toList();
            case Node.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (Node.Entry entry : mapping.entries()) map.put(entry.key(), plain(entry.value()));
                yield map;
            }
        };
    }

    private static Object plain(String text) {
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        var whole = Numbers.whole(text);
        if (whole.isPresent()) return whole.getAsLong();
        var real = Numbers.real(text);
        return real.isPresent() && Double.isFinite(real.getAsDouble()) ? (Object) real.getAsDouble() : text;
    }

    private static Number number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
    }
}
