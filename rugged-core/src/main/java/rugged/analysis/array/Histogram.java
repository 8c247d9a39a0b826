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
 * The distribution of the numbers in an array (gaps, forces, eigenvalues, losses of patterns): P(b) = sum_s n_s(b) / (w_b sum_s n_s), n_s(b) of the n_s numbers of
 * sample s, all its replicas together, in bin b of width w_b. A ratio of means with its jackknife error over samples, never over the numbers of one sample, which are not
 * independent; so its integral is 1 less the share of numbers outside the range. All sets of parameters have the same bins: of equal width, or of equal ratio on a logarithmic scale, where
 * numbers that are not above 0 lie outside. A bin stands at its middle, the geometric one on a logarithmic scale. Empty bins are 0, on a logarithmic scale they are left
 * out. Numbers that are not finite count nowhere.
 */
@Named(
        value = "histogram",
        title = "Histogram of an array",
        doc = "Distribution of the numbers in a recorded array over all samples, with linear or logarithmic bins and"
                + " errors between samples.",
        topics = {"arrays"})
public record Histogram(
        @Param(doc = "the array") String array,

        @Param(doc = "its axes, as its observable names them", def = "[t]")
        List<String> axes,

        @Param(doc = "number of bins", def = "50", min = 1, max = 100000)
        int bins,

        @Param(doc = "linear: bins of equal width; log: of equal ratio", def = "linear")
        BinScale scale,

        @Param(doc = "[low, high] of the bins together; empty: from the least to the greatest number", def = "[]")
        List<Double> range,

        @Param(doc = "mean: each array over its own mean; none: as they are", def = "none")
        ArrayUnit unit)
        implements AnalysisSpec {
    public Histogram {
        axes = List.copyOf(axes);
        range = List.copyOf(range);
        scale.require(range);
    }

    /** The density, with the array's own name for its last axis. */
    public Quantity density() {
        List<String> all = new ArrayList<>(axes);
        all.add(array);
        return new Quantity("P_" + array, "P", "", all, "density of the numbers in " + array + " over all samples");
    }

    @Override
    public Set<String> reads() {
        return Set.of(array);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(density());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        return ArrayRecords.wrong(recorded, array, axes, Optional.empty());
    }

    /** Numbers of one sample at one place: in each bin, and all. */
    private record Counts(double[] inside, double[] all) {}

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        Optional<Bins> found = bins(groups);
        if (found.isEmpty()) return;
        Bins grid = found.get();
        for (Group group : groups) {
            if (!group.simulated()) continue;
            Map<List<Double>, List<Counts>> places = new TreeMap<>(ArrayRecords::order);
            for (Sample sample : group.samples())
                ArrayRecords.byPlace(sample, array)
                        .forEach((place, arrays) -> places.computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(counted(arrays, grid)));
            places.forEach((place, counts) -> put(group, place, counts, grid, out));
        }
    }

    private void put(Group group, List<Double> place, List<Counts> counts, Bins grid, Conclusions out) {
        int n = counts.size();
        double[] above = new double[n];
        double[] below = new double[n];
        for (int bin = 0; bin < grid.count(); bin++) {
            double sum = 0.0;
            for (int s = 0; s < n; s++) {
                above[s] = counts.get(s).inside[bin];
                below[s] = grid.width(bin) * counts.get(s).all[0];
                sum += above[s];
            }
            if (sum == 0.0 && grid.logarithmic()) continue;
            Jackknife density = Jackknife.ratio(above, below, n);
            out.put(group, density(), density.value(), density.error(), ArrayRecords.axes(place, grid.middle(bin)));
        }
    }

    private Counts counted(List<Recorded> arrays, Bins grid) {
        Counts counts = new Counts(new double[grid.count()], new double[1]);
        for (Recorded recorded : arrays) {
            for (double value : unit.of(recorded.values().values())) {
                if (!Double.isFinite(value)) continue;
                counts.all[0]++;
                int bin = grid.of(value);
                if (bin >= 0) counts.inside[bin]++;
            }
        }
        return counts;
    }

    /** The bins of all groups; empty where there is no number that they could hold. */
    private Optional<Bins> bins(List<Group> groups) {
        Bins.Extremes extremes = new Bins.Extremes(scale);
        if (range.isEmpty())
            for (Group group : groups) {
                if (!group.simulated()) continue;
                for (Sample sample : group.samples())
                    for (Recorded recorded : sample.arrays(array))
                        for (double value : unit.of(recorded.values().values())) extremes.add(value);
            }
        return Bins.of(scale, bins, range, extremes);
    }
}
