package rugged.analysis;

import java.util.List;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * The exponent of one average against another while a parameter moves both: [y] ~ [x]^b, the contacts in excess against the pressure. Slopes are those of weighted least squares in
 * logarithms, their errors a jackknife in which a seed is left out everywhere at once, since its states along the parameter hang together; where a straight line is excluded (a
 * probability below 0.001, and local slopes that differ by more than 0.1) there is no exponent. Each average is taken at the last recorded time. Averages that are not positive have no logarithm
 * and are left out. See {@link PowerLaw} for the test.
 */
@Named(
        value = "power-law",
        title = "Power law between two averages",
        doc = "Exponent of the mean of a quantity against that of another along a parameter, with local slopes and a"
                + " test whether it is a power law.",
        topics = {"scaling", "jamming"})
public record PowerLawAlong(
        @Param(doc = "quantity whose power is wanted") String quantity,
        @Param(doc = "quantity of which it is a power") String against,
        @AnalysisParameters.Along String along)
        implements AnalysisSpec {
    /** What it writes. */
    PowerQuantities written() {
        return new PowerQuantities(quantity, quantity, quantity);
    }

    @Override
    public Set<String> reads() {
        return Set.copyOf(List.of(quantity, against));
    }

    @Override
    public List<Quantity> quantities() {
        return written().all();
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (PowerSeries all : PowerSeries.families(groups, along, this::usable)) {
            PowerSeries series = all.where(samples -> mean(samples, quantity) > 0.0 && mean(samples, against) > 0.0);
            if (series.groups().isEmpty() || series.count() == 0) continue;
            PowerSeries.Fit fit = series.fit(samples -> mean(samples, against), samples -> mean(samples, quantity));
            written().put(series, fit, 0.0, out);
        }
    }

    private boolean usable(Sample sample) {
        return Double.isFinite(PowerSeries.last(sample, quantity))
                && Double.isFinite(PowerSeries.last(sample, against));
    }

    static double mean(List<Sample> samples, String quantity) {
        return samples.stream()
                .mapToDouble(sample -> PowerSeries.last(sample, quantity))
                .average()
                .orElse(Double.NaN);
    }
}
