package rugged.analysis.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import rugged.analysis.Resampling;
import rugged.analysis.array.TailSample.Laws;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Student;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The exponent a of a density x^a of the numbers in an array (forces, gaps, avalanches), by maximum likelihood on a window [lo, hi]: the density (1 + a) x^a/(hi^{1+a} -
 * lo^{1+a}) has the mean of ln x that the numbers have. The same on a second window; the difference, the drift, is the systematic error. Errors are those of a bootstrap over samples, never over the
 * numbers of one sample, which are not independent.
 *
 * <p>Beside it stand three alternatives, each by maximum likelihood: a coefficient c of ln^2 x (log-normal), one of -x (an exponential cut-off), both 0 for a power law, and the
 * gain in likelihood of a bare exponential. The first is the goodness of fit: with it the exponent changes by 2 c ln(hi/lo) from one end of the window to the other. A change of three errors or more
 * is called a bend, once in 370 times without there being one; the sentence says how large one would have to be to be seen nine times in ten, at 3 + 1.28 errors. With a bend the exponent is a mean
 * over the window, and half of the change counts as a systematic error where it is more than the drift. There is no exponent where a bare exponential, of as many parameters, is more likely by three errors. The
 * distance of Kolmogorov and Smirnov has no table of probabilities here, because the numbers of a sample depend on one another: it is to be compared between windows and systems.
 *
 * <p>Source: Clauset, Shalizi and Newman, SIAM Rev. 51, 661 (2009), for the likelihood and the alternatives. Cost: 400 fits of sums, a sort.
 */
@Named(
        value = "tail-exponent",
        title = "Exponent of a distribution",
        doc = "Exponent of the density of the numbers in an array on a window, by maximum likelihood with errors"
                + " between samples, on a second window, and beside alternatives.",
        source = "Clauset, Shalizi and Newman, SIAM Rev. 51, 661 (2009)",
        year = 2009,
        topics = {"arrays", "jamming", "avalanches"})
