package rugged.params;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evenly spaced values as they are typed: {@code 1..20} (whole numbers, step 1) or {@code 0.1..0.5 step 0.1}. Decimal arithmetic: no rounding creeps into
 * the values. The last value is the largest that does not exceed the end.
 */
public final class Range {
    /** More values than this in one range are refused. */
    public static final int MOST = 100_000;

    private static final String NUMBER = "[-+]?(?:\\d{1,18}(?:\\.\\d{1,18})?|\\.\\d{1,18})(?:[eE][-+]?\\d{1,2})?";
    private static final Pattern TEXT =
            Pattern.compile("(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")(?:\\s+step\\s+(" + NUMBER + "))?");

    private Range() {}

    /** Whether the text is written as a range, be it a good one or not. */
    public static boolean looksLike(String text) {
        return text.contains("..") && TEXT.matcher(text).matches();
    }

    /** What is wrong with a text that looks like a range; empty when nothing is. */
    public static Optional<String> objection(String text) {
        Matcher range = TEXT.matcher(text);
        if (!range.matches()) return Optional.of("is not a range");
        BigDecimal first = new BigDecimal(range.group(1));
        BigDecimal last = new BigDecimal(range.group(2));
        if (range.group(3) == null && (!whole(first) || !whole(last)))
            return Optional.of("a range of numbers that are not whole needs a step");
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
        if (step.signum() <= 0) return Optional.of("the step must be > 0");
        if (last.compareTo(first) < 0) return Optional.of("the range ends before it begins");
        if (last.subtract(first).divide(step, MathContext.DECIMAL64).compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            return Optional.of("the range has more than " + MOST + " values");
        }
        return Optional.empty();
    }

    /** The values, as text. Only for a text without {@link #objection}. */
    public static List<String> values(String text) {
        Matcher range = TEXT.matcher(text);
        if (!range.matches()) throw new IllegalArgumentException(text);
        BigDecimal last = new BigDecimal(range.group(2));
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
        List<String> values = new ArrayList<>();
        for (BigDecimal value = new BigDecimal(range.group(1)); value.compareTo(last) <= 0; value = value.add(step)) {
            values.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        }
        return values;
    }

    private static boolean whole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
