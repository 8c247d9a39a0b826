package rugged.store.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.num.Median;

/**
 * Medians over samples with their standard errors ({@link Median}). A point, averaged over its replicas, is one sample, as in {@link Averages}.
 */
final class Medians {
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
                double[] here = values.get(place).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                Median median = Median.of(here);
                counts[place] = here.length;
                medians[place] = median.value();
                errors[place] = median.error();
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
}
