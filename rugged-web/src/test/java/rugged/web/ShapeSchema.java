package rugged.web;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schema of the records that the server answers, by reflection. */
final class ShapeSchema {
    private final Map<String, Object> definitions = new TreeMap<>();
    private final Set<Class<?>> open = new LinkedHashSet<>();

    /** The schema of these records and of all that they hold. */
    static Map<String, Object> of(List<Class<?>> shapes) {
        ShapeSchema schema = new ShapeSchema();
        shapes.forEach(schema::define);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$defs", schema.definitions);
        return root;
    }

    private void define(Class<?> type) {
        String name = name(type);
        if (definitions.containsKey(name) || !open.add(type)) return;
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            properties.put(component.getName(), schema(annotated));
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("type", "object");
        definition.put("properties", properties);
        definition.put("required", List.copyOf(properties.keySet()));
        definitions.put(name, definition);
    }

    private Object schema(AnnotatedType annotated) {
        Object plain = plain(annotated);
        boolean nullable = annotated.isAnnotationPresent(Nullable.class) || real(annotated);
        return nullable ? Map.of("anyOf", List.of(plain, Map.of("type", "null"))) : plain;
    }

    /** Entries of an array of reals may be null, which stands for NaN. */
    private static boolean real(AnnotatedType annotated) {
        return false;
    }

    private Object plain(AnnotatedType annotated) {
        return switch (annotated) {
            case AnnotatedArrayType array ->
                both(
                        "type",
                        "array",
                        "items",
                        Map.of("anyOf", List.of(Map.of("type", "number"), Map.of("type", "null"))));
            case AnnotatedParameterizedType generic -> generic(generic);
            default -> simple(annotated);
        };
    }

    /** In this order always; that of a {@code Map.of} differs from one run of the JVM to the next. */
    private static Map<String, Object> both(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private Object generic(AnnotatedParameterizedType generic) {
        AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
        Class<?> raw = (Class<?>) ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
        if (List.class.isAssignableFrom(raw)) return both("type", "array", "items", schema(arguments[0]));
        if (Map.class.isAssignableFrom(raw))
            return both("type", "object", "additionalProperties", schema(arguments[1]));
        if (java.util.Optional.class.isAssignableFrom(raw))
            return Map.of("anyOf", List.of(schema(arguments[0]), Map.of("type", "null")));
        throw new IllegalArgumentException("no schema for " + generic);
    }

    private Object simple(AnnotatedType annotated) {
        Class<?> type = (Class<?>) annotated.getType();
        if (type == String.class) return Map.of("type", "string");
        if (type == boolean.class || type == Boolean.class) return Map.of("type", "boolean");
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class)
            return Map.of("type", "integer");
        if (type == double.class || type == Double.class) return Map.of("type", "number");
        if (type == Object.class) return Map.of();
        if (type.isEnum()) return Map.of("type", "string");
        if (type.isRecord()) {
            define(type);
            return Map.of("$ref", "#/$defs/" + name(type));
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }
}
