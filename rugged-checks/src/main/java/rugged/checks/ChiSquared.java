package rugged.checks;

import java.util.Locale;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Pearson's test of independent counts against probabilities: X^2 = sum (n_k - n p_k)^2/(n p_k), distributed as chi-squared with one degree of freedom less than
 * there are classes. An expected count below 5 is refused: merge classes first.
 */
public final class ChiSquared {
    private static final double LEAST_EXPECTED = 5.0;

    private ChiSquared() {}

    /** The probability that independent draws from these probabilities lie further from them than these counts. */
    public static double pValue(long[] counts, double[] probabilities) {
        long n = 0;
        for (long count : counts) n += count;
        double statistic = 0.0;
        for (int k = 0; k < counts.length; k++) {
            double expected = n * probabilities[k];
            if (expected < LEAST_EXPECTED)
                throw new IllegalArgumentException("class " + k + " expects only " + expected + " counts");
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        return RegularizedGamma.Q.value(0.5 * (counts.length - 1), 0.5 * statistic);
    }

    /** Asserts that independent draws follow the probabilities. A correct sampler fails with probability {@code falseAlarm}, over seeds. */
    public static void assertFollows(String what, long[] counts, double[] probabilities, double falseAlarm) {
        double p = pValue(counts, probabilities);
        if (p >= falseAlarm) return;
        throw new AssertionError(String.format(
                Locale.ROOT,
                "%s: counts do not follow the probabilities, p = %.2g (false alarm at %.2g)",
                what,
                p,
                falseAlarm));
    }
}
