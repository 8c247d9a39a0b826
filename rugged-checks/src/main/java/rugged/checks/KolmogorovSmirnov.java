package rugged.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The Kolmogorov-Smirnov test of independent values against a continuous law.
 *
 * <p>D = sup |F_n - F|; P(D > d) = Q(lambda) = 2 sum_{k>=1} (-1)^(k-1) exp(-2 k^2 lambda^2) with lambda = d (sqrt(n) + 0.12 + 0.11/sqrt(n)), the finite-size form
 * of Stephens, J. R. Stat. Soc. B 32, 115 (1970), good to a few per cent of Q from n = 5 on.
 */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /** The probability that independent values of this law lie further from it than these. */
    public static double pValue(double[] values, DoubleUnaryOperator cumulative) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0.0;
        for (int k = 0; k < n; k++) {
            double expected = cumulative.applyAsDouble(sorted[k]);
            distance = Math.max(distance, Math.max(expected - (double) k / n, (k + 1.0) / n - expected));
        }
        return tail(distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)));
    }

    /**
     * Asserts that independent values follow a law. A correct sampler fails with probability {@code falseAlarm} (over seeds; a fixed seed passes for ever or
     * never).
     */
    public static void assertFollows(String what, double[] values, DoubleUnaryOperator cumulative, double falseAlarm) {
        double p = pValue(values, cumulative);
        if (p >= falseAlarm) return;
        throw new AssertionError(String.format(
                Locale.ROOT,
                "%s: %d values do not follow the law, p = %.2g (false alarm at %.2g)",
                what,
                values.length,
                p,
                falseAlarm));
    }

    private static double tail(double lambda) {
        if (lambda < 0.2) return 1.0; // 1 - Q is below 1e-12 there, and the series does not converge
        double sum = 0.0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * lambda * lambda);
            sum += k % 2 == 1 ? term : -term;
            if (term < 1e-17) break;
        }
        return Math.clamp(2.0 * sum, 0.0, 1.0);
    }
}
