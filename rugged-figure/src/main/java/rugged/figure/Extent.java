package rugged.figure;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Series.Spot;

/** How far an axis reaches: over every point and its error bar, with a little air; bars alone never squeeze the data. */
final class Extent {
    private static final double AIR = 0.04;
    private static final double MOST_OF_A_BAR = 0.3;

    private Extent() {}

    /**
     * The range of one axis.
     *
     * @param shown points that count, because the other axis shows them
     * @param lineReach how far a theory may stretch the axis beyond the measured points, in units of their span
     */
    static Range of(
            Selection selection,
            Scale scale,
            Optional<Range> wanted,
            ToDoubleFunction<Spot> value,
            ToDoubleFunction<Spot> error,
            double lineReach,
            Predicate<Spot> shown) {
        if (wanted.isPresent()) {
            return wanted.get();
        }
        double[] all = span(selection, scale, value, shown, false);
        double[] measured = span(selection, scale, value, shown, true);
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
        for (Series series : selection.series()) {
            for (Spot spot : series.points()) {
                double bar = error.applyAsDouble(spot);
                if (series.measured() && Double.isFinite(bar)) {
                    double below = placed(value.applyAsDouble(spot) - bar, scale);
                    lowBar = Math.min(lowBar, Double.isNaN(below) ? lowBar : below);
                    highBar = Math.max(highBar, placed(value.applyAsDouble(spot) + bar, scale));
                }
            }
        }
        low = Math.max(lowBar, low - MOST_OF_A_BAR * span);
        high = Math.min(highBar, high + MOST_OF_A_BAR * span);
        return aired(low, high, scale);
    }

    private static double[] span(
            Selection selection,
            Scale scale,
            ToDoubleFunction<Spot> value,
            Predicate<Spot> shown,
            boolean measuredOnly) {
        double[] span = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Series series : selection.series()) {
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
        if (span <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
            span = scale == Scale.LOG ? 1 : Math.max(Math.abs(low), 1) / AIR * 0.1;
        }
        double bottom = low - AIR * span;
        double top = high + AIR * span;
        if (scale == Scale.LOG) {
            return new Range(rounded(Math.pow(10, bottom)), rounded(Math.pow(10, top)));
        }
        // an axis that nearly reaches zero begins there
        boolean fromZero = low >= 0 && low < 0.15 * high;
        return new Range(fromZero ? 0 : rounded(bottom), rounded(top));
    }

    private static double placed(double value, Scale scale) {
        return scale == Scale.LOG ? (value > 0 ? Math.log10(value) : Double.NaN) : value;
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
