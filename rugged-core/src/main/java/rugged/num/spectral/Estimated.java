package rugged.num.spectral;

import rugged.num.Vectors;

/**
 * A number from random probe vectors.
 *
 * @param value mean over probes
 * @param error one standard error, from their scatter; NaN for a single one
 */
public record Estimated(double value, double error) {
    /** Mean of values and its standard error. */
    public static Estimated mean(double[] values) {
        int n = values.length;
        double mean = 0.0;
        for (double value : values) mean += value / n;
        return new Estimated(mean, n < 2 ? Double.NaN : Math.sqrt(Vectors.scatter(values, mean) / (n - 1.0) / n));
    }

    /** The same in another unit. */
    public Estimated over(double unit) {
        return new Estimated(value / unit, error / unit);
    }

    /** The same plus an error of another source. */
    public Estimated with(double further) {
        return new Estimated(value, Math.hypot(error, further));
    }
}
