package rugged.report;

import java.util.Collection;
import rugged.num.Median;

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
        int count = 0;
        double mean = 0.0;
        double squares = 0.0;
        for (double sample : samples) {
            if (Double.isNaN(sample)) continue;
            count++;
            double step = sample - mean;
            mean += step / count;
            squares += step * (sample - mean);
        }
        if (count == 0) return new MeanEstimate(Double.NaN, Double.NaN, 0);
        double error = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count);
        return new MeanEstimate(mean, error, count);
    }

    /** The median of one value per sample. */
    static MeanEstimate median(Collection<Double> samples) {
        Median median =
                Median.of(samples.stream().mapToDouble(Double::doubleValue).toArray());
        return new MeanEstimate(median.value(), median.error(), samples.size());
    }
}
