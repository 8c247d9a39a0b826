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
 * <p>The statistical error is that of a bootstrap over seeds, each drawn at all values of the parameter at once, since its runs there may share their disorder; the modes are kept. The systematic error is the largest change of the
 * threshold where one value of the parameter is left out and, for a step between two values at which all runs agree, half of their distance. Shares have the error of the posterior of a flat prior, sqrt((k + 1) (n - k + 1)/((n + 2)^2 (n + 3))) for k of n
 * runs, which is not 0 where all agree.
 *
 * <p>Whether there are two modes is told by the values of the parameter that have runs in both: {@code bimodality} is the share of their variance, each value of the parameter about its own mean level, that is between the modes, 1 for two sharp
 * ones, 3/4 for an even spread, 2/pi for a Gaussian. Below {@value #FEWEST_BETWEEN} there is no threshold: the mean moves, and the runs do not part. Where no value of the parameter has runs in both it is undefined, and the sentence
 * says so: a step on this grid may be a steep but smooth change. No threshold either where all runs end alike or the share does not pass 1/2. A run whose value is no number (an undecided one) counts in neither mode.
 *
 * <p>Source: Otsu, IEEE Trans. Syst. Man Cybern. 9, 62 (1979), for the level. Cost: runs times logarithm of runs, and {@value #DRAWS} times the runs.
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
                "share of the variance of " + quantity + " that is between its two modes, at values of the parameter"
                        + " with runs in both");
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
        for (SizeCurves.Curve curve : SizeCurves.along(along, groups, quantity))
            if (Arrays.stream(curve.values()).flatMapToDouble(Arrays::stream).anyMatch(Double::isFinite))
                conclude(curve, random, out);
    }

    private void conclude(SizeCurves.Curve curve, Streams random, Conclusions out) {
        double[] numbers = Arrays.stream(curve.values())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        Modes modes = Modes.of(numbers);
        double[] places = Arrays.stream(curve.x()).map(x -> x / unit).toArray();
        double[][] upper = upper(curve, modes.level(), all(curve.values().length));
        for (int k = 0; k < places.length; k++) {
            int n = upper[k].length;
            if (n == 0) continue;
            double ones = Arrays.stream(upper[k]).sum();
            double error = Math.sqrt((ones + 1.0) * (n - ones + 1.0) / (n + 3.0)) / (n + 2.0);
            out.put(curve.groups().get(k), share(), ones / n, error);
        }
        MonotoneShare shares = MonotoneShare.of(places, upper);
        double at = shares.half();
        double between = between(curve, modes.level(), upper);
        String why = reason(modes, between, at);
        double error = why.isEmpty() ? error(curve, places, modes.level(), random) : Double.NaN;
        double systematic = why.isEmpty() ? Math.max(shares.step(), systematic(places, upper, at)) : Double.NaN;
        for (Group group : curve.groups()) {
            out.put(group, bimodality(), between, Double.NaN);
            if (why.isEmpty()) out.putSystematic(group, threshold(), at, error, systematic);
            else out.undefined(group, threshold(), why);
        }
        int runs = curve.groups().stream()
                .mapToInt(group -> group.samples().size())
                .sum();
        int open = runs - numbers.length;
        String neither = open == 0 ? "" : "; runs in neither mode: " + open;
        String where = curve.where();
        if (!why.isEmpty()) out.say("No threshold of " + quantity + where + ": " + why + neither + ".");
        else out.say(sentence(at, error, systematic, between) + where + neither + ".");
    }

    private String sentence(double at, double error, double systematic, double between) {
        String two = Double.isNaN(between)
                ? "no value of the parameter has runs in both, which a steep but smooth change would not have either"
                : String.format(Locale.ROOT, "bimodality %.3f", between);
        return String.format(
                Locale.ROOT,
                "Half of the runs are in the upper mode of %s at %.4g +- %.2g, systematic %.2g (%s)",
                quantity,
                at,
                error,
                systematic,
                two);
    }

    private static String reason(Modes modes, double between, double at) {
        if (Double.isNaN(modes.between())) return "all runs end alike";
        if (between < FEWEST_BETWEEN)
            return String.format(Locale.ROOT, "there are no two modes (%.2f of the variance between them)", between);
        return Double.isNaN(at) ? "the share of the upper mode does not pass 1/2 in the window" : "";
    }

    private static int[] all(int n) {
        return java.util.stream.IntStream.range(0, n).toArray();
    }

    /** 1 or 0 of these seeds at each place, those that have a value there. */
    private static double[][] upper(SizeCurves.Curve curve, double level, int[] seeds) {
        double[][] upper = new double[curve.x().length][];
        for (int k = 0; k < upper.length; k++) {
            int place = k;
            upper[k] = Arrays.stream(seeds)
                    .mapToDouble(seed -> curve.values()[seed][place])
                    .filter(Double::isFinite)
                    .map(y -> y > level ? 1.0 : 0.0)
                    .toArray();
        }
        return upper;
    }

    /** Share of the variance between the modes at places with runs in both, over all of them; NaN where there is none. */
    private static double between(SizeCurves.Curve curve, double level, double[][] upper) {
        double within = 0.0;
        double all = 0.0;
        for (int k = 0; k < upper.length; k++) {
            double share = upper[k].length == 0 ? 0.0 : Vectors.mean(upper[k]);
            if (share == 0.0 || share == 1.0) continue;
            int place = k;
            double[] values = Arrays.stream(curve.values())
                    .mapToDouble(row -> row[place])
                    .filter(Double::isFinite)
                    .toArray();
            double[] low = Arrays.stream(values).filter(y -> y <= level).toArray();
            double[] high = Arrays.stream(values).filter(y -> y > level).toArray();
            within += Vectors.scatter(low, Vectors.mean(low)) + Vectors.scatter(high, Vectors.mean(high));
            all += Vectors.scatter(values, Vectors.mean(values));
        }
        return all > 0.0 ? 1.0 - within / all : Double.NaN;
    }

    /** Seeds drawn again, each with all of its runs. */
    private static double error(SizeCurves.Curve curve, double[] places, double level, Streams random) {
        RandomStream stream = random.stream("bimodality", 0);
        double[] found = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            int[] seeds = Resampling.draw(curve.values().length, stream);
            found[d] = MonotoneShare.of(places, upper(curve, level, seeds)).half();
        }
        return Resampling.few(curve.values().length) * Resampling.spread(found);
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
