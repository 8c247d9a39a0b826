package rugged.landscape.network;

import java.util.random.RandomGenerator;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.num.Cholesky;
import rugged.num.kernel.Matrices;

/**
 * The readout v given the hidden layers: Gaussian with precision A = F^T F/T + lambda1 and mean A^{-1} F^T y/T, F = a_L/sqrt(N_L) the features [P N_L]. Drawn as mean + L^{-T} z with A = L L^T. Cost: P N_L^2 + N_L^3/6 multiply-adds.
 */
final class ReadoutDraw {
    private final Matrices matrices = Matrices.best();
    private final Cholesky factor = new Cholesky();
    private final PosteriorPass pass;
    private final double[] targets;
    private final int units;
    private final int readout;
    private final double inverse;
    private final double decay;
    private final double[] precision;
    private final double[] mean;

    ReadoutDraw(NetworkShape shape, BayesianNetwork network, PosteriorPass pass, double[] targets) {
        this.pass = pass;
        this.targets = targets;
        units = shape.widths()[shape.depth() - 1];
        readout = shape.weights()[shape.depth()];
        inverse = 1.0 / network.lossTemperature();
        decay = network.lambda1();
        precision = new double[Math.multiplyExact(units, units)];
        mean = new double[units];
    }

    /** The factor of the precision at x. */
    private void prepare(double[] x) {
        pass.hidden(x);
        double[] a = pass.features();
        int count = targets.length;
        matrices.multiply(units, units, count, a, 0, 1, units, a, 0, units, precision, 0, units, false);
        double scale = inverse / units;
        for (int k = 0; k < precision.length; k++) precision[k] *= scale;
        for (int i = 0; i < units; i++) precision[i * units + i] += decay;
        if (!factor.decompose(precision, units))
            throw new ArithmeticException("the law of the readout has no finite precision");
    }

    /** Overwrites the readout in x. */
    void draw(double[] x, RandomGenerator random) {
        prepare(x);
        double[] a = pass.features();
        double side = inverse / Math.sqrt(units);
        for (int i = 0; i < units; i++) {
            double sum = 0.0;
            for (int p = 0; p < targets.length; p++) sum += a[p * units + i] * targets[p];
            mean[i] = side * sum;
        }
        factor.solve(mean);
        for (int i = 0; i < units; i++) x[readout + i] = random.nextGaussian();
        for (int i = units - 1; i >= 0; i--) {
            double z = x[readout + i] / precision[i * units + i];
            for (int k = 0; k < i; k++) x[readout + k] -= precision[i * units + k] * z;
            x[readout + i] = z;
        }
        for (int i = 0; i < units; i++) x[readout + i] += mean[i];
    }

    /** A^{-1} h. */
    void covariance(double[] x, double[] h, double[] c) {
        prepare(x);
        System.arraycopy(h, readout, mean, 0, units);
        factor.solve(mean);
        System.arraycopy(mean, 0, c, readout, units);
    }
}
