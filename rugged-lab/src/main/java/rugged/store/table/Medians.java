package rugged.store.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Medians over samples. A point, averaged over its replicas, is one sample, as in {@link Averages}.
 *
 * <p>Of n values in order the median is the one of rank (n + 1)/2, the mean of the middle two where n is even. The number of values below the true median is
 * binomial with standard deviation sqrt(n)/2, whatever their distribution: the error is half the distance between the values of ranks (n + 1)/2 -+ sqrt(n)/2,
 * read linearly between ranks and no further than the least and the greatest value. For normal values it tends to sqrt(pi/2) times the error of the mean. With
 * fewer than three values there is none.
 */
final class Medians {
    private static final int FEWEST = 3;

    private Medians() {}

    /** One quantity of a group while its samples are collected. */
    private static final class Sample {
        private final Places places;
        private final List<List<Double>> values = new ArrayList<>();

        Sample(int dimension) {
            places = new Places(dimension);
        }

        void add(PointMeans.Track track) {
            Places theirs = track.places();
            double[] at = new double[theirs.dimension()];
            for (int k = 0; k < theirs.size(); k++) {
                for (int a = 0; a < at.length; a++) at[a] = theirs.at(a, k);
                int place = places.of(at, k);
                while (values.size() <= place) values.add(new ArrayList<>());
                if (track.count(k) > 0) values.get(place).add(track.mean(k));
            }
        }

        GroupValues block(Map<String, String> group, String quantity) {
            int size = places.size();
            double[] medians = new double[size];
            double[] errors = new double[size];
            int[] counts = new int[size];
            for (int place = 0; place < size; place++) {
                double[] sorted = values.get(place).stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                counts[place] = sorted.length;
                medians[place] = of(sorted);
                errors[place] = error(sorted);
            }
            return new GroupValues(group, quantity, places, medians, errors, counts);
        }
    }

    /** The medians of a group, quantity by quantity in order of first appearance. */
    static List<GroupValues> blocks(Map<String, String> group, List<PointMeans> points) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (PointMeans point : points) {
            for (PointMeans.Track track : point.tracks()) {
                samples.computeIfAbsent(
                                track.quantity(),
                                unseen -> new Sample(track.places().dimension()))
                        .add(track);
            }
        }
        List<GroupValues> blocks = new ArrayList<>();
        samples.forEach((quantity, sample) -> blocks.add(sample.block(group, quantity)));
        return blocks;
    }

    /** The median of values in ascending order; NaN of none. */
    static double of(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : ranked(sorted, 0.5 * (sorted.length + 1));
    }

    /** Its standard error; NaN of fewer than three values. */
    static double error(double[] sorted) {
        int n = sorted.length;
        if (n < FEWEST) return Double.NaN;
        double reach = 0.5 * Math.sqrt(n);
        return 0.5 * (ranked(sorted, 0.5 * (n + 1) + reach) - ranked(sorted, 0.5 * (n + 1) - reach));
    }

    /** The value of a rank, counted from 1. */
    private static double ranked(double[] sorted, double rank) {
        double place = Math.clamp(rank - 1, 0, sorted.length - 1.0);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        return share == 0 ? sorted[below] : (1 - share) * sorted[below] + share * sorted[above];
    }
}
