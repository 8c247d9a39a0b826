package rugged.store.file;

import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON text, in words for people: where, and what is expected there, without a name of the program's own insides. */
public final class JsonFault {
    private JsonFault() {}

    /** The mistake in one line: line and column, the path, what is wrong. */
    public static String of(JacksonException mistake) {
        String path = mistake.getPath().isEmpty() ? "" : path(mistake) + ": ";
        return place(mistake) + path + what(mistake);
    }

    private static String place(JacksonException mistake) {
        var location = mistake.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static String path(JacksonException mistake) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : mistake.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                if (!path.isEmpty()) path.append('.');
                path.append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String what(JacksonException mistake) {
        return switch (mistake) {
            case UnexpectedEndOfInputException end -> "the text ends too early";
            case StreamReadException syntax -> "this is no JSON";
            case UnrecognizedPropertyException unknown -> "there is no such key here";
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException other
            when other.getTargetType() != null -> kind(other.getTargetType()) + " is expected here";
            case MismatchedInputException empty -> "something is missing here";
            default -> "this is no JSON of the kind that is expected here";
        };
    }

    /** A record that looks at its values says itself what is wrong; one that was given nothing does not. */
    private static String refused(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        return cause instanceof IllegalArgumentException said && said.getMessage() != null
                ? said.getMessage()
                : "something is missing here";
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) return "true or false";
        if (type == double.class || type == Double.class) return "a number";
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class)
            return "a whole number";
        if (type == String.class || type.isEnum()) return "a text";
        if (type.isArray() || Collection.class.isAssignableFrom(type)) return "a list";
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "a set of keys and values" : "another value";
    }
}
