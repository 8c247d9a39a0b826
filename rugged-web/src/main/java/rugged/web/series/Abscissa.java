package rugged.web.series;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rugged.web.http.Refusal;

/** What a quantity is drawn against: one of its axes, or one of a fixed list of expressions in t and tw. No text of a request is evaluated. */
public enum Abscissa {
    /** The time since the beginning. */
    T("t"),
    /** The age. */
    TW("tw"),
    /** The lag. */
    LAG("t - tw"),
    /** Time over age. */
    RATIO("t/tw"),
    /** Lag over age. */
    RELATIVE("(t - tw)/tw"),
    /** The logarithm of time. */
    LOG("log t");

    private final String text;

    Abscissa(String text) {
        this.text = text;
    }

    /** The expressions, as they are written. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(one -> one.text).toList();
    }

    /** Whether a text is an expression, and not the name of an axis. */
    static boolean expression(String x) {
        return Arrays.stream(values()).anyMatch(one -> one.text.equals(x)) && !x.equals("t") && !x.equals("tw");
    }

    /** The expression of a text. */
    static Abscissa of(String x) {
        return Arrays.stream(values())
                .filter(one -> one.text.equals(x))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.malformed("x is " + x + "; an axis, or one of " + String.join(", ", texts())));
    }

    /** Its value, given those of the axes. */
    double at(ToDoubleFunction<String> axis) {
        double t = axis.applyAsDouble("t");
        return switch (this) {
            case T -> t;
            case TW -> axis.applyAsDouble("tw");
            case LAG -> t - axis.applyAsDouble("tw");
            case RATIO -> t / axis.applyAsDouble("tw");
            case RELATIVE -> (t - axis.applyAsDouble("tw")) / axis.applyAsDouble("tw");
            case LOG -> Math.log(t);
        };
    }
}
