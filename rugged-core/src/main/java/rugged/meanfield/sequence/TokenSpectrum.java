package rugged.meanfield.sequence;

import java.util.Arrays;

/** Eigenvalues of the covariance of tokens, whose mean is 1, the largest first. */
public enum TokenSpectrum {
    /** All 1. */
    IDENTITY,
    /** The first half of them a factor larger than the others. */
    TWO_VALUES,
    /** s_i ~ i^-a. */
    POWER_LAW;

    /**
     * All d of them.
     *
     * @param spread the factor between two values; the exponent a of a power law
     */
    public double[] values(int d, double spread) {
        double[] values = new double[d];
        Arrays.fill(values, 1.0);
        if (this == TWO_VALUES) Arrays.fill(values, 0, (d + 1) / 2, spread);
        if (this == POWER_LAW) for (int i = 0; i < d; i++) values[i] = Math.pow(i + 1.0, -spread);
        double sum = 0.0;
        for (double value : values) sum += value;
        for (int i = 0; i < d; i++) values[i] *= d / sum;
        return values;
    }
}