public record TailExponent(
        @Param(doc = "the array") String array,

        @Param(doc = "its axes, as its observable names them", def = "[t]")
        List<String> axes,

        @Param(doc = "[lo, hi] of the numbers that count") List<Double> window,

        @Param(doc = "[lo, hi] once more, for the systematic error; empty: half a decade less above", def = "[]")
        List<Double> second,

        @Param(doc = "mean: each array over its own mean; none: as they are", def = "none")
        ArrayUnit unit)
        implements AnalysisSpec {
    private static final int DRAWS = 400;
    private static final int FEW = 8;

    /** Errors from which on a bend is one, and an exponential the better law. */
    private static final double SURE = 3.0;

    /** And how many more it must be to be seen nine times in ten. */
    private static final double POWER = 1.2816;

    public TailExponent {
        axes = List.copyOf(axes);
        window = List.copyOf(window);
        second = List.copyOf(second);
        require("window", window);
        if (!second.isEmpty()) require("second", second);
        else if (!(window.get(0) < window.get(1) / Math.sqrt(10.0)))
            throw new BadParameter(
                    "window", window, "is less than half a decade wide", "a wider one, or a second window of its own");
    }

    private static void require(String key, List<Double> window) {
        boolean interval = window.size() == 2 && window.get(0) > 0.0 && window.get(0) < window.get(1);
        if (!interval || Double.isInfinite(window.get(1)))
            throw new BadParameter(key, window, "is no window", "[lo, hi] with 0 < lo < hi");
    }

    private Quantity number(String prefix, String symbol, String definition, String... more) {
        List<String> all = new ArrayList<>(axes);
        all.addAll(List.of(more));
        return new Quantity(prefix + "_" + array, symbol, "", all, definition);
    }

    /** a. */
    public Quantity exponent() {
        return number("exponent", "a", "exponent a of the density x^a of " + array + " on the window");
    }

    /** a on each. */
    public Quantity windows() {
        return number(
                "exponent_window", "a", "exponent a of the density x^a of " + array + " on each window", "window");
    }

    private Quantity counted() {
        return number("numbers", "n", "numbers of " + array + " in each window, all samples together", "window");
    }

    private Quantity distance() {
        return number("ks", "D", "distance of Kolmogorov and Smirnov from x^a on each window", "window");
    }

    private Quantity curvature() {
        return number(
                "curvature", "c", "coefficient of ln^2 x beside a ln x on each window: 0 for a power law", "window");
    }

    private Quantity bend() {
        return number(
                "bend",
                "\u0394a",
                "change of the exponent from the lower end of each window to the upper one, beside ln^2 x: 0 for a"
                        + " power law",
                "window");
    }

    private Quantity rate() {
        return number(
                "rate", "1/\u03be", "coefficient of -x beside a ln x on each window: 0 for a power law", "window");
    }

    private Quantity gain() {
        return number(
                "gain",
                "\u0394 ln L",
                "logarithm of the likelihood of an exponential less that of x^a, for each number, on each window",
                "window");
    }

    @Override
    public Set<String> reads() {
        return Set.of(array);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(exponent(), windows(), counted(), distance(), curvature(), bend(), rate(), gain());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        return ArrayRecords.wrong(recorded, array, axes, Optional.empty());
    }

    private TailSample inside(List<Double> bounds) {
        return new TailSample(bounds.get(0), bounds.get(1));
    }

    private List<Double> other() {
        return second.isEmpty() ? List.of(window.get(0), window.get(1) / Math.sqrt(10.0)) : second;
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        int index = 0;
        for (Group group : groups) {
            if (!group.simulated()) continue;
            Map<List<Double>, TailSample[]> places = new TreeMap<>(ArrayRecords::order);
            for (Sample sample : group.samples())
                ArrayRecords.byPlace(sample, array).forEach((place, arrays) -> {
                    TailSample[] both =
                            places.computeIfAbsent(place, _ -> new TailSample[] {inside(window), inside(other())});
                    for (TailSample one : both) one.add(arrays, unit);
                });
            for (Map.Entry<List<Double>, TailSample[]> place : places.entrySet())
                if (group.samples().stream().anyMatch(this::any))
                    conclude(group, place.getKey(), place.getValue(), random.stream("tail", index++), out);
        }
    }

    /** Whether a sample has any number at all: of what a system has none of nothing is said. */
    private boolean any(Sample sample) {
        return sample.arrays(array).stream()
                .anyMatch(recorded -> recorded.values().values().length > 0);
    }

    /** A number with its bootstrap error. */
    private record Estimate(double value, double error) {
        static Estimate of(Laws all, Laws[] drawn, int samples, ToDoubleFunction<Laws> number) {
            double[] values = new double[drawn.length];
            for (int k = 0; k < values.length; k++) values[k] = number.applyAsDouble(drawn[k]);
            double spread = samples < 2 ? Double.NaN : Resampling.spread(values) * Resampling.few(samples);
            return new Estimate(number.applyAsDouble(all), spread);
        }

        /** Whether it is not 0 by three errors, those of Student's law for few samples. */
        boolean differs(int samples) {
            return samples > 1 && Math.abs(value) > Student.errors(SURE, samples - 1.0) * error;
        }

        Estimate times(double factor) {
            return new Estimate(factor * value, Math.abs(factor) * error);
        }
    }

    private void conclude(Group group, List<Double> place, TailSample[] windows, RandomStream random, Conclusions out) {
        Estimate[] exponents = new Estimate[windows.length];
        Estimate[] bends = new Estimate[windows.length];
        boolean exponential = false;
        for (int w = 0; w < windows.length; w++) {
            TailSample found = windows[w];
            int n = found.samples();
            Laws[] drawn = new Laws[DRAWS];
            for (int k = 0; k < DRAWS; k++) drawn[k] = found.laws(Resampling.draw(n, random));
            Laws all = found.laws(java.util.stream.IntStream.range(0, n).toArray());
            exponents[w] = Estimate.of(all, drawn, n, Laws::exponent);
            Estimate curvature = Estimate.of(all, drawn, n, Laws::curvature);
            Estimate rate = Estimate.of(all, drawn, n, Laws::rate);
            Estimate gain = Estimate.of(all, drawn, n, Laws::gain);
            double[] at = ArrayRecords.axes(place, w + 1.0);
            out.put(group, windows(), exponents[w].value, exponents[w].error, at);
            out.put(group, counted(), found.count(), 0.0, at);
            out.put(group, distance(), found.distance(all.exponent()), Double.NaN, at);
            out.put(group, curvature(), curvature.value, curvature.error, at);
            bends[w] = curvature.times(2.0 * found.width());
            out.put(group, bend(), bends[w].value, bends[w].error, at);
            out.put(group, rate(), rate.value, rate.error, at);
            out.put(group, gain(), gain.value, gain.error, at);
            if (w == 0) exponential = gain.value > 0.0 && gain.differs(n);
        }
        Estimate a = exponents[0];
        double drift = Math.abs(a.value - exponents[1].value);
        boolean bent = bends[0].differs(windows[0].samples());
        double systematic = bent ? Math.max(drift, 0.5 * Math.abs(bends[0].value)) : drift;
        double[] at = ArrayRecords.axes(place);
        if (Double.isNaN(a.value)) out.undefined(group, exponent(), "too few numbers in the window", at);
        else if (exponential) out.undefined(group, exponent(), "an exponential fits better", at);
        else out.putSystematic(group, exponent(), a.value, a.error, systematic, at);
        out.say(sentence(group, windows[0], a, systematic, bends[0], exponential));
    }

    private String sentence(
            Group group, TailSample found, Estimate a, double systematic, Estimate bend, boolean exponential) {
        int n = found.samples();
        String name = group.coordinates().isEmpty()
                ? ""
                : String.join(", ", group.coordinates().values()) + ": ";
        String where = String.format(
                Locale.ROOT,
                " on [%.2g, %.2g]%s (%d numbers of %d samples)",
                window.get(0),
                window.get(1),
                unit == ArrayUnit.MEAN ? " of the mean" : "",
                found.count(),
                n);
        if (Double.isNaN(a.value)) return name + "too few " + array + where + " for an exponent.";
        if (exponential) return name + array + " follow no power law" + where + ": an exponential fits better.";
        String law = Double.isNaN(systematic)
                ? String.format(Locale.ROOT, "%.3f \u00b1 %.3f, its drift unknown", a.value, a.error)
                : String.format(Locale.ROOT, "%.3f \u00b1 %.3f \u00b1 %.3f", a.value, a.error, systematic);
        double margin = n < 2 ? Double.POSITIVE_INFINITY : Student.errors(2.0, n - 1.0) * a.error + systematic;
        String words = Math.abs(a.value) > margin
                ? array + " follow x^a with a = " + law + where
                : array + where + " cannot be told from a constant density, a = " + law;
        String few = n < FEW ? "; so few samples leave the errors uncertain by a third or more" : "";
        return name + words + fit(bend, n) + few + ".";
    }

    /** The goodness of fit, in words. */
    private static String fit(Estimate bend, int samples) {
        if (samples < FEW || Double.isNaN(bend.error)) return "";
        if (bend.differs(samples))
            return String.format(
                    Locale.ROOT,
                    "; the density bends, the exponent changes by %.2f \u00b1 %.2f across the window",
                    bend.value,
                    bend.error);
        return String.format(
                Locale.ROOT,
                "; no bend is seen, the exponent changes by %.2f \u00b1 %.2f across the window, where %.2f would be"
                        + " seen nine times in ten",
                bend.value,
                bend.error,
                (Student.errors(SURE, samples - 1.0) + POWER) * bend.error);
    }
}
