package rugged.analysis.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rugged.analysis.Line;
import rugged.analysis.Resampling;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.tail.CountedValues;
import rugged.num.tail.PowerFit;
import rugged.num.tail.PowerSupport;
import rugged.num.tail.PowerTail;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Whether exponents of avalanches go together: with P(S) ~ S^{-tau_S}, P(D) ~ D^{-tau_D} and mean sizes [S](D) ~ D^gamma a scaling function needs (tau_D - 1)/(tau_S - 1) = gamma. The taus are those of maximum likelihood of integers on given ranges (both ends in the norm), gamma is a fit of its own, a line through ln [S](D) against ln D on the range of durations, durations weighted by how many avalanches have them. Errors are a jackknife over samples that leaves each out of all three at once, so that the error of the difference knows how they hang together; none for one sample.
 *
 * <p>In mean field tau_S = 3/2, tau_D = 2, gamma = 2. Exponents of ranges are effective: they drift with the ranges, at the critical point of the branching process as well.
 *
 * <p>Source: Sethna, Dahmen and Myers, Nature 410, 242 (2001).
 */
@Named(
        value = "cascade-scaling",
        title = "Scaling relation of avalanches",
        doc = "Exponents of sizes and durations of avalanches, of mean size against duration, and whether they obey the"
                + " scaling relation.",
        source = "Sethna, Dahmen and Myers, Nature 410, 242 (2001)",
        year = 2001,
        topics = {"avalanches", "criticality", "scaling"})
