package rugged.store.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.api.Quantity;

/**
 * Means over replicas and samples, and their errors.
 *
 * <p>The R replicas of a point live in the same disorder and are not independent, so a point counts as one sample: its value m is the mean over its
 * replicas. The value of a group (equal parameters, different seeds) is the mean of m over its n points; its error is sd/sqrt(n) with
 * sd^2 = sum (m - mean)^2 / (n - 1), which contains thermal noise and the scatter between disorder samples alike. It is unbiased in the square and itself
 * uncertain by a fraction 1/sqrt(2 (n - 1)). With a single point there is no scatter to see: the error is then that of its own replicas, each with the
 * standard error it was given, added in quadrature as independent; NaN where none was given. A value that is NaN is undefined and not counted; a group that
 * has none left has count 0 and value NaN. Quotients are of these means, never means of quotients ({@link Quotients}). Sums run in the order of the plan, whatever the order in which points ended.
 */
final class Averages {
    private final Map<Map<String, String>, List<PointMeans>> groups = new LinkedHashMap<>();
    private final List<Quantity> quotients;

    /** @param quantities everything recorded, quotients among them */
    Averages(List<Quantity> quantities) {
        quotients =
                quantities.stream().filter(quantity -> quantity.ratio() != null).toList();
    }

    /** Adds a point; points come in the order of the plan. */
    void add(Map<String, String> group, PointMeans point) {
        groups.computeIfAbsent(group, unseen -> new ArrayList<>()).add(point);
    }

    /** All averages: group by group, quantity by quantity in order of first appearance. */
    List<GroupValues> blocks() {
        List<GroupValues> blocks = new ArrayList<>();
        groups.forEach((group, points) -> {
            Map<String, List<PointMeans.Track>> byQuantity = new LinkedHashMap<>();
            for (PointMeans point : points) {
                for (PointMeans.Track track : point.tracks())
                    byQuantity
                            .computeIfAbsent(track.quantity(), unseen -> new ArrayList<>())
                            .add(track);
            }
            byQuantity.forEach((quantity, tracks) -> blocks.add(block(group, quantity, tracks)));
            for (Quantity quantity : quotients) {
                Quantity.Ratio ratio = quantity.ratio();
                if (ratio != null)
                    Quotients.block(group, quantity.name(), ratio, points).ifPresent(blocks::add);
            }
        });
        return blocks;
    }

    /** The same with medians in the place of means. */
    List<GroupValues> medians() {
        List<GroupValues> blocks = new ArrayList<>();
        groups.forEach((group, points) -> blocks.addAll(Medians.blocks(group, points)));
        return blocks;
    }

    private static GroupValues block(Map<String, String> group, String quantity, List<PointMeans.Track> tracks) {
        Sums sums = new Sums(tracks.getFirst(), tracks.size() == 1);
        for (PointMeans.Track track : tracks) sums.add(track);
        return sums.block(group, quantity);
    }

    /** Running mean and sum of squared deviations over points, at every place (Welford, Technometrics 4, 419 (1962)). */
    private static final class Sums {
        private final Places places;
        private int[] counts;
        private double[] means;
        private double[] squares;
        private double[] own;

        Sums(PointMeans.Track first, boolean alone) {
            places = alone ? first.places() : new Places(first.places().dimension());
            int size = first.places().size();
            counts = new int[size];
            means = new double[size];
            squares = new double[size];
            own = new double[size];
        }

        void add(PointMeans.Track track) {
            Places theirs = track.places();
            double[] at = new double[theirs.dimension()];
            for (int k = 0; k < theirs.size(); k++) {
                int place = k;
                if (theirs != places) {
                    for (int a = 0; a < at.length; a++) at[a] = theirs.at(a, k);
                    place = places.of(at, k);
                }
                if (place >= counts.length) grow(2 * place + 1);
                if (track.count(k) > 0) add(place, track.mean(k), track.variance(k));
            }
        }

        private void add(int place, double value, double variance) {
            double before = value - means[place];
            means[place] += before / ++counts[place];
            squares[place] += before * (value - means[place]);
            own[place] = variance;
        }

        private void grow(int size) {
            counts = Arrays.copyOf(counts, size);
            means = Arrays.copyOf(means, size);
            squares = Arrays.copyOf(squares, size);
            own = Arrays.copyOf(own, size);
        }

        GroupValues block(Map<String, String> group, String quantity) {
            int size = places.size();
            double[] values = means;
            double[] errors = squares;
            for (int place = 0; place < size; place++) {
                int n = counts[place];
                if (n == 0) values[place] = Double.NaN;
                errors[place] =
                        n == 0 ? Double.NaN : n == 1 ? Math.sqrt(own[place]) : Math.sqrt(squares[place] / (n - 1) / n);
            }
            return new GroupValues(group, quantity, places, values, errors, counts);
        }
    }
}
