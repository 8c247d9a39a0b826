package rugged.meanfield.ridge;

import java.util.function.DoubleUnaryOperator;

/**
 * The eigenvalues s of X^T X/d for infinitely many inputs (Marchenko and Pastur), as nodes and weights of a quadrature that is Gauss's of the second kind in cos(theta), s = 1 + alpha + 2 sqrt(alpha) cos(theta): a mean over the spectrum is a sum. Accurate to 1e-15 for functions that are smooth over the spectrum; the pole of the density at s = 0 asks for 35/|ln alpha| nodes near alpha = 1.
 *
 * @param s nodes
 * @param weight weights, whose sum is 1
 */
record RidgeSpectrum(double[] s, double[] weight) {
    private static final int LEAST = 400;
    private static final int MOST = 40_000;
    private static final double PER_LOGARITHM = 35.0;

    static RidgeSpectrum of(double alpha) {
        double gap = Math.abs(Math.log(alpha));
        int n = alpha == 1.0 ? LEAST : (int) Math.min(MOST, Math.max(LEAST, Math.ceil(PER_LOGARITHM / gap) + 1.0));
        // of alpha < 1, a share 1 - alpha of the directions no example sees; at 1 the quadrature leaves one of n + 1
        double unseen = alpha < 1.0 ? 1.0 - alpha : alpha == 1.0 ? 1.0 / (n + 1.0) : 0.0;
        int all = unseen > 0.0 ? n + 1 : n;
        double[] s = new double[all];
        double[] weight = new double[all];
        for (int j = 1; j <= n; j++) {
            double theta = j * Math.PI / (n + 1.0);
            double sine = Math.sin(theta);
            s[j - 1] = 1.0 + alpha + 2.0 * Math.sqrt(alpha) * Math.cos(theta);
            weight[j - 1] = 2.0 * alpha * sine * sine / (s[j - 1] * (n + 1.0));
        }
        if (unseen > 0.0) weight[n] = unseen;
        return new RidgeSpectrum(s, weight);
    }

    int size() {
        return s.length;
    }

    /** The mean of a function of s. */
    double mean(DoubleUnaryOperator of) {
        double sum = 0.0;
        for (int j = 0; j < s.length; j++) sum += weight[j] * of.applyAsDouble(s[j]);
        return sum;
    }
}
