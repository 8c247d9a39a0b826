package rugged.meanfield.bayesian;

import rugged.num.Cholesky;

/**
 * What a Gaussian process with the covariance K of outputs predicts after P examples with labels y whose squared errors count 1/(2T): mean(x) = k(x).A^{-1} y and variance K(x, x) - k(x).A^{-1} k(x) with A = T + K. With a kernel that finite width rescaled it is what the network predicts.
 *
 * @param mean of each test output [T]
 * @param variance of each test output [T]
 */
public record ProcessPredictions(double[] mean, double[] variance) {
    /**
     * The predictions; P^3/6 + T P^2 multiply-adds.
     *
     * @throws ArithmeticException where A is not positive definite
     */
    public static ProcessPredictions of(Covariances k, double[] labels, double temperature) {
        int p = labels.length;
        double[] a = k.learnt().clone();
        for (int i = 0; i < p; i++) a[i * p + i] += temperature;
        Cholesky factor = new Cholesky();
        if (!factor.decompose(a, p)) throw new ArithmeticException("the kernel is singular: use T > 0");
        double[] solved = labels.clone();
        factor.solve(solved);
        double[] mean = new double[k.others()];
        double[] variance = new double[k.others()];
        double[] row = new double[p];
        for (int t = 0; t < mean.length; t++) {
            System.arraycopy(k.across(), t * p, row, 0, p);
            factor.solve(row);
            variance[t] = k.own()[t];
            for (int i = 0; i < p; i++) {
                mean[t] += k.across()[t * p + i] * solved[i];
                variance[t] -= k.across()[t * p + i] * row[i];
            }
        }
        return new ProcessPredictions(mean, variance);
    }

    /** The mean over test inputs of (y - mean)^2; NaN without any. */
    public double bias(double[] targets) {
        double sum = 0.0;
        for (int t = 0; t < mean.length; t++) sum += (targets[t] - mean[t]) * (targets[t] - mean[t]);
        return sum / mean.length;
    }

    /** The mean of the variance; NaN without test inputs. */
    public double meanVariance() {
        double sum = 0.0;
        for (double each : variance) sum += each;
        return sum / variance.length;
    }
}
