package rugged.web.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ours minus a base, point by point: both are looked up where they have values, and interpolated (linearly in ln x, or in x where x is not positive) only on
 * request. Errors are combined as independent.
 */
public final class Differences {
    private static final double SAME = 1e-9; // relative distance of abscissae that mean the same

    /** Where there are differences. */
    public enum Reading {
        /** Where both have a value. */
        SAME_PLACES,
        /** Wherever we have one: the base is interpolated. */
        AT_OURS,
        /** On the union of both: either is interpolated. */
        AT_BOTH
    }

    /**
     * A difference.
     *
     * @param sample ours
     * @param base what is subtracted
     * @param error combined standard error; NaN when one is unknown
     * @param interpolated whether one of the two was interpolated
     */
    public record Row(Sample sample, double base, double error, boolean interpolated) {
        /** Ours minus the base. */
        public double difference() {
            return sample.y() - base;
        }

        /** The difference in standard errors; NaN when the error is unknown or zero. */
        public double sigmas() {
            return error > 0 ? difference() / error : Double.NaN;
        }
    }

    private final List<Sample> bases;
    private final Reading reading;
    private final Map<Map<String, String>, TreeMap<Double, Sample>> curves = new HashMap<>();

    /**
     * @param bases what is subtracted
     * @param reading where there are differences
     */
    public Differences(List<Sample> bases, Reading reading) {
        this.bases = bases;
        this.reading = reading;
        for (Sample base : bases) {
            if (Double.isFinite(base.x()) && Double.isFinite(base.y()))
                curves.computeIfAbsent(base.key(), unseen -> new TreeMap<>()).put(base.x(), base);
        }
    }

    /** The differences of all samples that have a base, along each curve by x. */
    public List<Row> of(List<Sample> samples) {
        List<Row> rows = new ArrayList<>();
        if (bases.isEmpty()) return rows;
        Map<Map<String, String>, TreeMap<Double, Sample>> ours = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (Double.isFinite(sample.x()) && Double.isFinite(sample.y()))
                ours.computeIfAbsent(sample.key(), unseen -> new TreeMap<>()).put(sample.x(), sample);
        }
        ours.forEach((key, own) -> curve(key).ifPresent(base -> along(own, base, rows)));
        return rows;
    }

    private void along(TreeMap<Double, Sample> own, TreeMap<Double, Sample> base, List<Row> rows) {
        TreeSet<Double> places = new TreeSet<>(own.keySet());
        if (reading == Reading.AT_BOTH) {
            for (double x : base.keySet()) if (near(own, x).isEmpty()) places.add(x);
        }
        for (double x : places) {
            Optional<Sample> ours = at(own, x, reading == Reading.AT_BOTH);
            Optional<Sample> less = at(base, x, reading != Reading.SAME_PLACES);
            if (ours.isEmpty() || less.isEmpty()) continue;
            boolean read = near(own, x).isEmpty() || near(base, x).isEmpty();
            double error = Math.hypot(ours.get().error(), known(less.get()));
            rows.add(new Row(ours.get(), less.get().y(), error, read));
        }
    }

    /** The base's curve for a key: the same key, or one that says less and does not contradict it (a theory that does not depend on a parameter). */
    private Optional<TreeMap<Double, Sample>> curve(Map<String, String> key) {
        TreeMap<Double, Sample> same = curves.get(key);
        if (same != null) return Optional.of(same);
        return curves.entrySet().stream()
                .filter(entry -> key.entrySet().containsAll(entry.getKey().entrySet()))
                .max(java.util.Comparator.comparingInt(entry -> entry.getKey().size()))
                .map(Map.Entry::getValue);
    }

    /** The point of a curve at a place. */
    private static Optional<Sample> near(TreeMap<Double, Sample> curve, double x) {
        Map.Entry<Double, Sample> below = curve.floorEntry(x + SAME * Math.abs(x));
        return below != null && Math.abs(below.getKey() - x) <= SAME * Math.abs(x)
                ? Optional.of(below.getValue())
                : Optional.empty();
    }

    private static Optional<Sample> at(TreeMap<Double, Sample> curve, double x, boolean interpolate) {
        Optional<Sample> there = near(curve, x);
        Map.Entry<Double, Sample> below = curve.lowerEntry(x);
        Map.Entry<Double, Sample> above = curve.higherEntry(x);
        if (there.isPresent() || !interpolate || below == null || above == null) return there;
        Sample low = below.getValue();
        Sample high = above.getValue();
        double part = part(low.x(), x, high.x());
        double y = (1 - part) * low.y() + part * high.y();
        double error = Math.hypot((1 - part) * low.error(), part * high.error());
        return Optional.of(new Sample(low.source(), low.key(), x, y, error, Math.min(low.count(), high.count())));
    }

    /** A theory without a stated error counts as exact, a measurement without one as unknown. */
    private static double known(Sample base) {
        return Double.isNaN(base.error()) && !base.measured() ? 0 : base.error();
    }

    private static double part(double low, double x, double high) {
        return low > 0 ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
    }
}
