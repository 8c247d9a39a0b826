package rugged.store.file;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a record that was read has all its values: a text can leave out, or call null, what a record promises to have. */
public final class Whole {
    private static final ClassValue<List<RecordComponent>> PROMISED = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> promised = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (component.getType().isPrimitive() || optional) continue;
                component.getAccessor().setAccessible(true);
                promised.add(component);
            }
            return promised;
        }
    };

    private Whole() {}

    /** The path of the first value that is missing; empty when none is. */
    static Optional<String> missing(@Nullable Object value) {
        return Optional.ofNullable(missing("", value));
    }

    private static @Nullable String missing(String path, @Nullable Object value) {
        return switch (value) {
            case null -> path.isEmpty() ? "everything" : path;
            case Record record -> within(path, record);
            case Object[] list -> each(path, Arrays.asList(list));
            case List<?> list -> each(path, list);
            case Map<?, ?> map -> each(path, new ArrayList<>(map.values()));
            default -> null;
        };
    }

    private static @Nullable String each(String path, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            String found = missing(path + "[" + i + "]", list.get(i));
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable String within(String path, Record record) {
        for (RecordComponent component : PROMISED.get(record.getClass())) {
            String below = path.isEmpty() ? component.getName() : path + "." + component.getName();
            String found;
            try {
                found = missing(below, component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
            if (found != null) return found;
        }
        return null;
    }
}
