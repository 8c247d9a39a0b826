package rugged.landscape.network;

import java.util.Optional;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How far a network learns by moving its features. What learns is F = alpha (f(w) - f(w_0)) under the loss l(F)/alpha^2, with f(w) the outputs of the network and w_0 its start: for small alpha features move, for
 * large alpha they stay, and the network is a kernel method. The border lies at alpha of order 1/sqrt(h) for layers of h units in the parametrisation ntk. Everything left out leaves the network as it is.
 *
 * <p>Convention: outputs are W a/sqrt(h) (that of the article); codes that write W a/h have alpha_code = sqrt(h) alpha.
 *
 * <p>Units phi_b(z) = phi(b z)/b have the sharpness b, and normalised ones are divided by the root of E phi(Z)^2, Z standard normal. Both are factors in front of layers: nothing else changes.
 *
 * <p>Source: Geiger, Spigler, Jacot and Wyart, J. Stat. Mech. 113301 (2020), arXiv:1906.08034.
 *
 * @param alpha factor of what is learnt; empty for the plain network
 * @param seed of w_0
 * @param normalised whether units keep the size of a standard normal field
 * @param sharpness b
 */
public record OutputScale(
        @Param(
                doc = "factor \u03b1 of what is learnt, F = \u03b1 (f(w) - f(w_{0})), the loss divided by"
                        + " \u03b1^{2}: features move where it is small, stay where it is large; the plain network"
                        + " if left out",
                symbol = "\u03b1",
                min = 0,
                above = true)
        Optional<Double> alpha,

        @Param(
                doc = "seed of the start w_{0} at which F is 0, the same for all replicas; 1 if left out, only with"
                        + " alpha")
        Optional<Long> seed,

        @Param(
                doc = "whether units are divided by the root mean square that a standard normal field gives them;"
                        + " not if left out")
        Optional<Boolean> normalised,

        @Param(
                doc = "sharpness b of units, \u03c6(b z)/b, without biases; 1 if left out",
                symbol = "b",
                min = 0,
                above = true)
        Optional<Double> sharpness)
        implements ParameterGroup {
    /** Checks that a seed has something to draw. */
    public OutputScale {
        if (alpha.isPresent() && !Double.isFinite(alpha.get()))
            throw new BadParameter("alpha", alpha.get(), "alpha must be positive", "a finite number above 0");
        if (seed.isPresent() && alpha.isEmpty())
            throw new BadParameter(
                    "seed",
                    seed.get(),
                    "draws the start that is subtracted, and nothing is",
                    "alpha as well, or no seed");
    }

    /** The plain network. */
    public static OutputScale plain() {
        return new OutputScale(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With a factor, and units as they are. */
    public static OutputScale of(double alpha, long seed) {
        return new OutputScale(Optional.of(alpha), Optional.of(seed), Optional.empty(), Optional.empty());
    }

    /** Refuses a sharpness where biases would have to be sharpened as well. */
    void require(boolean biased) {
        if (sharpness.isPresent() && biased)
            throw new BadParameter(
                    "sharpness", sharpness.get(), "stands in front of weights, not of biases", "bias: none");
    }

    /** The factor in front of a layer for what its units, if any, and those before it ask for. */
    double factor(Activation activation, boolean behindUnits, boolean beforeUnits) {
        double b = sharpness.orElse(1.0);
        double factor = 1.0;
        if (beforeUnits) factor *= b;
        if (behindUnits) factor *= normalised.orElse(false) ? activation.normalisation(b) : 1.0 / b;
        return factor;
    }

    /** What the outputs of a network become. */
    OutputOrigin origin(NetworkModel network) {
        if (alpha.isEmpty()) return OutputOrigin.NONE;
        double[] start = new double[network.dimension()];
        network.randomise(start, Streams.of(seed.orElse(1L)).family("network.origin", 0).stream("start", 0));
        double[] train = new double[network.examples(NetworkModel.Part.TRAIN) * network.outputs()];
        double[] test = new double[network.examples(NetworkModel.Part.TEST) * network.outputs()];
        network.outputs(start, NetworkModel.Part.TRAIN, train);
        network.outputs(start, NetworkModel.Part.TEST, test);
        return new OutputOrigin(alpha.get(), start, train, test);
    }
}
