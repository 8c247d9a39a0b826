package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * The threshold of a transition at which runs end in one of two ways, read off the runs themselves: the last values of all runs along a parameter are parted into a lower and an upper mode by the level that leaves the
 * least variance within the modes (Otsu), and the threshold is where the share of runs in the upper mode is 1/2. The share is made monotonic by pooling neighbours that are out of order, and read between the values of the
 * parameter along a straight line.
 *
 * <p>The statistical error is that of a bootstrap over the runs at each value, the modes kept; the systematic one the largest change of the threshold where one value of the parameter is left out, so that a sharp step knows how coarse
 * its grid is. What is bimodal has {@code bimodality}, the share of the variance that is between the modes, of 1; an even spread has 3/4, a Gaussian 2/pi. Below {@value #FEWEST_BETWEEN}, where all runs are in one
 * mode, and where the share does not pass 1/2, there is no threshold, with a reason. A run whose value is no number (an undecided one) counts in neither mode, and the sentence says how many.
 *
 * <p>Source: Otsu, IEEE Trans. Syst. Man Cybern. 9, 62 (1979), for the level. Cost: runs times logarithm of runs, and {@value #DRAWS} times the values of the parameter.
 */
@Named(
        value = "bimodality",
        title = "Threshold by bimodality",
        doc = "Where along a parameter half of the runs end in the upper of two modes, and whether there are two.",
        source = "Otsu, IEEE Trans. Syst. Man Cybern. 9, 62 (1979)",
        year = 1979,
        topics = {"jamming", "scaling"})
public record Bimodality(
        @Param(doc = "quantity of two modes, at its last time")
        String quantity,

        @AnalysisParameters.Along String along,

        @Param(doc = "unit of the parameter, such as the number of weights", def = "1", min = 0, above = true)
        double unit)
        implements AnalysisSpec {
    private static final double FEWEST_BETWEEN = 0.85;
    private static final int DRAWS = 400;

    /** The threshold. */
    Quantity threshold() {
        return new Quantity(
                quantity + "_half",
                "",
                "",
                List.of(),
                "value of the parameter, in its unit, at which half of the runs are in the upper mode of " + quantity);
    }

    /** How many are in the upper mode. */
    Quantity share() {
        return new Quantity(
                quantity + "_upper", "", "", List.of(), "share of runs in the upper of two modes of " + quantity);
    }

    /** Whether there are two. */
    Quantity bimodality() {
        return new Quantity(
                quantity + "_bimodality",
                "",
                "",
                List.of(),
                "share of the variance of " + quantity + " over all runs that is between its two modes");
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(threshold(), share(), bimodality());
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Families family : Families.along(along, groups, Group::simulated)) {
            List<Group> all = List.copyOf(family.groups().values());
            double[] places = family.groups().keySet().stream()
                    .mapToDouble(place -> place / unit)
                    .toArray();
            double[][] values = all.stream().map(this::last).toArray(double[][]::new);
            int numbers = Arrays.stream(values).mapToInt(one -> one.length).sum();
            if (numbers == 0) continue;
            int runs = all.stream().mapToInt(group -> group.samples().size()).sum();
            Modes modes = Modes.of(
                    Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray());
            double[][] upper = Arrays.stream(values)
                    .map(one -> Arrays.stream(one)
                            .map(y -> y > modes.level() ? 1.0 : 0.0)
                            .toArray())
                    .toArray(double[][]::new);
            conclude(family, all, places, upper, modes, runs - numbers, random, out);
        }
    }

    private void conclude(
            Families family,
            List<Group> all,
            double[] places,
            double[][] upper,
            Modes modes,
            int open,
            Streams random,
            Conclusions out) {
        for (int k = 0; k < places.length; k++) {
            double[] own = upper[k];
            if (own.length == 0) continue;
            double error = Resampling.jackknife(own.length, drawn -> Vectors.mean(own, drawn));
            out.put(all.get(k), share(), Vectors.mean(own), error);
        }
        double at = MonotoneShare.of(places, upper).half();
        String why = reason(modes, at);
        double error = why.isEmpty() ? error(places, upper, random) : Double.NaN;
        double systematic = why.isEmpty() ? systematic(places, upper, at) : Double.NaN;
        for (Group group : all) {
            out.put(group, bimodality(), modes.between(), Double.NaN);
            if (why.isEmpty()) out.putSystematic(group, threshold(), at, error, systematic);
            else out.undefined(group, threshold(), why);
        }
        String neither = open == 0 ? "" : String.format(Locale.ROOT, "; %d runs are in neither mode", open);
        out.say(
                why.isEmpty()
                        ? String.format(
                                Locale.ROOT,
                                "Half of the runs are in the upper mode of %s at %.4g +- %.2g, systematic %.2g%s"
                                        + " (bimodality %.3f%s).",
                                quantity,
                                at,
                                error,
                                systematic,
                                family.where(),
                                modes.between(),
                                neither)
                        : String.format(
                                Locale.ROOT, "No threshold of %s%s: %s%s.", quantity, family.where(), why, neither));
    }

    private static String reason(Modes modes, double at) {
        if (Double.isNaN(modes.between())) return "all runs end alike";
        if (modes.between() < FEWEST_BETWEEN)
            return String.format(
                    Locale.ROOT, "there are no two modes (%.2f of the variance between them)", modes.between());
        return Double.isNaN(at) ? "the share of the upper mode does not pass 1/2 in the window" : "";
    }

    /** Runs drawn again at each value of the parameter. */
    private static double error(double[] places, double[][] upper, Streams random) {
        RandomStream stream = random.stream("bimodality", 0);
        double[] found = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            double[][] drawn = new double[upper.length][];
            for (int k = 0; k < upper.length; k++) {
                double[] own = upper[k];
                double few = Resampling.few(own.length);
                double mean = own.length == 0 ? Double.NaN : Vectors.mean(own);
                drawn[k] = Arrays.stream(Resampling.draw(own.length, stream))
                        .mapToDouble(i -> Double.isNaN(few) ? own[i] : mean + few * (own[i] - mean))
                        .toArray();
            }
            found[d] = MonotoneShare.of(places, drawn).half();
        }
        return Resampling.spread(found);
    }

    private static double systematic(double[] places, double[][] upper, double at) {
        double most = 0.0;
        for (int left = 0; left < places.length; left++) {
            List<Double> kept = new ArrayList<>();
            List<double[]> theirs = new ArrayList<>();
            for (int k = 0; k < places.length; k++) {
                if (k == left) continue;
                kept.add(places[k]);
                theirs.add(upper[k]);
            }
            double other = MonotoneShare.of(
                            kept.stream().mapToDouble(Double::doubleValue).toArray(), theirs.toArray(double[][]::new))
                    .half();
            if (Double.isFinite(other)) most = Math.max(most, Math.abs(other - at));
        }
        return most;
    }

    private double[] last(Group group) {
        return group.samples().stream()
                .mapToDouble(sample -> PowerSeries.last(sample, quantity))
                .filter(Double::isFinite)
                .toArray();
    }

    /**
     * Two modes.
     *
     * @param level between them
     * @param between share of the variance between them; NaN where all values are alike
     */
    record Modes(double level, double between) {
        static Modes of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            double mean = Vectors.mean(sorted);
            double all = Vectors.scatter(sorted, mean);
            double below = 0.0;
            Modes best = new Modes(Double.NaN, Double.NaN);
            for (int k = 1; k < n; k++) {
                below += sorted[k - 1] - mean;
                if (sorted[k] == sorted[k - 1]) continue;
                double between = below * below / k + below * below / (n - k);
                // NaN compares false: the first is taken
                if (!(between / all <= best.between))
                    best = new Modes(0.5 * (sorted[k - 1] + sorted[k]), between / all);
            }
            return best;
        }
    }
}
