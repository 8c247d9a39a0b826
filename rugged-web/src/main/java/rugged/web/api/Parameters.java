package rugged.web.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import rugged.web.http.Refusal;

/** Parameters of a request, read with an answer that says what is allowed. */
public final class Parameters {
    private Parameters() {}

    /** A text; empty when it is not given. */
    public static String text(Context context, String name) {
        String value = context.queryParam(name);
        if (value == null) return "";
        if (value.length() > 2000) throw Refusal.malformed(name + " is too long");
        return value;
    }

    /** All values of a name, each possibly several with commas between them. */
    public static List<String> many(Context context, String name) {
        return context.queryParams(name).stream()
                .flatMap(value -> java.util.Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(1000)
                .toList();
    }

    /** All values of a name as they are. */
    public static List<String> values(Context context, String name) {
        return context.queryParams(name).stream()
                .filter(value -> !value.isEmpty())
                .limit(1000)
                .toList();
    }

    /** A whole number in a range. */
    public static int whole(Context context, String name, int otherwise, int least, int most) {
        String value = text(context, name);
        if (value.isEmpty()) return otherwise;
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw Refusal.malformed(name + " is " + value + "; a whole number from " + least + " to " + most);
    }

    /** A number. */
    public static OptionalDouble real(Context context, String name) {
        String value = text(context, name);
        if (value.isEmpty()) return OptionalDouble.empty();
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) return OptionalDouble.of(number);
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw Refusal.malformed(name + " is " + value + "; a number");
    }

    /** One of some words. */
    public static Optional<String> oneOf(Context context, String name, List<String> allowed) {
        String value = text(context, name);
        if (value.isEmpty()) return Optional.empty();
        if (!allowed.contains(value))
            throw Refusal.malformed(name + " is " + value + "; one of " + String.join(", ", allowed));
        return Optional.of(value);
    }

    /** Whether something is asked for: 1 or 0. */
    public static boolean flag(Context context, String name, boolean otherwise) {
        return oneOf(context, name, List.of("0", "1", "true", "false"))
                .map(value -> value.equals("1") || value.equals("true"))
                .orElse(otherwise);
    }
}
