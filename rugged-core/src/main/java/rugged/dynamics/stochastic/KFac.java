package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DenseLayers;
import rugged.api.model.StochasticLandscape;
import rugged.compose.Field;
import rugged.dynamics.Batching;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;
import rugged.params.Redeclared;

/**
 * Natural gradient with Kronecker factors: for every layer, with its weights as a matrix W[inputs, outputs] and G the gradient of a batch,
 * p = (A + pi sqrt(lambda))^{-1} G (S + sqrt(lambda)/pi)^{-1}, with A = E[u u^T] of its inputs, the constant of the biases included, and S = E[d d^T] of
 * the slopes at its outputs for labels drawn from what the network predicts, pi^2 = (tr A/inputs)/(tr S/outputs). Factors are running means; their inverses
 * are refreshed every few steps. v' = momentum v + p, x' = x - eta v', and v' is shortened where the step would change the outputs too much:
 * eta^2 v'.F v' at most a bound, F the same factors without damping.
 *
 * <p>Source: Martens and Grosse, Proc. ICML 2015, arXiv:1503.05671. Work: B/P gradients a step, and as much again wherever the factors are updated; the products
 * of matrices beside them (inputs outputs (inputs + outputs) a step and inputs^3 + outputs^3 a refresh) are not counted.
 */
@Named(
        value = "k-fac",
        title = "K-FAC",
        doc = "Stochastic descent along the natural gradient, its matrix a Kronecker product for every dense layer.",
        source = "Martens and Grosse, arXiv:1503.05671",
        year = 2015,
        topics = {"optimisers", "second order"})
public record KFac(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.1", min = 0.0, above = true)
        double learningRate,

        @Redeclared(
                parameter = "batch",
                as =
                        @Param(
                                doc = "patterns in a batch; below 1 the fraction of all patterns; 0 for all",
                                symbol = "B",
                                def = "100",
                                min = 0.0))
        Batching batching,

        @Param(doc = "heavy-ball momentum", def = "0.9", min = 0.0, max = 0.9999)
        double momentum,

        @Param(doc = "damping", symbol = "\u03bb", def = "0.01", min = 0.0, above = true)
        double damping,

        @Param(doc = "memory of the factors", def = "0.95", min = 0.0, max = 0.999999)
        double memory,

        @Param(doc = "steps between updates of the factors", def = "5", min = 1)
        int update,

        @Param(
                doc = "steps between inversions of the factors",
                def = "20",
                min = 1,
                reason = "until then they are inverted at every update")
        int refresh,

        @Param(doc = "largest step.F.step", def = "0.001", min = 0.0, above = true)
        double divergence)
        implements BatchMethod {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS, Need.DENSE_LAYERS);
    }

    @Override
    public double batchGradients() {
        return 1.0 + 1.0 / update;
    }

    @Override
    public double vectors() {
        return BatchMethod.super.vectors() + 3;
    }

    /** Two factors a layer, each as a mean, fresh, and inverse; four squares of the largest to invert one. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double squares = 0.0;
        double widest = 0.0;
        for (DenseLayers.Dense layer : landscape.knownLayers()) {
            double in = layer.inputs();
            double out = layer.outputs();
            squares += in * in + out * out;
            widest = Math.max(widest, Math.max(in, out));
        }
        return Double.BYTES * (3.0 * squares + 4.0 * widest * widest);
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        DenseLayers layers = (DenseLayers) Field.without(landscape);
        var setting =
                new KroneckerDirection.Setting(learningRate, momentum, damping, memory, update, refresh, divergence);
        return new KroneckerDirection(setting, layers, random.stream("labels", 0));
    }
}
