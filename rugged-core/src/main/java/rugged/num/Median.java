package rugged.num;

import java.util.Arrays;
import org.hipparchus.special.Beta;

/**
 * The median of independent samples and its standard error, that of a bootstrap with infinitely many draws: sqrt(sum w_i x_i^2 - (sum w_i x_i)^2) over the
 * sorted samples, with w_i the probability that the i-th is the median of a draw (Maritz and Jarrett, J. Am. Stat. Assoc. 73, 194 (1978)). The jackknife does not
 * hold for a median.
 *
 * @param value the median; NaN for no samples
 * @param error one standard error; NaN for fewer than two
 */
public record Median(double value, double error) {
    /** Of samples that are numbers. */
    public static Median of(double[] samples) {
        int n = samples.length;
        if (n == 0) return new Median(Double.NaN, Double.NaN);
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double value = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
        if (n < 2) return new Median(value, Double.NaN);
        double half = 0.5 * (n + 1);
        double mean = 0.0;
        double squares = 0.0;
        double before = 0.0;
        for (int i = 0; i < n; i++) {
            double upTo = Beta.regularizedBeta((i + 1.0) / n, half, half);
            double off = sorted[i] - value;
            mean += (upTo - before) * off;
            squares += (upTo - before) * off * off;
            before = upTo;
        }
        return new Median(value, Math.sqrt(Math.max(0.0, squares - mean * mean)));
    }
}
