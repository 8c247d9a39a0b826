package rugged.observable.curvature;

import java.util.Arrays;
import rugged.num.spectral.DenseSpectrum;
import rugged.num.spectral.SymmetricOperator;

/**
 * Modes of vibration.
 *
 * @param frequencies sqrt(lambda_k) of the positive eigenvalues, in increasing order
 * @param participation of each over bodies
 * @param shapes eigenvectors of the lowest of them, of length 1
 * @param zero eigenvalues that count as 0, those that the operator leaves out included
 * @param unstable eigenvalues below them
 */
record Modes(double[] frequencies, double[] participation, double[][] shapes, int zero, int unstable) {
    /** Eigenvalues within this part of the largest count as 0: some ten times the rounding of a matrix of 1000 rows. */
    static final double ZERO = 1e-12;

    /**
     * Of an operator, from its matrix.
     *
     * @param body so many successive coordinates belong to one body
     * @param kept at most so many eigenvectors are kept
     */
    static Modes of(SymmetricOperator operator, int body, int kept) {
        DenseSpectrum found = DenseSpectrum.of(operator, true);
        double[] values = found.values();
        double size = 0.0;
        for (double value : values) size = Math.max(size, Math.abs(value));
        int unstable = 0;
        int first = 0;
        for (double value : values) {
            if (value < -ZERO * size) unstable++;
            if (value <= ZERO * size) first++;
        }
        double[] frequencies = new double[values.length - first];
        double[] participation = new double[frequencies.length];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = Math.sqrt(values[first + k]);
            participation[k] = participation(found.vectors()[first + k], body);
        }
        double[][] shapes = Arrays.copyOfRange(found.vectors(), first, first + Math.min(kept, frequencies.length));
        int zero = operator.dimension() - operator.freedom() + first - unstable;
        return new Modes(frequencies, participation, shapes, zero, unstable);
    }

    /** Of a vector of length 1 over bodies of so many coordinates. */
    static double participation(double[] vector, int body) {
        double fourth = 0.0;
        for (int b = 0; b < vector.length; b += body) {
            double square = 0.0;
            for (int a = b; a < b + body; a++) square += vector[a] * vector[a];
            fourth += square * square;
        }
        return body / (vector.length * fourth);
    }
}
