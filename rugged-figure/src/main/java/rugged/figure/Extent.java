package rugged.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;

/** How far an axis reaches: over every point and its error bar, with a little air; bars that would squeeze the data leave the frame. */
final class Extent {
    private static final double AIR = 0.04;
    /** Of the span of the points, by which bars may lengthen an axis as a whole, so that all are seen. */
    private static final double MOST_OF_BARS = 1.5;

    /** The same of each end, where they would lengthen it by more. */
    private static final double MOST_OF_A_BAR = 0.3;

    private static final double MOST_DECADES = Math.log10(FigureRequest.GREATEST) - 1;
    private static final double LEAST_SPAN = 1e-290;

    private Extent() {}

    /**
     * The range of one axis.
     *
     * @param drawn the curves that share it
     * @param shown points that count, because the other axis shows them
     * @param lineReach how far a theory may stretch the axis beyond the measured points, in units of their span
     */
    public static Range of(
            List<Series> drawn,
            Scale scale,
            Optional<Range> wanted,
            ToDoubleFunction<Spot> value,
            ToDoubleFunction<Spot> error,
            double lineReach,
            Predicate<Spot> shown) {
        if (wanted.isPresent()) {
            return wanted.get();
        }
        double[] all = span(drawn, scale, value, shown, false);
        double[] measured = span(drawn, scale, value, shown, true);
        if (all[0] > all[1]) {
            return scale == Scale.LOG ? new Range(1, 10) : new Range(0, 1);
        }
        double low = all[0];
        double high = all[1];
        if (measured[0] < measured[1]) {
            double reach = lineReach * (measured[1] - measured[0]);
            low = Math.max(low, measured[0] - reach);
            high = Math.min(high, measured[1] + reach);
        }
        double span = high - low;
        double lowBar = low;
        double highBar = high;
        for (Series series : drawn) {
            for (Spot spot : series.points()) {
                double bar = error.applyAsDouble(spot);
                if (series.measured() && Double.isFinite(bar)) {
                    double below = placed(value.applyAsDouble(spot) - bar, scale);
                    lowBar = Math.min(lowBar, Double.isNaN(below) ? lowBar : below);
                    highBar = Math.max(highBar, placed(value.applyAsDouble(spot) + bar, scale));
                }
            }
        }
        if (highBar - lowBar <= (1.0 + MOST_OF_BARS) * span) return aired(lowBar, highBar, scale);
        return aired(
                Math.max(lowBar, low - MOST_OF_A_BAR * span), Math.min(highBar, high + MOST_OF_A_BAR * span), scale);
    }

    private static double[] span(
            List<Series> drawn,
            Scale scale,
            ToDoubleFunction<Spot> value,
            Predicate<Spot> shown,
            boolean measuredOnly) {
        double[] span = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Series series : drawn) {
            if (series.measured() || !measuredOnly) {
                for (Spot spot : series.points()) {
                    double placed = placed(value.applyAsDouble(spot), scale);
                    if (shown.test(spot)) {
                        span[0] = Math.min(span[0], placed);
                        span[1] = Math.max(span[1], placed);
                    }
                }
            }
        }
        return span;
    }

    private static Range aired(double low, double high, Scale scale) {
        double span = high - low;
        double resolved = scale == Scale.LOG ? 1e-9 : 1e-12 * Math.max(Math.abs(low), Math.abs(high)) + LEAST_SPAN;
        if (span <= resolved) {
            span = scale == Scale.LOG ? 1 : Math.max(Math.abs(low), 1) / AIR * 0.1;
        }
        double bottom = low - AIR * span;
        double top = high + AIR * span;
        if (scale == Scale.LOG) {
            return new Range(power(bottom, span), power(top, span));
        }
        // an axis that nearly reaches zero begins there
        boolean fromZero = low >= 0 && low < 0.15 * high;
        return new Range(fromZero ? 0 : rounded(bottom, span), rounded(top, span));
    }

    private static double placed(double value, Scale scale) {
        return scale == Scale.LOG ? (value > 0 ? Math.log10(value) : Double.NaN) : value;
    }

    /** An end of a logarithmic axis of so many decades. */
    private static double power(double place, double decades) {
        double value = Math.pow(10, Math.clamp(place, -MOST_DECADES, MOST_DECADES));
        return rounded(value, value * Math.min(1, decades));
    }

    /** An end of an axis: six digits of its span, so that its ends differ however far from zero they lie. */
    private static double rounded(double value, double span) {
        if (value == 0) return value;
        int digits = 6 + (int) Math.max(0, Math.floor(Math.log10(Math.abs(value) / span)) + 1);
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(Math.min(digits, 17)))
                .doubleValue();
    }

    /** Six digits are more than a reader sees, and the same on every machine. */
    static double rounded(double value) {
        return Double.isFinite(value) && value != 0
                ? new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(6))
                        .doubleValue()
                : value;
    }
}
