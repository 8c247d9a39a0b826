package rugged.analysis.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Jackknife;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * The mean of an array over replicas and samples, element by element, with its standard error between samples: a spectrum by rank, a matrix of overlaps, a picture. Elements
 * are numbered from 0 along each extent. Undefined where the shape differs from one sample to the next, and for more than 10^5 elements, which no figure shows.
 */
@Named(
        value = "array-mean",
        title = "Mean of an array",
        doc = "Mean of a recorded array over samples, element by element: curves, heat maps and pictures are drawn"
                + " of it.",
        topics = {"arrays"})
public record ArrayMean(
        @Param(doc = "the array") String array,

        @Param(doc = "its axes, as its observable names them", def = "[t]")
        List<String> axes,

        @Param(doc = "its extents, as its observable names them", def = "[i]")
        List<String> extents)
        implements AnalysisSpec {
    private static final int MOST = 100_000;

    public ArrayMean {
        axes = List.copyOf(axes);
        extents = List.copyOf(extents);
    }

    /** The mean. */
    public Quantity mean() {
        List<String> all = new ArrayList<>(axes);
        all.addAll(extents);
        return new Quantity(
                "mean_" + array,
                "\\text{mean}",
                "",
                all,
                "mean of " + array + " over replicas and samples at these places of its extents, from 0");
    }

    @Override
    public Set<String> reads() {
        return Set.of(array);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(mean());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        return ArrayRecords.wrong(recorded, array, axes, Optional.of(extents));
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            if (!group.simulated()) continue;
            Map<List<Double>, List<Recorded>> places = new TreeMap<>(ArrayRecords::order);
            for (Sample sample : group.samples())
                ArrayRecords.byPlace(sample, array)
                        .forEach((place, arrays) -> places.computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(averaged(arrays)));
            places.forEach((place, samples) -> put(group, place, samples, out));
        }
    }

    private void put(Group group, List<Double> place, List<Recorded> samples, Conclusions out) {
        List<Integer> shape = samples.getFirst().values().shape();
        boolean alike = samples.stream().allMatch(one -> one.values().shape().equals(shape));
        int elements = samples.getFirst().values().values().length;
        double[] at = new double[shape.size()];
        if (!alike || elements > MOST) {
            String why = alike ? "it has " + elements + " elements" : "its shape differs from sample to sample";
            out.undefined(group, mean(), why, ArrayRecords.axes(place, at));
            return;
        }
        double[] ones = new double[samples.size()];
        java.util.Arrays.fill(ones, 1.0);
        double[] values = new double[samples.size()];
        for (int k = 0; k < elements; k++) {
            for (int s = 0; s < values.length; s++)
                values[s] = samples.get(s).values().values()[k];
            int rest = k;
            for (int e = shape.size() - 1; e >= 0; e--) {
                at[e] = rest % shape.get(e);
                rest /= shape.get(e);
            }
            Jackknife mean = Jackknife.ratio(values, ones, values.length);
            out.put(group, mean(), mean.value(), mean.error(), ArrayRecords.axes(place, at));
        }
    }

    /** The mean over the replicas of a sample; the first alone where their shapes differ, which is found by comparing samples. */
    private static Recorded averaged(List<Recorded> arrays) {
        Recorded first = arrays.getFirst();
        if (arrays.size() == 1) return first;
        double[] sum = new double[first.values().values().length];
        for (Recorded one : arrays) {
            if (!one.values().shape().equals(first.values().shape())) return one;
            double[] values = one.values().values();
            for (int k = 0; k < sum.length; k++) sum[k] += values[k] / arrays.size();
        }
        return new Recorded(
                rugged.api.Sink.ALL,
                first.axes(),
                new rugged.api.record.NamedArray(
                        first.values().axes(), first.values().shape(), sum));
    }
}
