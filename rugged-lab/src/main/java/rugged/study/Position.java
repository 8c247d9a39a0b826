package rugged.study;

import java.util.OptionalDouble;
import rugged.params.BadParameter;
import rugged.params.Numbers;

/**
 * Where along an axis a value is read: at a place, {@code 1000}; at the last recorded one, {@code last}; or as the mean over all recorded ones of a window,
 * {@code 1e3..1e4}, such as a plateau. The last place and windows are for the axis {@code t}.
 *
 * @param from place, or begin of the window; infinite for the last one
 * @param to end of the window; the place again where there is none
 */
public record Position(double from, double to) {
    private static final String LAST_WORD = "last";
    private static final String UNTIL = "..";
    private static final String ALLOWED = "a number, last, or a window such as 1e3..1e4";

    /** The last recorded place. */
    public static final Position LAST = new Position(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A single place. */
    public static Position at(double place) {
        return new Position(place, place);
    }

    /** Reads {@link #toString}. */
    public static Position parse(String text) {
        if (text.equals(LAST_WORD)) return LAST;
        int dots = text.indexOf(UNTIL);
        double from = number(dots < 0 ? text : text.substring(0, dots), text);
        double to = dots < 0 ? from : number(text.substring(dots + UNTIL.length()), text);
        if (to < from) throw new BadParameter("at", text, "ends before it begins", ALLOWED);
        return new Position(from, to);
    }

    private static double number(String part, String whole) {
        OptionalDouble number = Numbers.real(part.strip());
        if (number.isEmpty()) throw new BadParameter("at", whole, "is not " + ALLOWED, ALLOWED);
        if (!(number.getAsDouble() >= 0.0) || Double.isInfinite(number.getAsDouble()))
            throw new BadParameter("at", whole, "is out of range", "not negative and finite");
        return number.getAsDouble();
    }

    /** Whether it is the last recorded place. */
    public boolean last() {
        return Double.isInfinite(from);
    }

    /** Whether it is more than one place. */
    public boolean window() {
        return from < to;
    }

    @Override
    public String toString() {
        if (last()) return LAST_WORD;
        return window() ? Numbers.text(from) + UNTIL + Numbers.text(to) : Numbers.text(from);
    }
}
