package rugged.analysis.phase;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.analysis.Line;
import rugged.analysis.Resampling;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How fast the mean [y] of a quantity comes to a limit along one of its axes: |[y](l) - y_inf| ~ exp(r l) on a window, by least squares in the logarithm; r &lt; 0 where it comes closer, and 1/|r| is the length over which the distance changes by e. The limit is given, or the mean of [y] over a second window.
 * Errors are a jackknife in which a sample is left out of everything at once, its limit included, since values along the axis hang together. Other axes stand at their first values. All values of the window count alike, and theories are analysed in the same way, without errors: so what a window makes of curves that are not yet exponential is the same for both. A window should end where the distance is a few errors of the mean.
 */
@Named(
        value = "decay-length",
        title = "Length of an exponential approach",
        doc = "Rate and length over which the mean of a quantity comes to a limit along an axis, with errors between"
                + " samples.",
        topics = {"scaling", "criticality"})
public record DecayLength(
        @Param(doc = "the quantity") String quantity,

        @Param(doc = "the axis along which it decays: its last one", def = "layer")
        String along,

        @Param(doc = "[lo, hi] of the axis for the line") List<Double> window,

        @Param(doc = "its limit; the mean over the rest if left out")
        Optional<Double> limit,

        @Param(doc = "[lo, hi] of the axis where it has come to its limit; not read where that is given", def = "[]")
        List<Double> rest,

        @Param(doc = "what follows rate_ and length_ in the names of the results; the quantity if empty", def = "")
        String called)
        implements AnalysisSpec {
    /** Checks windows. */
    public DecayLength {
        window = List.copyOf(window);
        rest = List.copyOf(rest);
        require("window", window);
        if (limit.isEmpty() && rest.isEmpty())
            throw new BadParameter("rest", "[]", "leaves no limit to come to", "[lo, hi], or a limit");
        if (!rest.isEmpty()) require("rest", rest);
        if (!called.matches("[a-z0-9_]*"))
            throw new BadParameter("called", called, "is no name", "small letters, digits and _");
    }

    private static void require(String key, List<Double> window) {
        if (window.size() != 2 || !(window.get(0) < window.get(1)))
            throw new BadParameter(key, window, "is no window", "[lo, hi] with lo < hi");
    }

    private String name() {
        return called.isEmpty() ? quantity : called;
    }

    private Quantity rate() {
        return new Quantity(
                "rate_" + name(),
                "r",
                "",
                List.of(),
                "d ln |[" + quantity + "] - limit|/d " + along + ", below 0 where it comes closer");
    }

    private Quantity length() {
        return new Quantity(
                "length_" + name(),
                "\u03be",
                "",
                List.of(),
                "steps of " + along + " in which [" + quantity + "] - limit changes by e: 1/|rate|");
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(rate(), length());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        Quantity of = recorded.get(quantity);
        if (of == null || !of.axes().isEmpty() && of.axes().getLast().equals(along)) return Optional.empty();
        return Optional.of("the last axis of \"" + quantity + "\" is not \"" + along + "\"; its axes are " + of.axes());
    }

    @Override
    public boolean besideTheories() {
        return true;
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            List<TreeMap<Double, Double>> samples = group.samples().stream()
                    .map(this::curve)
                    .filter(curve -> !curve.isEmpty())
                    .toList();
            if (samples.isEmpty()) continue;
            int n = samples.size();
            double[] at = samples.getFirst().keySet().stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(l -> l >= window.get(0) && l <= window.get(1))
                    .toArray();
            int[] all = new int[n];
            Arrays.setAll(all, k -> k);
            double[] logs = logarithms(samples, all, at);
            double[][] without = Resampling.without(n, left -> logarithms(samples, left, at));
            double rate = slope(at, logs);
            double[][] rates = new double[n][];
            if (n > 1) for (int k = 0; k < n; k++) rates[k] = new double[] {slope(at, without[k])};
            double error = n > 1 ? Resampling.error(rates, 0) : group.simulated() ? Double.NaN : 0.0;
            if (!Double.isFinite(rate)) {
                out.undefined(group, rate(), "it does not leave its limit on the window");
                out.undefined(group, length(), "it does not leave its limit on the window");
                continue;
            }
            out.put(group, rate(), rate, error);
            out.put(group, length(), 1.0 / Math.abs(rate), error / (rate * rate));
        }
    }

    private static double slope(double[] at, double[] logs) {
        double[] alike = new double[at.length];
        Arrays.fill(alike, 1.0);
        return Line.through(at, logs, alike).slope();
    }

    /** Along the axis, at the first values of all others. */
    private TreeMap<Double, Double> curve(Sample sample) {
        TreeMap<Double, Double> curve = new TreeMap<>();
        for (Reading reading : sample.readings(quantity)) {
            double place = reading.axes()[reading.axes().length - 1];
            curve.putIfAbsent(place, reading.value());
        }
        return curve;
    }

    private double[] logarithms(List<TreeMap<Double, Double>> samples, int[] chosen, double[] at) {
        double end = limit.orElseGet(() -> mean(samples, chosen, rest));
        double[] logs = new double[at.length];
        for (int k = 0; k < at.length; k++)
            logs[k] = Math.log(Math.abs(mean(samples, chosen, List.of(at[k], at[k])) - end));
        return logs;
    }

    private static double mean(List<TreeMap<Double, Double>> samples, int[] chosen, List<Double> window) {
        double sum = 0.0;
        long count = 0;
        for (int s : chosen)
            for (double y : samples.get(s)
                    .subMap(window.get(0), true, window.get(1), true)
                    .values()) {
                sum += y;
                count++;
            }
        return sum / count;
    }
}
