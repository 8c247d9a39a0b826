package rugged.meanfield.bayesian;

import rugged.num.kernel.Matrices;

/**
 * Covariances of Gaussian numbers that belong to inputs: between the P learnt ones, between those and T others, and of each other one with itself.
 *
 * @param learnt [P P], symmetric
 * @param across [T P]
 * @param own [T]
 */
public record Covariances(double[] learnt, double[] across, double[] own) {
    /**
     * C = x.x'/(lambda0 N0) of the fields of the first hidden layer.
     *
     * @param inputs [P N0]
     * @param others [T N0]
     */
    public static Covariances ofInputs(double[] inputs, double[] others, int width, double lambda0) {
        double scale = 1.0 / (lambda0 * width);
        double[] own = new double[others.length / width];
        for (int t = 0; t < own.length; t++) {
            double sum = 0.0;
            for (int i = 0; i < width; i++) sum += others[t * width + i] * others[t * width + i];
            own[t] = scale * sum;
        }
        double[] turned = turned(inputs, width);
        return new Covariances(product(inputs, turned, width, scale), product(others, turned, width, scale), own);
    }

    private static double[] turned(double[] inputs, int width) {
        int patterns = inputs.length / width;
        double[] turned = new double[inputs.length];
        for (int p = 0; p < patterns; p++)
            for (int i = 0; i < width; i++) turned[i * patterns + p] = inputs[p * width + i];
        return turned;
    }

    private static double[] product(double[] rows, double[] columns, int width, double scale) {
        int m = rows.length / width;
        int n = columns.length / width;
        double[] c = new double[Math.multiplyExact(m, n)];
        if (m > 0) Matrices.best().multiply(m, n, width, rows, 0, width, 1, columns, 0, n, c, 0, n, false);
        for (int i = 0; i < c.length; i++) c[i] *= scale;
        return c;
    }

    /** P. */
    public int patterns() {
        return (int) Math.round(Math.sqrt(learnt.length));
    }

    /** T. */
    public int others() {
        return own.length;
    }

    /** Those of the outputs of units whose fields have these covariances, times a factor. */
    public Covariances through(HiddenUnit unit, double factor) {
        int p = patterns();
        double[] inner = new double[learnt.length];
        for (int i = 0; i < p; i++)
            for (int j = 0; j <= i; j++)
                inner[i * p + j] = inner[j * p + i] =
                        factor * unit.kernel(learnt[i * p + i], learnt[j * p + j], learnt[i * p + j]);
        double[] between = new double[across.length];
        double[] self = new double[own.length];
        for (int t = 0; t < own.length; t++) {
            self[t] = factor * unit.kernel(own[t], own[t], own[t]);
            for (int j = 0; j < p; j++)
                between[t * p + j] = factor * unit.kernel(own[t], learnt[j * p + j], across[t * p + j]);
        }
        return new Covariances(inner, between, self);
    }

    /** All of them times a factor. */
    public Covariances times(double factor) {
        return new Covariances(times(learnt, factor), times(across, factor), times(own, factor));
    }

    private static double[] times(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) scaled[i] *= factor;
        return scaled;
    }
}
