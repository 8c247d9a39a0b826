package rugged.analysis.array;

import java.util.List;
import java.util.Optional;

/**
 * Bins of a histogram, of equal width on a scale.
 *
 * @param low lower end of the first one, on the scale
 * @param high upper end of the last one, on the scale
 * @param count how many
 * @param logarithmic whether the scale is logarithmic
 */
record Bins(double low, double high, int count, boolean logarithmic) {
    /** The least and the greatest of the numbers that a scale can hold. */
    static final class Extremes {
        private final BinScale scale;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        Extremes(BinScale scale) {
            this.scale = scale;
        }

        void add(double value) {
            if (!Double.isFinite(value) || scale == BinScale.LOG && !(value > 0.0)) return;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** So many bins over a range or, where it is empty, over what was seen; none where nothing was. Numbers that are all the same stand in the middle of one bin. */
    static Optional<Bins> of(BinScale scale, int bins, List<Double> range, Extremes seen) {
        if (range.isEmpty() && seen.low > seen.high) return Optional.empty();
        double low = scale.place(range.isEmpty() ? seen.low : range.getFirst());
        double high = scale.place(range.isEmpty() ? seen.high : range.getLast());
        double least = 1e-9 * Math.max(1.0, Math.abs(low));
        boolean log = scale == BinScale.LOG;
        return Optional.of(
                high - low < least ? new Bins(low - least, low + least, 1, log) : new Bins(low, high, bins, log));
    }

    /** The bin of a number; -1 for none. */
    int of(double value) {
        double place = logarithmic ? Math.log(value) : value;
        if (!(place >= low && place <= high)) return -1;
        return Math.min(count - 1, (int) ((place - low) / (high - low) * count));
    }

    private double edge(double k) {
        double place = low + (high - low) * k / count;
        return logarithmic ? Math.exp(place) : place;
    }

    /** Width of a bin. */
    double width(int bin) {
        return edge(bin + 1.0) - edge(bin);
    }

    /** Its middle, the geometric one on a logarithmic scale. */
    double middle(int bin) {
        return edge(bin + 0.5);
    }
}
