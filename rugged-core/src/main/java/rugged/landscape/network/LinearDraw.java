package rugged.landscape.network;

import java.util.random.RandomGenerator;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.num.kernel.Matrices;
import rugged.num.spectral.DenseSpectrum;

/**
 * The weights W of a single linear hidden layer given the readout v. Outputs depend on W through u = W v/sqrt(N1) alone, whose prior is N(0, s2) with s2 = |v|^2/(N1 lambda0): u is Gaussian with precision X^T X/T + 1/s2, and W = Z + (sqrt(N1) u - Z v) v^T/|v|^2 with Z drawn from the prior. X^T X is diagonalised once:
 * N0^2 + N0 N1 multiply-adds a draw. Along v a row of W has the covariance (N1/|v|^2)(X^T X/T + 1/s2)^{-1} between inputs, across it 1/lambda0. W[N0 N1] here, input first.
 */
final class LinearDraw {
    private final int inputs;
    private final int units;
    private final int readout;
    private final double decay;
    private final double[] values;
    private final double[][] vectors;
    /** X^T y/T along the vectors. */
    private final double[] pull;

    private final double[] u;

    LinearDraw(NetworkShape shape, BayesianNetwork network, double[] examples, double[] targets) {
        inputs = shape.widths()[0];
        units = shape.widths()[1];
        readout = shape.weights()[2];
        decay = network.lambda0();
        double inverse = 1.0 / network.lossTemperature();
        double[] square = new double[Math.multiplyExact(inputs, inputs)];
        Matrices.best()
                .multiply(
                        inputs,
                        inputs,
                        targets.length,
                        examples,
                        0,
                        1,
                        inputs,
                        examples,
                        0,
                        inputs,
                        square,
                        0,
                        inputs,
                        false);
        for (int i = 0; i < square.length; i++) square[i] *= inverse;
        DenseSpectrum spectrum = DenseSpectrum.of(inputs, square, true);
        values = spectrum.values().clone();
        vectors = spectrum.vectors();
        pull = new double[inputs];
        for (int k = 0; k < inputs; k++) {
            values[k] = Math.max(0.0, values[k]);
            for (int p = 0; p < targets.length; p++) {
                double along = 0.0;
                for (int j = 0; j < inputs; j++) along += examples[p * inputs + j] * vectors[k][j];
                pull[k] += inverse * along * targets[p];
            }
        }
        u = new double[inputs];
    }

    /** Overwrites the hidden weights in x. */
    void draw(double[] x, RandomGenerator random) {
        double square = 0.0;
        for (int i = 0; i < units; i++) square += x[readout + i] * x[readout + i];
        // at v = 0 outputs vanish whatever W is, and its law is the prior
        double ridge = units * decay / square;
        java.util.Arrays.fill(u, 0.0);
        for (int k = 0; k < inputs && square > 0.0; k++) {
            double precision = values[k] + ridge;
            double along = pull[k] / precision + random.nextGaussian() / Math.sqrt(precision);
            for (int j = 0; j < inputs; j++) u[j] += along * vectors[k][j];
        }
        double spread = 1.0 / Math.sqrt(decay);
        double root = Math.sqrt(units);
        for (int j = 0; j < inputs; j++) {
            int at = j * units;
            double product = 0.0;
            for (int i = 0; i < units; i++) {
                x[at + i] = spread * random.nextGaussian();
                product += x[at + i] * x[readout + i];
            }
            if (!(square > 0.0)) continue;
            double shift = (root * u[j] - product) / square;
            for (int i = 0; i < units; i++) x[at + i] += shift * x[readout + i];
        }
    }

    /** Sigma h: h/lambda0 across v, and along it what the data leave. */
    void covariance(double[] x, double[] h, double[] c) {
        double square = 0.0;
        for (int i = 0; i < units; i++) square += x[readout + i] * x[readout + i];
        double ridge = units * decay / square;
        java.util.Arrays.fill(u, 0.0);
        for (int k = 0; k < inputs && square > 0.0; k++) {
            double along = 0.0;
            for (int j = 0; j < inputs; j++) along += vectors[k][j] * pushed(h, x, j);
            along *= units / (square * (values[k] + ridge));
            for (int j = 0; j < inputs; j++) u[j] += along * vectors[k][j];
        }
        for (int j = 0; j < inputs; j++) {
            double across = square > 0.0 ? pushed(h, x, j) / square : 0.0;
            double shift = square > 0.0 ? u[j] / square : 0.0;
            for (int i = 0; i < units; i++)
                c[j * units + i] = (h[j * units + i] - across * x[readout + i]) / decay + shift * x[readout + i];
        }
    }

    /** h.v for one input. */
    private double pushed(double[] h, double[] x, int j) {
        double sum = 0.0;
        for (int i = 0; i < units; i++) sum += h[j * units + i] * x[readout + i];
        return sum;
    }
}
