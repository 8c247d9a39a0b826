package rugged.meanfield.bayesian;

import rugged.num.spectral.DenseSpectrum;

/**
 * The eigenvalues e of a covariance K of outputs on P learnt inputs and the squared components s of the labels along its eigenvectors: all that the action of a rescaled kernel depends on.
 *
 * @param values e_a, increasing; those below 1e-12 of the largest count as 0
 * @param squares y_a^2
 */
public record LabelSpectrum(double[] values, double[] squares) {
    private static final double FLOOR = 1e-12;

    /** Of a covariance [P P] and labels [P]. */
    public static LabelSpectrum of(double[] covariance, double[] labels) {
        int n = labels.length;
        DenseSpectrum spectrum = DenseSpectrum.of(n, covariance.clone(), true);
        double[] values = spectrum.values().clone();
        double[] squares = new double[n];
        for (int a = 0; a < n; a++) {
            if (values[a] < FLOOR * values[n - 1]) values[a] = 0.0;
            double along = 0.0;
            for (int i = 0; i < n; i++) along += spectrum.vectors()[a][i] * labels[i];
            squares[a] = along * along;
        }
        return new LabelSpectrum(values, squares);
    }

    /** Whether some combination of the learnt outputs does not fluctuate at all. */
    public boolean singular() {
        return !(values[0] > 0.0);
    }

    /** How many eigenvalues are above 0. */
    public int rank() {
        int rank = 0;
        for (double value : values) if (value > 0.0) rank++;
        return rank;
    }

    /** (1/P) (tr ln(T + q K) + y.(T + q K)^{-1} y). */
    public double action(double temperature, double q) {
        double sum = 0.0;
        for (int a = 0; a < values.length; a++) {
            double level = temperature + q * values[a];
            sum += Math.log(level) + squares[a] / level;
        }
        return sum / values.length;
    }

    /** q times the derivative of {@link #action} by q: D = (q/P) sum_a (e/(T + q e) - s e/(T + q e)^2). */
    public double logSlope(double temperature, double q) {
        double sum = 0.0;
        for (int a = 0; a < values.length; a++) {
            double level = temperature + q * values[a];
            sum += q * values[a] / level * (1.0 - squares[a] / level);
        }
        return sum / values.length;
    }

    /** y.K^{-1} y/P; only where it is not {@link #singular}. */
    public double strain() {
        double sum = 0.0;
        for (int a = 0; a < values.length; a++) sum += squares[a] / values[a];
        return sum / values.length;
    }

    /** (1/P) (|y - q K A^{-1} y|^2 + tr(q K - q K A^{-1} q K)), A = T + q K: the posterior mean of the squared error on what was learnt. */
    public double trainError(double temperature, double q) {
        double sum = 0.0;
        for (int a = 0; a < values.length; a++) {
            double share = temperature / (temperature + q * values[a]);
            sum += share * share * squares[a] + share * q * values[a];
        }
        return temperature == 0.0 ? 0.0 : sum / values.length;
    }
}
