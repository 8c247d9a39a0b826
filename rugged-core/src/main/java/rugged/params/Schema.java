package rugged.params;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rugged.index.Named;

/**
 * The parameters of a spec, read once from its record components.
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
    private final Constructor<T> constructor;

    private Schema(Class<T> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) throw new IllegalStateException(type.getName() + " is not a record");
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " lost its canonical constructor", e);
        }
        List<Parameter> found = new ArrayList<>();
        for (RecordComponent component : components) found.add(parameter(type, component));
        parameters = List.copyOf(found);
    }

    private static Parameter parameter(Class<?> type, RecordComponent component) {
        String where = type.getSimpleName() + "." + component.getName();
        Param declared = component.getAnnotation(Param.class);
        if (declared == null) throw new IllegalStateException(where + " lacks @Param");
        component.getAccessor().setAccessible(true);
        ValueType valueType;
        try {
            valueType = ValueType.of(component.getGenericType());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + ": " + e.getMessage(), e);
        }
        Node fallback = null;
        if (!declared.def().isEmpty()) {
            Problems problems = new Problems();
            fallback = Yaml.value("default of " + where, where, declared.def(), problems)
                    .orElse(null);
            if (fallback == null) throw new IllegalStateException(where + ": default " + problems.list());
        }
        return new Parameter(ValueType.key(component.getName()), valueType, declared, component, fallback);
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

    /** The name under which the catalogue lists the record; empty for a plain one. */
    public String name() {
        Named named = type.getAnnotation(Named.class);
        return named == null ? "" : named.value();
    }

    /**
     * The record with these values, in the order of the components.
     *
     * @throws BadParameter as its constructor does
     * @throws IllegalArgumentException when the constructor fails in another way, with the reason
     */
    public T build(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof BadParameter bad) throw bad;
            if (cause instanceof Error error) throw error;
            String reason = cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
            throw new IllegalArgumentException(reason, cause);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " cannot be built", e);
        }
    }

    /** The value of a parameter. */
    public Object value(T spec, Parameter parameter) {
        try {
            return parameter.component().getAccessor().invoke(spec);
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
