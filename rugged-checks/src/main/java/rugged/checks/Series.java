package rugged.checks;

import java.util.Locale;

/**
 * A stationary series of measurements, correlated or not, and what it says about its mean.
 *
 * <p>The standard error is sqrt(2 tau s^2/n), with s^2 the variance and tau = 1/2 + sum_k rho(k) the integrated autocorrelation time, summed up to the first
 * window W that is at least 6 tau (Sokal's rule; Madras and Sokal, J. Stat. Phys. 50, 109 (1988), appendix C). For independent values tau = 1/2. The relative error
 * of tau is about sqrt((4 W + 2)/n), and the series must be many times longer than tau: shorter than 100 tau is refused.
 *
 * @param values in the order in which they were measured; at least 100
 */
public record Series(double[] values) {
    private static final double WINDOW = 6.0;
    private static final double SHORTEST = 100.0;

    public Series {
        values = values.clone();
        if (values.length < SHORTEST)
            throw new IllegalArgumentException("a series of " + values.length + " values says nothing about its error");
    }

    /** The mean. */
    public double mean() {
        double sum = 0.0;
        for (double value : values) sum += value;
        return sum / values.length;
    }

    /** The variance around the mean, with n in the denominator. */
    public double variance() {
        return autocovariance(mean(), 0);
    }

    /** tau = 1/2 + sum_{k>=1} rho(k), in steps of the series. */
    public double autocorrelationTime() {
        double mean = mean();
        double variance = autocovariance(mean, 0);
        if (variance == 0.0) return 0.5;
        double tau = 0.5;
        for (int k = 1; k < values.length / 2; k++) {
            tau += autocovariance(mean, k) / variance;
            if (k >= WINDOW * tau) return Math.max(tau, 0.5);
        }
        return Double.POSITIVE_INFINITY;
    }

    /** One standard error of the mean, autocorrelation included. */
    public double standardError() {
        double tau = autocorrelationTime();
        if (values.length < SHORTEST * tau) {
            throw new AssertionError(
                    "the series is too short: " + values.length + " values with an autocorrelation time of " + tau);
        }
        return Math.sqrt(2.0 * tau * variance() / values.length);
    }

    /** Asserts that the mean is within {@code sigmas} standard errors of what is expected. */
    public void assertMean(String what, double expected, double sigmas) {
        double error = standardError();
        double distance = Math.abs(mean() - expected) / error;
        if (distance <= sigmas) return;
        throw new AssertionError(String.format(
                Locale.ROOT,
                "%s: mean %.6g +- %.2g is %.1f standard errors from %.6g (allowed: %.1f)",
                what,
                mean(),
                error,
                distance,
                expected,
                sigmas));
    }

    private double autocovariance(double mean, int lag) {
        double sum = 0.0;
        for (int k = 0; k + lag < values.length; k++) sum += (values[k] - mean) * (values[k + lag] - mean);
        return sum / values.length;
    }
}
