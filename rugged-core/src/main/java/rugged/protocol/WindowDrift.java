package rugged.protocol;

import rugged.num.Vectors;

/**
 * Drift of a series between its two halves, in standard errors. Each half is cut into four blocks; with R replicas, A and B the means of all block means of
 * the first and second half, and s^2 the variance of block means around their own replica's and half's mean, pooled,
 *
 * <pre>z = (B - A) / sqrt(s^2 (1/(4R) + 1/(4R)))</pre>
 *
 * <p>Blocks longer than the correlation time make z a Student variable with 6R degrees of freedom. A series that does not vary at all has z = 0.
 */
final class WindowDrift {
    private static final int BLOCKS = 4;

    private final double[][] series;

    /**
     * @param replicas R
     * @param readings number of values of each, a multiple of 8
     */
    WindowDrift(int replicas, int readings) {
        series = new double[replicas][readings];
    }

    void put(int replica, int reading, double value) {
        series[replica][reading] = value;
    }

    double inStandardErrors() {
        double pooled = 0;
        double drift = 0;
        for (double[] one : series) {
            double[] first = blocks(one, 0);
            double[] second = blocks(one, one.length / 2);
            pooled += variance(first) + variance(second);
            drift += Vectors.mean(second) - Vectors.mean(first);
        }
        int replicas = series.length;
        double square = pooled / (2 * replicas) * 2 / (BLOCKS * replicas);
        if (square == 0 && drift == 0) return 0;
        return drift / replicas / Math.sqrt(square);
    }

    private static double[] blocks(double[] one, int from) {
        int length = one.length / (2 * BLOCKS);
        double[] means = new double[BLOCKS];
        for (int b = 0; b < BLOCKS; b++) {
            for (int k = 0; k < length; k++) means[b] += one[from + b * length + k];
            means[b] /= length;
        }
        return means;
    }

    private static double variance(double[] values) {
        return Vectors.scatter(values, Vectors.mean(values)) / (values.length - 1);
    }
}
