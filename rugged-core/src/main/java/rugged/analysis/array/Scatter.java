package rugged.analysis.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Pairs of numbers at the same place of two arrays, such as the student's and the teacher's field of an example: what means and densities hide. At each place of the axes every pair of all
 * replicas and samples is taken in the order of the seeds, and of n pairs the ones numbered floor(k n / m), k = 0 ... m - 1, are kept where m = {@code most} is below n: the same ones at each
 * repetition, and as many of each sample to within one. A pair of which one number is not finite is left out before. With {@code fold} both numbers change sign where the one across is
 * negative, which loses nothing of a law with P(x, y) = P(-x, -y). The one up may be divided by the square root of a number that is recorded of the same sample at the same place, its replicas averaged.
 * Pairs have no errors. Cost: one pass over the arrays of a sample at a time.
 */
@Named(
        value = "scatter",
        title = "Pairs of two arrays",
        doc = "Pairs of numbers at the same place of two recorded arrays, an even part of them, to be drawn as a"
                + " cloud.",
        topics = {"arrays"})
public record Scatter(
        @Param(doc = "the array whose numbers stand up") String up,
        @Param(doc = "the array whose numbers stand across") String across,

        @Param(doc = "axes of both, as their observable names them", def = "[t]")
        List<String> axes,

        @Param(
                doc = "name of the axis that the numbers across make, such as that of a theory to be drawn over them;"
                        + " empty: the name of their array",
                def = "''")
        String as,

        @Param(doc = "whether both change sign where the one across is negative", def = "false")
        boolean fold,

        @Param(doc = "a recorded number by whose square root those up are divided; empty: none", def = "''")
        String rootOf,

        @Param(doc = "most pairs of a set of parameters at one place", def = "1000", min = 1, max = 100000)
        int most)
        implements AnalysisSpec {
    public Scatter {
        axes = List.copyOf(axes);
    }

    /** The numbers up, numbered along the axis "pair", with those across as their last axis. */
    public Quantity pairs() {
        List<String> all = new ArrayList<>(axes);
        all.add("pair");
        all.add(as.isEmpty() ? across : as);
        String folded = fold ? ", both with the sign that makes the latter positive" : "";
        String unit = rootOf.isEmpty() ? "" : " over the square root of " + rootOf;
        return new Quantity(
                "pairs_" + up, up, "", all, "numbers of " + up + unit + " beside those of " + across + folded);
    }

    @Override
    public Set<String> reads() {
        return Stream.of(up, across, rootOf).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(pairs());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        Optional<String> wrong = ArrayRecords.wrong(recorded, across, axes, Optional.empty());
        Quantity other = recorded.get(across);
        if (wrong.isEmpty() && other != null)
            wrong = ArrayRecords.wrong(recorded, up, axes, Optional.of(other.extents()));
        Quantity divisor = recorded.get(rootOf);
        if (wrong.isPresent() || divisor == null) return wrong;
        if (divisor.hasExtents() || !divisor.axes().equals(axes))
            return Optional.of(rootOf + " is not one number at each place of " + axes);
        return Optional.empty();
    }

    /** Pairs of one place in the order in which they are found. */
    private static final class Cloud {
        private double[] numbers = new double[64];
        private int pairs;

        void add(double across, double up) {
            if (2 * pairs == numbers.length) numbers = java.util.Arrays.copyOf(numbers, 2 * numbers.length);
            numbers[2 * pairs] = across;
            numbers[2 * pairs++ + 1] = up;
        }
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        long kept = 0;
        long found = 0;
        for (Group group : groups) {
            if (!group.simulated()) continue;
            Map<List<Double>, Cloud> places = new TreeMap<>(ArrayRecords::order);
            for (Sample sample : group.samples()) gather(sample, places);
            for (Map.Entry<List<Double>, Cloud> place : places.entrySet()) {
                kept += put(group, place.getKey(), place.getValue(), out);
                found += place.getValue().pairs;
            }
        }
        if (kept < found)
            out.say("of " + found + " pairs of " + up + " and " + across + ", " + kept + " are kept, evenly chosen.");
    }

    private void gather(Sample sample, Map<List<Double>, Cloud> places) {
        Map<List<Double>, List<Recorded>> others = ArrayRecords.byPlace(sample, across);
        ArrayRecords.byPlace(sample, up).forEach((place, arrays) -> {
            double unit = rootOf.isEmpty() ? 1.0 : Math.sqrt(number(sample, place));
            for (Recorded one : arrays)
                for (Recorded other : others.getOrDefault(place, List.of()))
                    if (one.replica() == other.replica())
                        pair(one, other, unit, places.computeIfAbsent(place, _ -> new Cloud()));
        });
    }

    private void pair(Recorded one, Recorded other, double unit, Cloud cloud) {
        double[] high = one.values().values();
        double[] wide = other.values().values();
        for (int k = 0; k < Math.min(high.length, wide.length); k++) {
            double sign = fold && wide[k] < 0.0 ? -1.0 : 1.0;
            double height = sign * high[k] / unit;
            if (Double.isFinite(height) && Double.isFinite(wide[k])) cloud.add(sign * wide[k], height);
        }
    }

    private double number(Sample sample, List<Double> place) {
        return sample.readings(rootOf).stream()
                .filter(reading -> ArrayRecords.place(reading.axes()).equals(place))
                .mapToDouble(Reading::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private int put(Group group, List<Double> place, Cloud cloud, Conclusions out) {
        int kept = Math.min(most, cloud.pairs);
        for (int k = 0; k < kept; k++) {
            int pair = (int) ((long) k * cloud.pairs / kept);
            double height = cloud.numbers[2 * pair + 1];
            out.put(group, pairs(), height, Double.NaN, ArrayRecords.axes(place, k, cloud.numbers[2 * pair]));
        }
        return kept;
    }
}
