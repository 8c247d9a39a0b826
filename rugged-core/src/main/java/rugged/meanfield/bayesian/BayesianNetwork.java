package rugged.meanfield.bayesian;

import java.util.List;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * A network and its priors, by the names that landscape and theories share.
 *
 * @param layers N_1 ... N_L
 * @param activation s
 * @param lossTemperature T of the summed squared error
 * @param lambda0 precision of the prior of hidden weights
 * @param lambda1 precision of the prior of the readout
 */
public record BayesianNetwork(
        @Param(doc = "widths of the hidden layers", symbol = "N_{l}", def = "[50]", min = 1)
        List<Integer> layers,

        @Param(doc = "what a hidden unit makes of its field h: erf (of h), relu, linear or tanh", def = "erf")
        HiddenUnit activation,

        @Param(
                doc = "temperature of the summed squared error: the variance of the noise that labels are thought to"
                        + " have. Priors are not divided by it",
                symbol = "T",
                def = "0.1",
                min = 0,
                reason = "small beside the values to be learnt, and posteriors are not yet stiff")
        double lossTemperature,

        @Param(
                doc = "precision of the Gaussian prior of the weights of hidden layers",
                symbol = "\u03bb_{0}",
                def = "1",
                min = 0,
                above = true)
        double lambda0,

        @Param(
                doc = "precision of the Gaussian prior of the weights of the readout",
                symbol = "\u03bb_{1}",
                def = "1",
                min = 0,
                above = true)
        double lambda1)
        implements ParameterGroup {
    /** Below so many units of a layer limits of many units say little. */
    private static final int FEW = 5;

    /** Checks that there is a hidden layer. */
    public BayesianNetwork {
        layers = List.copyOf(layers);
        if (layers.isEmpty())
            throw new BadParameter("layers", "[]", "without a hidden layer there is no width", "at least one width");
    }

    /** alpha_l = P/N_l. */
    public double[] densities(int patterns) {
        return layers.stream().mapToDouble(width -> (double) patterns / width).toArray();
    }

    /** The precisions behind each hidden layer: of the next layer's weights, that of the readout last. */
    public double[] decays() {
        double[] decays = new double[layers.size()];
        java.util.Arrays.fill(decays, lambda0);
        decays[decays.length - 1] = lambda1;
        return decays;
    }

    /** What is to be known of its widths; empty where nothing is. */
    public String remark() {
        int least = layers.stream().mapToInt(Integer::intValue).min().orElse(FEW);
        return least < FEW
                ? "a hidden layer of " + least + (least == 1 ? " unit" : " units")
                        + ": theories for many units are unreliable below " + FEW
                : "";
    }
}
