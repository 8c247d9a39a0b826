package rugged.params;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record taken apart into parameters and groups of them, and put together again.
 *
 * @param type the record
 * @param constructor its canonical one
 * @param components in order
 * @param groups at the place of each component that is a group its parts, else null
 * @param <T> the record
 */
record RecordParts<T extends Record>(
        Class<T> type,
        Constructor<T> constructor,
        List<RecordComponent> components,
        List<@Nullable RecordParts<?>> groups) {
    static <T extends Record> RecordParts<T> of(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) throw new IllegalStateException(type.getName() + " is not a record");
        List<@Nullable RecordParts<?>> groups = new ArrayList<>();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            boolean group = ParameterGroup.class.isAssignableFrom(component.getType());
            groups.add(group ? of(component.getType().asSubclass(Record.class)) : null);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordParts<>(type, constructor, List.of(components), groups);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " lost its canonical constructor", e);
        }
    }

    /**
     * Adds its parameters.
     *
     * @param before the components that lead to this record
     * @param otherwise declarations in place of those of this record, by names of components
     */
    void parameters(List<RecordComponent> before, Map<String, Param> otherwise, List<Parameter> found) {
        TreeSet<String> unknown = new TreeSet<>(otherwise.keySet());
        for (int i = 0; i < components.size(); i++) {
            RecordComponent component = components.get(i);
            unknown.remove(component.getName());
            List<RecordComponent> path = new ArrayList<>(before);
            path.add(component);
            RecordParts<?> group = groups.get(i);
            if (group != null) group.parameters(path, redeclared(component), found);
            else found.add(parameter(List.copyOf(path), otherwise.get(component.getName())));
        }
        if (!unknown.isEmpty()) throw new IllegalStateException(type.getSimpleName() + " has no " + unknown);
    }

    private static Map<String, Param> redeclared(RecordComponent component) {
        Map<String, Param> all = new HashMap<>();
        for (Redeclared one : component.getAnnotationsByType(Redeclared.class)) all.put(one.parameter(), one.as());
        return all;
    }

    private Parameter parameter(List<RecordComponent> path, @Nullable Param otherwise) {
        RecordComponent component = path.getLast();
        String where = type.getSimpleName() + "." + component.getName();
        Param declared = otherwise == null ? declared(component) : otherwise;
        if (declared == null) throw new IllegalStateException(where + " lacks @Param");
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
        return new Parameter(ValueType.key(component.getName()), valueType, declared, path, fallback);
    }

    /** The declaration on the component, or that on an annotation of it. */
    private static @Nullable Param declared(RecordComponent component) {
        Param own = component.getAnnotation(Param.class);
        if (own != null) return own;
        for (Annotation annotation : component.getAnnotations()) {
            Param shared = annotation.annotationType().getAnnotation(Param.class);
            if (shared != null) return shared;
        }
        return null;
    }

    /** The record with these values, in the order of the parameters. */
    T build(Iterator<?> values) {
        Object[] own = new Object[components.size()];
        for (int i = 0; i < own.length; i++) {
            RecordParts<?> group = groups.get(i);
            own[i] = group == null ? values.next() : group.build(values);
        }
        try {
            return constructor.newInstance(own);
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
}
