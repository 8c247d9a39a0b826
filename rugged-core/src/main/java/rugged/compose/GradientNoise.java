package rugged.compose;

import java.util.Arrays;
import rugged.api.DynamicsSpec;
import rugged.api.model.StochasticLandscape;

/**
 * The covariance of pattern gradients in the tangent space, C = (1/P) sum_mu (g_mu - gbar)(g_mu - gbar)^T, never formed: its trace and its products with
 * vectors. The part of the energy that all patterns share drops out. Nothing depends on the extent of the energy: g_mu is the gradient of E_mu, whose mean is
 * E, so that a step of length eta along a batch gradient has noise of covariance eta^2 f C (see {@link DynamicsSpec#noiseFactor}).
 *
 * <p>Scratch of its own: one thread.
 */
public final class GradientNoise {
    private final StochasticLandscape landscape;
    private final double[] mean;
    private final double[] second;
    private final double[] normal;
    private final double[] slopes;

    /** @param landscape whose patterns */
    public GradientNoise(StochasticLandscape landscape) {
        this.landscape = landscape;
        mean = new double[landscape.dimension()];
        second = new double[landscape.dimension()];
        normal = new double[landscape.dimension()];
        slopes = new double[landscape.patterns()];
    }

    /** tr C at x[N]: the second moment of the gradients minus the square of their mean, without the direction normal to the manifold. */
    public double trace(double[] x) {
        landscape.squaredGradients(x, second);
        landscape.energyAndGradient(x, mean);
        double sum = 0.0;
        for (int i = 0; i < second.length; i++) sum += second[i] - mean[i] * mean[i];
        for (int k = 0; k < landscape.manifold().constraints(); k++) sum -= alongNormal(x, k);
        return Math.max(0.0, sum);
    }

    /** Overwrites cv[N] with C v for a tangent v[N]: two passes over the patterns. */
    public void product(double[] x, double[] v, double[] cv) {
        landscape.directional(x, v, slopes);
        centre();
        for (int mu = 0; mu < slopes.length; mu++) slopes[mu] /= slopes.length;
        landscape.weightedGradient(x, slopes, cv);
        landscape.manifold().tangent(x, cv);
    }

    /** T = eta f tr C / (2 M): the bath whose noise, 2 eta T a coordinate and step, is as strong in M degrees of freedom as that of batches. */
    public double temperature(double learningRate, double factor, double trace) {
        return learningRate * factor * trace / (2.0 * landscape.degreesOfFreedom());
    }

    /** n^T C n for the unit vector along the normal of constraint k. */
    private double alongNormal(double[] x, int k) {
        landscape.manifold().normal(x, k, normal);
        double square = 0.0;
        for (double ni : normal) square += ni * ni;
        landscape.directional(x, normal, slopes);
        centre();
        double sum = 0.0;
        for (double slope : slopes) sum += slope * slope;
        return sum / slopes.length / square;
    }

    private void centre() {
        double average = Arrays.stream(slopes).sum() / slopes.length;
        for (int mu = 0; mu < slopes.length; mu++) slopes[mu] -= average;
    }
}
