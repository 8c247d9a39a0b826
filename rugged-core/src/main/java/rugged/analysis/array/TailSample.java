package rugged.analysis.array;

import java.util.ArrayList;
import java.util.List;
import rugged.analysis.array.TruncatedFamily.Statistic;
import rugged.api.AnalysisSpec.Recorded;

/**
 * Numbers of several samples inside a window, and the laws fitted to all of them together. Samples are what is independent, not their numbers: every error is that of drawing
 * whole samples again.
 */
final class TailSample {
    private final double low;
    private final double high;
    private final List<double[]> sums = new ArrayList<>();
    private final List<Double> counts = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final TruncatedFamily power;
    private final TruncatedFamily curved;
    private final TruncatedFamily cut;
    private final TruncatedFamily exponential;

    TailSample(double low, double high) {
        this.low = low;
        this.high = high;
        power = new TruncatedFamily(low, high, Statistic.LOGARITHM);
        curved = new TruncatedFamily(low, high, Statistic.LOGARITHM, Statistic.SQUARE);
        cut = new TruncatedFamily(low, high, Statistic.LOGARITHM, Statistic.VALUE);
        exponential = new TruncatedFamily(low, high, Statistic.VALUE);
    }

    /** Adds a sample: all its arrays. */
    void add(List<Recorded> arrays, ArrayUnit unit) {
        double[] sum = new double[TruncatedFamily.STATISTICS];
        double count = 0.0;
        for (Recorded array : arrays) {
            for (double x : unit.of(array.values().values())) {
                if (!(x >= low && x <= high)) continue;
                count++;
                power.add(x, sum);
                values.add(x);
            }
        }
        sums.add(sum);
        counts.add(count);
    }

    /** Number of samples, with numbers in the window or without. */
    int samples() {
        return sums.size();
    }

    /** ln(hi/lo). */
    double width() {
        return Math.log(high / low);
    }

    /** Numbers in the window. */
    int count() {
        return values.size();
    }

    /**
     * What the numbers of some samples say.
     *
     * @param exponent a of x^a
     * @param curvature coefficient of ln^2 x, where there may be one
     * @param rate coefficient of -x, where there may be one
     * @param gain of an exponential over the power law, in the logarithm of the likelihood, for each number
     */
    record Laws(double exponent, double curvature, double rate, double gain) {
        private static final Laws NONE = new Laws(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Of the samples of these numbers. */
    Laws laws(int[] drawn) {
        double[] means = new double[TruncatedFamily.STATISTICS];
        double count = 0.0;
        for (int s : drawn) {
            count += counts.get(s);
            for (int i = 0; i < means.length; i++) means[i] += sums.get(s)[i];
        }
        if (count < 2.0) return Laws.NONE;
        for (int i = 0; i < means.length; i++) means[i] /= count;
        TruncatedFamily.Fit straight = power.fit(means);
        return new Laws(
                straight.coefficients()[0],
                curved.fit(means).coefficients()[1],
                -cut.fit(means).coefficients()[1] / high,
                exponential.fit(means).likelihood() - straight.likelihood());
    }

    /** Largest distance between the distribution of the numbers and that of x^a (Kolmogorov and Smirnov). */
    double distance(double exponent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double most = 0.0;
        for (int k = 0; k < sorted.length; k++) {
            double law = TruncatedFamily.below(sorted[k], exponent, low, high);
            most = Math.max(most, Math.max(law - (double) k / sorted.length, (k + 1.0) / sorted.length - law));
        }
        return sorted.length == 0 ? Double.NaN : most;
    }
}
