package rugged.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.analysis.array.ArrayRecords;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Where the plateau of a density begins, of the frequencies of vibrations near jamming: omega*, the largest frequency below the median at which the mean density from 0, I(omega)/omega with I the share of frequencies below omega, is
 * less than {@code share} of what it is at the median. Frequencies are spread over {@value #SPREAD} of ln omega to either side, so that it moves smoothly with them. Of a density that is 0 below omega_0 and flat above, it is omega_0/(1 - share) for omega_0 well below the median. All samples of a set of
 * parameters together make one density. Where fewer than {@value #FEWEST} modes a sample lie below it, or below those that are read for the systematic error, the system is too small to tell, and it is undefined.
 *
 * <p>Beside it the exponent of omega* against the mean of another quantity (the pressure) along a parameter, as in {@link PowerLawAlong}; its systematic error is the largest change where the share is {@value #CHANGE} smaller or larger.
 *
 * <p>Source: Silbert, Liu and Nagel, Phys. Rev. Lett. 95, 098301 (2005), where omega* is read off the density itself.
 */
@Named(
        value = "plateau-onset",
        title = "Onset of a plateau",
        doc = "The frequency at which the plateau of a density of states begins, and its exponent against another"
                + " quantity along a parameter.",
        source = "Silbert, Liu and Nagel, Phys. Rev. Lett. 95, 098301 (2005)",
        year = 2005,
        topics = {"arrays", "jamming", "scaling"})
public record PlateauOnset(
        @Param(doc = "the array of frequencies", def = "frequencies")
        String array,

        @Param(
                doc = "of the mean density at the median, what that below the onset has",
                def = "0.5",
                min = 0.1,
                max = 0.6)
        double share,

        @Param(doc = "quantity of which the onset is a power", def = "pressure")
        String against,

        @AnalysisParameters.Along String along)
        implements AnalysisSpec {
    /** Changes of the share that make the systematic error. */
    private static final double CHANGE = 0.1;

    /** Half the interval of ln omega over which a frequency is spread. */
    private static final double SPREAD = 0.15;

    /** Of ln omega, in the search downwards. */
    private static final double STEP = 0.02;

    private static final int HALVINGS = 40;

    /** Modes of a sample below the onset, at least: with fewer, the lowest mode of a finite system is taken for it. */
    private static final int FEWEST = 3;

    /** What it writes. */
    PowerQuantities written() {
        return new PowerQuantities(array + "_onset", "\u03c9^{*}", "onset of the plateau of " + array);
    }

    @Override
    public Set<String> reads() {
        return Set.copyOf(List.of(array, against));
    }

    @Override
    public List<Quantity> quantities() {
        return written().all();
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        return ArrayRecords.wrong(recorded, array, List.of("t"), Optional.empty());
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (PowerSeries all : PowerSeries.families(groups, along, this::usable)) {
            PowerSeries series = all.where(samples ->
                    Double.isFinite(onset(samples, share - CHANGE)) && Double.isFinite(onset(samples, share + CHANGE)));
            for (Group group : all.groups())
                if (!series.groups().contains(group))
                    out.undefined(
                            group,
                            written().exponent(),
                            "fewer than " + FEWEST
                                    + " modes a sample lie below its onset at a smaller or larger share");
            if (series.groups().isEmpty() || series.count() == 0) continue;
            PowerSeries.Fit fit = fit(series, share);
            double systematic = 0.0;
            for (double other : new double[] {share - CHANGE, share + CHANGE})
                systematic = Math.max(systematic, Math.abs(fit(series, other).exponent() - fit.exponent()));
            written().put(series, fit, systematic, out);
        }
    }

    private PowerSeries.Fit fit(PowerSeries series, double at) {
        return series.fit(samples -> PowerLawAlong.mean(samples, against), samples -> onset(samples, at));
    }

    private boolean usable(Sample sample) {
        return !sample.arrays(array).isEmpty() && Double.isFinite(PowerSeries.last(sample, against));
    }

    private double onset(List<Sample> samples, double at) {
        double[] sorted = samples.stream()
                .flatMap(sample -> sample.arrays(array).stream())
                .flatMapToDouble(recorded -> Arrays.stream(recorded.values().values()))
                .filter(omega -> omega > 0.0)
                .sorted()
                .toArray();
        return onset(sorted, samples.size(), at);
    }

    /** Of positive frequencies in increasing order; NaN where there are too few below it. */
    static double onset(double[] sorted, int samples, double share) {
        int n = sorted.length;
        if (n < 2 * FEWEST * samples) return Double.NaN;
        double[] places = Arrays.stream(sorted).map(Math::log).toArray();
        double median = places[n / 2];
        double level = share * below(places, median) / Math.exp(median);
        double high = median;
        for (double low = median - STEP; below(places, low) >= FEWEST * samples; low -= STEP) {
            if (excess(places, low, level) < 0.0) return Math.exp(root(places, low, high, level));
            high = low;
        }
        return Double.NaN;
    }

    /** Where the mean density reaches the level, between two places in ln omega. */
    private static double root(double[] places, double from, double to, double level) {
        double low = from;
        double high = to;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (low + high);
            if (excess(places, middle, level) < 0.0) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }

    private static double excess(double[] places, double at, double level) {
        return below(places, at) / Math.exp(at) - level;
    }

    /** How many frequencies are below one, each of them spread evenly over a small interval of ln omega: a function without steps, of which a jackknife is right. */
    private static double below(double[] places, double at) {
        int k = Arrays.binarySearch(places, at - SPREAD);
        int first = k < 0 ? -k - 1 : k;
        double sum = first;
        for (int i = first; i < places.length && places[i] < at + SPREAD; i++)
            sum += (at + SPREAD - places[i]) / (2.0 * SPREAD);
        return sum;
    }
}
