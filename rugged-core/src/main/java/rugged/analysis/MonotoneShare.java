package rugged.analysis;

import java.util.Arrays;
import rugged.num.Vectors;

/**
 * A share along a parameter, made monotonic: neighbours that are out of order are replaced by their common mean, weighted by their numbers (pool adjacent violators), in the direction that their covariance with the
 * parameter has. Between its points a straight line.
 *
 * @param x ascending
 * @param share at each
 */
record MonotoneShare(double[] x, double[] share) {
    /** @param members 1 or 0 for each run at each place; a place without any does not count */
    static MonotoneShare of(double[] places, double[][] members) {
        int[] kept = java.util.stream.IntStream.range(0, places.length)
                .filter(k -> members[k].length > 0)
                .toArray();
        double[] x = Arrays.stream(kept).mapToDouble(k -> places[k]).toArray();
        double[] share =
                Arrays.stream(kept).mapToDouble(k -> Vectors.mean(members[k])).toArray();
        double[] weight =
                Arrays.stream(kept).mapToDouble(k -> members[k].length).toArray();
        boolean falls = falls(x, share, weight);
        if (falls) for (int k = 0; k < share.length; k++) share[k] = -share[k];
        pool(share, weight);
        if (falls) for (int k = 0; k < share.length; k++) share[k] = -share[k];
        return new MonotoneShare(x, share);
    }

    private static boolean falls(double[] x, double[] share, double[] weight) {
        double all = Arrays.stream(weight).sum();
        double centre = 0.0;
        for (int k = 0; k < x.length; k++) centre += weight[k] * x[k] / all;
        double covariance = 0.0;
        for (int k = 0; k < x.length; k++) covariance += weight[k] * (x[k] - centre) * share[k];
        return covariance < 0.0;
    }

    private static void pool(double[] share, double[] weight) {
        int[] begins = new int[share.length];
        double[] means = new double[share.length];
        double[] weights = new double[share.length];
        int blocks = 0;
        for (int k = 0; k < share.length; k++) {
            begins[blocks] = k;
            means[blocks] = share[k];
            weights[blocks++] = weight[k];
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                double both = weights[blocks - 2] + weights[blocks - 1];
                means[blocks - 2] =
                        (weights[blocks - 2] * means[blocks - 2] + weights[blocks - 1] * means[blocks - 1]) / both;
                weights[blocks - 2] = both;
                blocks--;
            }
        }
        for (int b = 0; b < blocks; b++)
            Arrays.fill(share, begins[b], b + 1 < blocks ? begins[b + 1] : share.length, means[b]);
    }

    /** Where it is 1/2, the middle of all such places; NaN where it does not pass. */
    double half() {
        double first = Double.NaN;
        double last = Double.NaN;
        for (int k = 0; k + 1 < x.length; k++) {
            double left = share[k] - 0.5;
            double right = share[k + 1] - 0.5;
            if (left * right > 0.0) continue;
            double from = left == right ? x[k] : x[k] + (x[k + 1] - x[k]) * left / (left - right);
            double to = left == right ? x[k + 1] : from;
            if (Double.isNaN(first)) first = from;
            last = to;
        }
        return passes() ? 0.5 * (first + last) : Double.NaN;
    }

    /** Half of the distance of two neighbours of which one has a share of 0 and the other of 1; 0 where there are none. */
    double step() {
        for (int k = 0; k + 1 < x.length; k++)
            if (Math.abs(share[k + 1] - share[k]) == 1.0) return 0.5 * (x[k + 1] - x[k]);
        return 0.0;
    }

    /** A share that only touches 1/2 at its end has not passed it. */
    private boolean passes() {
        double low = Arrays.stream(share).min().orElse(Double.NaN);
        double high = Arrays.stream(share).max().orElse(Double.NaN);
        return low < 0.5 && high > 0.5;
    }
}
