package rugged.params;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as they are typed in studies: {@code 12}, {@code 2e3}, {@code 1e-3}, {@code .5}, {@code inf}. Never NaN. */
public final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][-+]?\\d{1,4})?");
    private static final Pattern INFINITE = Pattern.compile("([-+]?)\\.?(inf|Inf|INF|infinity|Infinity)");

    private Numbers() {}

    /** A real number or {@code inf}; empty when the text is none, or is finite but beyond the range of double. */
    public static OptionalDouble real(String text) {
        var infinite = INFINITE.matcher(text);
        if (infinite.matches()) {
            return OptionalDouble.of(
                    infinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (!DECIMAL.matcher(text).matches()) return OptionalDouble.empty();
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What stands alone in a list: {@code [8]} is {@code 8}, the width of a network's only hidden layer. Any other text as it is. */
    public static String alone(String text) {
        String list = text.strip();
        if (!list.startsWith("[") || !list.endsWith("]")) return text;
        String item = list.substring(1, list.length() - 1).strip();
        return item.isEmpty() || item.indexOf(',') >= 0 || item.indexOf('[') >= 0 ? text : item;
    }

    /** A whole number, also when it is written as {@code 2e3} or {@code 5.0}; empty when the text is none that a long holds. */
    public static OptionalLong whole(String text) {
        if (digits(text)) return OptionalLong.of(Long.parseLong(text));
        if (!DECIMAL.matcher(text).matches()) return OptionalLong.empty();
        double near = Double.parseDouble(text);
        if (Math.abs(near) > 1e19 || (near != 0.0 && Math.abs(near) < 0.5)) return OptionalLong.empty();
        try {
            return OptionalLong.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalLong.empty();
        }
    }

    /** The usual case, which needs no pattern: at most 18 digits. */
    private static boolean digits(String text) {
        if (text.isEmpty() || text.length() > 18) return false;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    /** The shortest text that reads back as the same double: {@code 0.01}, {@code 1e-5}, {@code 1000}, {@code inf}. */
    public static String text(double value) {
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        if (value == Math.rint(value) && Math.abs(value) < 1e15)
            return value == 0.0 && 1 / value < 0 ? "-0.0" : Long.toString((long) value);
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
