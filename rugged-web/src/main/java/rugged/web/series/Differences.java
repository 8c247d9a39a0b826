package rugged.web.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ours minus a base, point by point: the base is looked up where it has a value, and interpolated (linearly in ln x, or in x where x is not positive) only on
 * request. Errors are combined as independent.
 */
public final class Differences {
    private static final double SAME = 1e-9; // relative distance of abscissae that mean the same

    /**
     * A difference.
     *
     * @param sample ours
     * @param base what is subtracted
     * @param error combined standard error; NaN when one is unknown
     * @param interpolated whether the base was interpolated
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
    private final boolean interpolate;
    private final Map<Map<String, String>, TreeMap<Double, Sample>> curves = new HashMap<>();

    /**
     * @param bases what is subtracted
     * @param interpolate whether to interpolate
     */
    public Differences(List<Sample> bases, boolean interpolate) {
        this.bases = bases;
        this.interpolate = interpolate;
        for (Sample base : bases) {
            if (Double.isFinite(base.x()) && Double.isFinite(base.y()))
                curves.computeIfAbsent(base.key(), unseen -> new TreeMap<>()).put(base.x(), base);
        }
    }

    /** The differences of all samples that have a base. */
    public List<Row> of(List<Sample> samples) {
        List<Row> rows = new ArrayList<>();
        if (bases.isEmpty()) return rows;
        for (Sample sample : samples) {
            if (!Double.isFinite(sample.x()) || !Double.isFinite(sample.y())) continue;
            curve(sample.key()).flatMap(curve -> row(sample, curve)).ifPresent(rows::add);
        }
        return rows;
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

    private Optional<Row> row(Sample sample, TreeMap<Double, Sample> curve) {
        double x = sample.x();
        Map.Entry<Double, Sample> below = curve.floorEntry(x + SAME * Math.abs(x));
        if (below == null) return Optional.empty();
        if (Math.abs(below.getKey() - x) <= SAME * Math.abs(x))
            return Optional.of(
                    row(sample, below.getValue().y(), below.getValue().error(), false));
        Map.Entry<Double, Sample> above = curve.higherEntry(x);
        if (!interpolate || above == null) return Optional.empty();
        double part = part(below.getKey(), x, above.getKey());
        double base =
                (1 - part) * below.getValue().y() + part * above.getValue().y();
        double error = Math.hypot(
                (1 - part) * known(below.getValue().error()),
                part * known(above.getValue().error()));
        return Optional.of(row(sample, base, error, true));
    }

    private static Row row(Sample sample, double base, double baseError, boolean interpolated) {
        return new Row(sample, base, Math.hypot(sample.error(), known(baseError)), interpolated);
    }

    /** A theory without a stated error counts as exact. */
    private static double known(double error) {
        return Double.isNaN(error) ? 0 : error;
    }

    private static double part(double low, double x, double high) {
        return low > 0 ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
    }
}
