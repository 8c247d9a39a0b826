package rugged.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Means over replicas and samples, and their errors.
 *
 * <p>The R replicas of a point live in the same disorder and are not independent, so a point counts as one sample: its value m is the mean over its
 * replicas. The value of a group (equal parameters, different seeds) is the mean of m over its n points; its error is sd/sqrt(n) with
 * sd^2 = sum (m - mean)^2 / (n - 1), which contains thermal noise and the scatter between disorder samples alike. It is unbiased in the square and itself
 * uncertain by a fraction 1/sqrt(2 (n - 1)). With a single point there is no scatter to see: the error is then that of its own replicas, each with the
 * standard error it was given, added in quadrature as independent; NaN where none was given. A value that is NaN is undefined and not counted; a group that
 * has none left has count 0 and value NaN. Sums run in the order of the plan, whatever the order in which points ended.
 */
final class Averages {
    private final List<Map<String, String>> groups = new ArrayList<>();
    private final Map<Place, Sample> samples = new LinkedHashMap<>();

    /** What is averaged over: one quantity of one group at given axes. */
    record Place(int group, String quantity, double[] axes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place(int g, String q, double[] a)
                    && quantity.equals(q)
                    && Arrays.equals(axes, a)
                    && group == g;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * group + quantity.hashCode()) + Arrays.hashCode(axes);
        }
    }

    /** Running mean and sum of squared deviations over points (Welford, Technometrics 4, 419 (1962)). */
    static final class Sample {
        private int count;
        private double mean;
        private double squares;
        private double ownVariance;

        private void add(double value, double variance) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
            ownVariance = variance;
        }

        int count() {
            return count;
        }

        double value() {
            return count == 0 ? Double.NaN : mean;
        }

        double error() {
            if (count == 0) return Double.NaN;
            if (count == 1) return Math.sqrt(ownVariance);
            return Math.sqrt(squares / (count - 1) / count);
        }
    }

    /** Replicas of one point at one place. */
    private static final class Replicas {
        private int count;
        private double sum;
        private double variances;

        private void add(double value, double error) {
            if (Double.isNaN(value)) return;
            count++;
            sum += value;
            variances += error * error;
        }
    }

    /** Adds a point: what its log holds of whole lines. */
    void add(Map<String, String> group, Path log) {
        if (!groups.contains(group)) groups.add(group);
        int number = groups.indexOf(group);
        Map<Place, Replicas> point = new LinkedHashMap<>();
        Observations.read(
                log,
                Long.MAX_VALUE,
                (quantity, replica, value, error, axes) -> point.computeIfAbsent(
                                new Place(number, quantity, axes), place -> new Replicas())
                        .add(value, error));
        point.forEach((place, replicas) -> {
            Sample sample = samples.computeIfAbsent(place, unseen -> new Sample());
            double n = replicas.count;
            if (n > 0) sample.add(replicas.sum / n, replicas.variances / (n * n));
        });
    }

    /** The coordinates of a group. */
    Map<String, String> group(Place place) {
        return groups.get(place.group());
    }

    /** All averages, in order of first appearance. */
    Map<Place, Sample> samples() {
        return samples;
    }
}
