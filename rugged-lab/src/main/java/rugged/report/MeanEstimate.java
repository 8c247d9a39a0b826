package rugged.report;

import java.util.Collection;
import rugged.num.Median;
import rugged.num.RunningMean;

/**
 * A function of means over independent samples, mostly the mean itself, with its standard error.
 *
 * @param value the mean; NaN when there is no sample
 * @param error of a mean sd / sqrt(n) with divisor n - 1 in sd, of a quotient by the jackknife; NaN for fewer than two samples
 * @param count n
 */
record MeanEstimate(double value, double error, int count) {
    /** The estimate from one value per sample; NaN values are left out. */
    static MeanEstimate of(Iterable<Double> samples) {
        RunningMean mean = new RunningMean();
        for (double sample : samples) mean.addNumber(sample);
        return new MeanEstimate(mean.mean(), mean.error(), mean.count());
    }

    /** The median of one value per sample. */
    static MeanEstimate median(Collection<Double> samples) {
        Median median =
                Median.of(samples.stream().mapToDouble(Double::doubleValue).toArray());
        return new MeanEstimate(median.value(), median.error(), samples.size());
    }
}
