package rugged.params;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.index.Named;

/**
 * The parameters of a spec, read once from its record components; those of a {@link ParameterGroup} stand in its place.
 *
 * @param <T> the record
 */
public final class Schema<T extends Record> {
    private static final ClassValue<Schema<?>> KNOWN = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            return new Schema<>(type.asSubclass(Record.class));
        }
    };

    private final Class<T> type;
    private final List<Parameter> parameters;
    private final RecordParts<T> parts;

    private Schema(Class<T> type) {
        this.type = type;
        parts = RecordParts.of(type);
        List<Parameter> found = new ArrayList<>();
        parts.parameters(List.of(), Map.of(), found);
        parameters = List.copyOf(found);
        Set<String> keys = new HashSet<>();
        for (Parameter parameter : parameters) {
            String also = parameter.declared().also();
            if (!keys.add(parameter.key()) || !(also.isEmpty() || keys.add(also)))
                throw new IllegalStateException(type.getSimpleName() + " has two parameters " + parameter.key());
        }
    }

    /**
     * The schema of a record; read once and kept.
     *
     * @throws IllegalStateException when a component lacks {@link Param} or has a type that no parameter can have
     */
    @SuppressWarnings("unchecked") // the cache holds under each class its own schema
    public static <T extends Record> Schema<T> of(Class<T> type) {
        return (Schema<T>) KNOWN.get(type);
    }

    /** The record. */
    public Class<T> type() {
        return type;
    }

    /** The parameters in the order of the record. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The keys in the order of the record. */
    public List<String> keys() {
        return parameters.stream().map(Parameter::key).toList();
    }

    /** The parameter with this key. */
    public Optional<Parameter> parameter(String key) {
        for (Parameter parameter : parameters) if (parameter.key().equals(key)) return Optional.of(parameter);
        return Optional.empty();
    }

    /** The parameter whose second key this is. */
    public Optional<Parameter> also(String key) {
        for (Parameter parameter : parameters)
            if (!key.isEmpty() && parameter.declared().also().equals(key)) return Optional.of(parameter);
        return Optional.empty();
    }

    /** A block with first keys in place of second ones; a second key stays where the first is given as well. */
    public Node.Mapping renamed(Node.Mapping block) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : block.entries()) {
            Optional<String> first = also(entry.key())
                    .map(Parameter::key)
                    .filter(key -> block.entry(key).isEmpty());
            entries.add(first.map(key -> new Node.Entry(entry.at(), key, entry.value()))
                    .orElse(entry));
        }
        return new Node.Mapping(block.at(), entries);
    }

    /** The name under which the catalogue lists the record; empty for a plain one. */
    public String name() {
        Named named = type.getAnnotation(Named.class);
        return named == null ? "" : named.value();
    }

    /**
     * The record with these values, in the order of the parameters.
     *
     * @throws BadParameter as its constructor does
     * @throws IllegalArgumentException when the constructor fails in another way, with the reason
     */
    public T build(Object... values) {
        if (values.length != parameters.size())
            throw new IllegalArgumentException(values.length + " values for " + parameters.size() + " parameters");
        return parts.build(Arrays.asList(values).iterator());
    }

    /** The value of a parameter. */
    public Object value(T spec, Parameter parameter) {
        Object value = spec;
        try {
            for (RecordComponent component : parameter.path())
                value = component.getAccessor().invoke(value);
            return value;
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(type.getSimpleName() + "." + parameter.key() + " cannot be read", e);
        }
    }

    /** The value of a parameter; empty when there is no such key. */
    public Optional<Object> value(T spec, String key) {
        return parameter(key).map(parameter -> value(spec, parameter));
    }

    /**
     * The same spec with another value for one parameter.
     *
     * @param value of the component's type
     * @throws BadParameter as the constructor does
     */
    public T with(T spec, String key, Object value) {
        Object[] values = new Object[parameters.size()];
        boolean there = false;
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            boolean here = parameter.key().equals(key);
            values[i] = here ? value : value(spec, parameter);
            there |= here;
        }
        if (!there) throw new BadParameter(key, value, "unknown parameter", Suggestion.among(key, keys()));
        return build(values);
    }

    /** The schema of a spec's own class. */
    @SuppressWarnings("unchecked") // getClass of a T is a Class of T
    public static <T> Schema<? extends Record> of(T spec) {
        return of((Class<? extends Record>) spec.getClass());
    }

    /** {@link #with(Record, String, Object)} for a spec known only by its kind. */
    @SuppressWarnings("unchecked") // the schema of a spec's class builds that class
    public static <S> S changed(S spec, String key, Object value) {
        Schema<Record> schema = (Schema<Record>) of(spec);
        return (S) schema.with((Record) spec, key, value);
    }

    /** {@link #value(Record, String)} for a spec known only by its kind. */
    @SuppressWarnings("unchecked") // the schema of a spec's class reads that class
    public static Optional<Object> read(Object spec, String key) {
        Schema<Record> schema = (Schema<Record>) of(spec);
        return schema.value((Record) spec, key);
    }
}
