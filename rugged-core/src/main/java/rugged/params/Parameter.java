package rugged.params;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a spec: a record component read once.
 *
 * @param key as typed in study files
 * @param type what it may hold
 * @param declared range, unit, symbol, reason
 * @param path the component itself, behind the groups that it stands in
 * @param fallback the default as it would be typed; null when the parameter must be given
 */
public record Parameter(
        String key,
        ValueType type,
        Param declared,
        List<RecordComponent> path,
        @Nullable Node fallback) {
    /** The default; empty when the parameter must be given, or when it may be left out altogether. */
    public Optional<Node> byDefault() {
        return Optional.ofNullable(fallback);
    }

    /** What it is, with its second key where it has one. */
    public String description() {
        return declared.also().isEmpty() ? declared.doc() : declared.doc() + " (or " + declared.also() + ")";
    }

    /** Whether a study must give it. */
    public boolean required() {
        return fallback == null && !(type instanceof ValueType.Maybe);
    }

    /** Whether a number is in range. NaN never is; infinities only where they are declared. */
    public boolean allows(double value) {
        if (Double.isNaN(value) || value < declared.min() || value > declared.max()) return false;
        if (declared.above() && value == declared.min()) return false;
        return !Double.isInfinite(value) || allowsInfinity();
    }

    private boolean allowsInfinity() {
        return declared.infinite() || declared.def().endsWith("inf");
    }

    /** The range with its unit: "must lie in [4, 4096]", "must be > 0 J"; empty when every number is allowed. */
    public String bounds() {
        String unit = declared.unit().isEmpty() ? "" : " " + declared.unit();
        String finite = allowsInfinity() || !(inner() instanceof ValueType.Real) ? "" : " and finite";
        boolean low = declared.min() != Double.NEGATIVE_INFINITY;
        boolean high = declared.max() != Double.POSITIVE_INFINITY;
        if (low && high) return "must lie in " + interval() + unit;
        if (low) return "must be " + (declared.above() ? "> " : ">= ") + Numbers.text(declared.min()) + unit + finite;
        if (high) return "must be <= " + Numbers.text(declared.max()) + unit + finite;
        return finite.isEmpty() ? "" : "must be finite";
    }

    /** The range alone, as an interval: {@code [4, 4096]}, {@code (0, inf)}; empty when the type has none. */
    public String interval() {
        if (!(inner() instanceof ValueType.Whole) && !(inner() instanceof ValueType.Real)) return "";
        boolean low = declared.min() != Double.NEGATIVE_INFINITY;
        boolean high = declared.max() != Double.POSITIVE_INFINITY;
        return (declared.above() || !low ? "(" : "[")
                + Numbers.text(declared.min())
                + ", "
                + Numbers.text(declared.max())
                + (high || allowsInfinity() ? "]" : ")");
    }

    private ValueType inner() {
        ValueType inner = type;
        while (true) {
            if (inner instanceof ValueType.Maybe(ValueType value)) inner = value;
            else if (inner instanceof ValueType.Many(ValueType item)) inner = item;
            else if (inner instanceof ValueType.Table(ValueType value)) inner = value;
            else return inner;
        }
    }
}
