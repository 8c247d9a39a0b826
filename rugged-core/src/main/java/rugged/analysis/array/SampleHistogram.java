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
import rugged.num.Streams;
import rugged.params.Param;

/**
 * How a number is distributed over the samples of the disorder, such as the number of solutions of an instance, which its mean tells little of where it is spread over decades: the share p of the samples in each bin, of equal width or of equal ratio on a logarithmic scale, with the error sqrt((k + 1) (n - k + 1)/((n + 2)^2 (n + 3))) of the posterior of a flat prior for k of n samples, which is not 0 where
 * none is. All sets of parameters have the same bins. Samples outside the bins, on a logarithmic scale those not above 0, count among the n; those that are not finite do not.
 */
@Named(
        value = "sample-histogram",
        title = "Histogram over samples",
        doc = "Share of the samples of the disorder in bins of a recorded number, linear or logarithmic.",
        topics = {"finite size"})
public record SampleHistogram(
        @Param(doc = "the quantity, one number at each place of its axes")
        String quantity,

        @Param(doc = "its axes, as its observable names them", def = "[]")
        List<String> axes,

        @Param(doc = "number of bins", def = "20", min = 1, max = 100000)
        int bins,

        @Param(doc = "linear: bins of equal width; log: of equal ratio", def = "linear")
        BinScale scale,

        @Param(doc = "[low, high] of the bins together; empty: from the least to the greatest number", def = "[]")
        List<Double> range)
        implements AnalysisSpec {
    public SampleHistogram {
        axes = List.copyOf(axes);
        range = List.copyOf(range);
        scale.require(range);
    }

    /** The share, with the quantity's own name for its last axis. */
    public Quantity share() {
        List<String> all = new ArrayList<>(axes);
        all.add(quantity);
        return new Quantity("share_" + quantity, "p", "", all, "share of the samples in a bin of " + quantity);
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(share());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        Quantity found = recorded.get(quantity);
        if (found == null) return Optional.empty();
        if (found.hasExtents())
            return Optional.of(quantity + " is an array and no number: histogram has the distribution of its numbers");
        if (found.axes().equals(axes)) return Optional.empty();
        return Optional.of(
                quantity + " has the axes " + found.axes() + ", not " + axes + "; write axes: " + found.axes());
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        Bins.Extremes extremes = new Bins.Extremes(scale);
        for (Group group : groups)
            if (group.simulated())
                for (Sample sample : group.samples())
                    for (Reading reading : sample.readings(quantity)) extremes.add(reading.value());
        Optional<Bins> found = Bins.of(scale, bins, range, extremes);
        if (found.isEmpty()) return;
        for (Group group : groups) if (group.simulated()) put(group, found.get(), out);
    }

    private void put(Group group, Bins grid, Conclusions out) {
        Map<List<Double>, List<Double>> places = new TreeMap<>(ArrayRecords::order);
        for (Sample sample : group.samples())
            for (Reading reading : sample.readings(quantity))
                if (Double.isFinite(reading.value()))
                    places.computeIfAbsent(ArrayRecords.place(reading.axes()), _ -> new ArrayList<>())
                            .add(reading.value());
        places.forEach((place, values) -> {
            int[] inside = new int[grid.count()];
            for (double value : values) {
                int bin = grid.of(value);
                if (bin >= 0) inside[bin]++;
            }
            double n = values.size();
            for (int bin = 0; bin < inside.length; bin++) {
                double k = inside[bin];
                double error = Math.sqrt((k + 1.0) * (n - k + 1.0) / (n + 3.0)) / (n + 2.0);
                out.put(group, share(), k / n, error, ArrayRecords.axes(place, grid.middle(bin)));
            }
        });
    }
}
