package rugged.meanfield.kernel;

/**
 * A layer z = s W a + beta of a wide network, by what it makes of the mean product k = a.a'/n of what comes in.
 *
 * @param weights fields have the covariance {@code weights} k: s^2 n times the variance of the entries of W
 * @param trained the tangent kernel gains {@code trained} k: s^2 n; 0 where W is held
 * @param biases variance of beta
 * @param trainedBiases what the tangent kernel gains from beta: 1, or 0 without
 */
public record WideLayer(double weights, double trained, double biases, double trainedBiases) {
    /** In the parametrisation ntk, with a gain and without biases. */
    public static WideLayer of(double gain) {
        return new WideLayer(gain, gain, 0.0, 0.0);
    }
}