public record CascadeScaling(
        @Param(doc = "array of sizes", def = "cascade_sizes")
        String sizes,

        @Param(doc = "array of durations, in the same order", def = "cascade_durations")
        String durations,

        @Param(doc = "their axes, as their observable names them", def = "[t, theta]")
        List<String> axes,

        @Param(doc = "[lo, hi] of sizes", def = "[10, 10000]")
        List<Double> range,

        @Param(doc = "[lo, hi] of durations", def = "[10, 100]")
        List<Double> times)
        implements AnalysisSpec {
    /** Errors from which on a difference is one. */
    private static final double SURE = 2.0;

    private static final int LEAST = 50;

    /** Checks ranges. */
    public CascadeScaling {
        axes = List.copyOf(axes);
        range = List.copyOf(range);
        times = List.copyOf(times);
        require("range", range);
        require("times", times);
    }

    private static void require(String key, List<Double> range) {
        boolean whole = range.size() == 2 && range.stream().allMatch(x -> x == Math.rint(x) && !Double.isInfinite(x));
        if (!whole || !(range.get(0) >= 1.0 && range.get(0) < range.get(1)))
            throw new BadParameter(key, range, "is no range of integers", "[lo, hi] with 1 <= lo < hi");
    }

    private Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", axes, definition);
    }

    private List<Quantity> exponents() {
        return List.of(
                number("tau_S", "\u03c4_{S}", "exponent of P(S) ~ S^-tau_S on the range of sizes"),
                number("tau_D", "\u03c4_{D}", "exponent of P(D) ~ D^-tau_D on the range of durations"),
                number("gamma_SD", "\u03b3", "exponent of the mean size at a duration, [S](D) ~ D^gamma"),
                number("tau_relation", "(\u03c4_{D} - 1)/(\u03c4_{S} - 1)", "what gamma is where the exponents scale"),
                number("scaling_excess", "\u0394", "(tau_D - 1)/(tau_S - 1) - gamma, 0 where the exponents scale"));
    }

    @Override
    public Set<String> reads() {
        return Set.of(sizes, durations);
    }

    @Override
    public List<Quantity> quantities() {
        return exponents();
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        return ArrayRecords.wrong(recorded, sizes, axes, Optional.empty())
                .or(() -> ArrayRecords.wrong(recorded, durations, axes, Optional.empty()));
    }

    /** Sizes and durations of one sample. */
    private record Pairs(double[] size, double[] duration) {}

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            if (!group.simulated()) continue;
            Map<List<Double>, List<Pairs>> places = new TreeMap<>(ArrayRecords::order);
            for (Sample sample : group.samples()) {
                Map<List<Double>, List<Recorded>> other = ArrayRecords.byPlace(sample, durations);
                ArrayRecords.byPlace(sample, sizes).forEach((place, arrays) -> {
                    double[] size = flat(arrays);
                    double[] duration = flat(other.getOrDefault(place, List.of()));
                    if (size.length == duration.length)
                        places.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Pairs(size, duration));
                });
            }
            places.forEach((place, samples) ->
                    conclude(group, place, ArrayRecords.name(group, axes, place, places.keySet()), samples, out));
        }
    }

    private static double[] flat(List<Recorded> arrays) {
        return arrays.stream()
                .flatMapToDouble(one -> Arrays.stream(one.values().values()))
                .toArray();
    }

    private void conclude(Group group, List<Double> place, String name, List<Pairs> samples, Conclusions out) {
        int n = samples.size();
        double[] all = fitted(samples, IntStream.range(0, n).toArray());
        double[][] without = Resampling.without(n, kept -> fitted(samples, kept));
        double[] at = ArrayRecords.axes(place);
        double[] errors = new double[all.length];
        for (int k = 0; k < all.length; k++) {
            Quantity quantity = exponents().get(k);
            errors[k] = Resampling.error(without, k);
            if (Double.isNaN(all[k])) out.undefined(group, quantity, "too few avalanches in the ranges", at);
            else out.put(group, quantity, all[k], errors[k], at);
        }
        if (Double.isNaN(all[4])) return;
        boolean apart = Math.abs(all[4]) > SURE * errors[4];
        String words = Double.isNaN(errors[4]) ? "of one sample" : apart ? "do not scale" : "scale within two errors";
        out.say(String.format(
                Locale.ROOT,
                "%sexponents %s: tau_S = %.3f \u00b1 %.3f, tau_D = %.3f \u00b1 %.3f, (tau_D - 1)/(tau_S - 1) = %.3f"
                        + " \u00b1 %.3f, gamma = %.3f \u00b1 %.3f, difference %.3f \u00b1 %.3f.",
                name,
                words,
                all[0],
                errors[0],
                all[1],
                errors[1],
                all[3],
                errors[3],
                all[2],
                errors[2],
                all[4],
                errors[4]));
    }

    /** tau_S, tau_D, gamma, what they should give, the difference. */
    private double[] fitted(List<Pairs> samples, int[] chosen) {
        double tauS = exponent(range, IntStream.of(chosen).mapToObj(s -> samples.get(s).size));
        double tauD = exponent(times, IntStream.of(chosen).mapToObj(s -> samples.get(s).duration));
        TreeMap<Double, double[]> means = new TreeMap<>();
        for (int s : chosen) {
            Pairs one = samples.get(s);
            for (int k = 0; k < one.size.length; k++) {
                double d = one.duration[k];
                if (!(d >= times.get(0) && d <= times.get(1))) continue;
                double[] sum = means.computeIfAbsent(d, _ -> new double[2]);
                sum[0] += one.size[k];
                sum[1]++;
            }
        }
        double[] x = new double[means.size()];
        double[] y = new double[x.length];
        double[] error = new double[x.length];
        int k = 0;
        for (Map.Entry<Double, double[]> mean : means.entrySet()) {
            x[k] = Math.log(mean.getKey());
            y[k] = Math.log(mean.getValue()[0] / mean.getValue()[1]);
            // equal relative scatter of the sizes at each duration
            error[k++] = 1.0 / Math.sqrt(mean.getValue()[1]);
        }
        double gamma = x.length < 3 ? Double.NaN : Line.through(x, y, error).slope();
        double relation = (tauD - 1.0) / (tauS - 1.0);
        return new double[] {tauS, tauD, gamma, relation, relation - gamma};
    }

    private static double exponent(List<Double> bounds, java.util.stream.Stream<double[]> samples) {
        double[] inside = samples.flatMapToDouble(Arrays::stream)
                .filter(x -> x >= bounds.get(0) && x <= bounds.get(1))
                .toArray();
        PowerTail tail = new PowerTail(new PowerSupport(true, bounds.get(1)), 1, LEAST);
        PowerFit law = tail.from(CountedValues.of(inside), bounds.get(0));
        return law.alpha();
    }
}
