package rugged.params;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a parameter may hold, read off the type of its record component. */
public sealed interface ValueType {
    /** A whole number: int, or long when wide. */
    record Whole(boolean wide) implements ValueType {}

    /** A double; never NaN. */
    record Real() implements ValueType {}

    /** true or false. */
    record Flag() implements ValueType {}

    /** Any text. */
    record Text() implements ValueType {}

    /** One constant of an enum, typed in lower case with dashes. */
    record Choice(Class<?> type) implements ValueType {
        /** The constants as typed. */
        public List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(ValueType::word).toList();
        }

        /** The {@link Param.Also second words} of constants, with the first. */
        public Map<String, String> seconds() {
            Map<String, String> seconds = new TreeMap<>();
            for (Field field : type.getFields()) {
                Param.Also also = field.getAnnotation(Param.Also.class);
                if (also != null) seconds.put(also.value(), typed(field.getName()));
            }
            return seconds;
        }
    }

    /** A class with a static {@code parse(String)}, to which its {@code toString} is the inverse. */
    record Parsed(Class<?> type) implements ValueType {}

    /** A spec of some kind, written {@code { is: NAME, ... }} or as its bare name. */
    record Nested(Class<?> type) implements ValueType {
        /** The kind, such as {@code landscape}. */
        public String kind() {
            return kindOf(type);
        }
    }

    /** A plain record with parameters of its own. */
    record Block(Class<? extends Record> type) implements ValueType {}

    /** A list. */
    record Many(ValueType item) implements ValueType {}

    /** Free keys with values of one type. */
    record Table(ValueType value) implements ValueType {}

    /** A value that may be left out. */
    record Maybe(ValueType value) implements ValueType {}

    /** Input passed on as it was typed. */
    record Verbatim() implements ValueType {}

    /**
     * The value type of a component.
     *
     * @throws IllegalArgumentException for a type that no parameter can have
     */
    static ValueType of(Type type) {
        if (type instanceof ParameterizedType generic) return generic(generic);
        if (!(type instanceof Class<?> plain)) throw new IllegalArgumentException("a parameter cannot be a " + type);
        if (plain == int.class) return new Whole(false);
        if (plain == long.class) return new Whole(true);
        if (plain == double.class) return new Real();
        if (plain == boolean.class) return new Flag();
        if (plain == String.class) return new Text();
        if (plain == Node.class) return new Verbatim();
        if (plain.isEnum()) return new Choice(plain);
        if (parser(plain).isPresent()) return new Parsed(plain);
        if (plain.isInterface() && plain.isAnnotationPresent(Kind.class)) return new Nested(plain);
        if (plain.isRecord()) return new Block(plain.asSubclass(Record.class));
        throw new IllegalArgumentException("a parameter cannot be a " + plain.getName());
    }

    private static ValueType generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) return new Many(boxed(arguments[0]));
        if (type.getRawType() == Optional.class) return new Maybe(boxed(arguments[0]));
        if (type.getRawType() == Map.class && arguments[0] == String.class) return new Table(boxed(arguments[1]));
        throw new IllegalArgumentException("a parameter cannot be a " + type);
    }

    private static ValueType boxed(Type type) {
        if (type == Integer.class) return new Whole(false);
        if (type == Long.class) return new Whole(true);
        if (type == Double.class) return new Real();
        if (type == Boolean.class) return new Flag();
        return of(type);
    }

    /** The public static {@code parse(String)} of a class that has one. */
    static Optional<Method> parser(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("parse")
                        && Modifier.isStatic(method.getModifiers())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
                        && type.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    /** Whether a single value is expected, so that a list or a range of them is a sweep. */
    default boolean single() {
        return switch (this) {
            case Whole whole -> true;
            case Real real -> true;
            case Flag flag -> true;
            case Text text -> true;
            case Choice choice -> true;
            case Parsed parsed -> true;
            case Maybe(ValueType value) -> value.single();
            case Nested nested -> false;
            case Block block -> false;
            case Many many -> false;
            case Table table -> false;
            case Verbatim verbatim -> false;
        };
    }

    /** What to type, in words: "a number", "one of full, distinct". */
    default String phrase() {
        return switch (this) {
            case Whole whole -> "a whole number";
            case Real real -> "a number";
            case Flag flag -> "true or false";
            case Text text -> "text";
            case Choice choice -> "one of " + String.join(", ", choice.words());
            case Parsed(Class<?> type) -> "a " + key(type.getSimpleName());
            case Nested nested -> "a " + nested.kind() + ", by its name or as { is: NAME, ... }";
            case Block block -> "a block of keys";
            case Many(ValueType item) -> "a list, each item " + item.phrase();
            case Table(ValueType value) -> "a block of keys, each with " + value.phrase();
            case Maybe(ValueType value) -> value.phrase();
            case Verbatim verbatim -> "a value";
        };
    }

    /** The singular word of a kind's interface; its simple name when it has no {@link Kind}. */
    static String kindOf(Class<?> type) {
        Kind kind = type.getAnnotation(Kind.class);
        return kind != null ? kind.value() : key(type.getSimpleName());
    }

    /** A constant as typed: {@code ON_THE_FLY} is {@code on-the-fly}. */
    static String word(Object constant) {
        return typed(((Enum<?>) constant).name());
    }

    private static String typed(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A name in the style of study files: {@code firstLag} is {@code first-lag}; an underscore keeps off the words of Java, {@code extends_} is {@code extends}. */
    static String key(String camel) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (c == '_') continue;
            if (Character.isUpperCase(c) && i > 0) key.append('-');
            key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }
}
