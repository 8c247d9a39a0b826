package rugged.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Where the plateau of a density begins, of the frequencies of vibrations near jamming: omega*, the largest frequency below the median at which the mean density from 0, I(omega)/omega with I the share of frequencies below omega, is
 * less than {@code share} of what it is at the median. It needs no bins; of a density that is 0 below omega_0 and flat above, it is omega_0/(1 - share) for omega_0 well below the median. All samples of a set of
 * parameters together make one density. Where fewer than {@value #FEWEST} modes a sample lie below it, the system is too small to tell, and it is undefined.
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

    /** Modes of a sample below the onset, at least: with fewer, the lowest mode of a finite system is taken for it. */
    private static final int FEWEST = 3;

    /** What it writes. */
    PowerQuantities written() {
        return new PowerQuantities(array + "_onset", "\u03c9^{*}", "onset of the plateau of " + array);
    }

    @Override
    public Set<String> reads() {
        return Set.of(array, against);
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
                            "fewer than " + FEWEST + " modes a sample lie below its onset");
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
        int middle = n / 2;
        double level = share * middle / sorted[middle];
        for (int k = middle - 1; k >= FEWEST * samples; k--) if (k / sorted[k] < level) return sorted[k];
        return Double.NaN;
    }
}
