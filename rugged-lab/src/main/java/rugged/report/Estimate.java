package rugged.report;

import java.util.Map;

/**
 * A mean over independent samples with its standard error.
 *
 * @param value the mean; NaN when there is no sample
 * @param error sd / sqrt(n) with divisor n - 1 in sd; NaN for fewer than two samples
 * @param count n
 */
record Estimate(double value, double error, int count) {
    /** The estimate from one value per sample; NaN values are left out. */
    static Estimate of(Iterable<Double> samples) {
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
        if (count == 0) return new Estimate(Double.NaN, Double.NaN, 0);
        double error = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count);
        return new Estimate(mean, error, count);
    }

    /** The mean of a - b over the samples that both have: what they share cancels. */
    static Estimate ofDifference(Map<String, Double> a, Map<String, Double> b) {
        return of(a.entrySet().stream()
                .filter(entry -> b.containsKey(entry.getKey()))
                .map(entry -> entry.getValue() - b.getOrDefault(entry.getKey(), Double.NaN))
                .toList());
    }
}
