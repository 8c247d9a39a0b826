package rugged.dynamics.stochastic;

import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Online BFGS of limited memory: steps along H g_B with pairs s = x' - x and y = g_B(x') - g_B(x) + lambda s, both gradients from the same batch B. Rates fall
 * as eta k_0/(k_0 + k); no coordinate moves by more than the rate. The first step is along the gradient, cut to length 1.
 *
 * <p>Source: Schraudolph, Yu and Guenter, Proc. AISTATS 2007, 436. Work: 2 B/P gradients a step.
 */
@Named(
        value = "o-bfgs",
        title = "Online L-BFGS",
        doc = "Stochastic quasi-Newton steps; both gradients of a pair come from the same batch.",
        source = "Schraudolph, Yu and Guenter, Proc. AISTATS 2007, 436",
        year = 2007,
        topics = {"optimisers", "second order"},
        revision = 2)
public record OnlineBfgs(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.1", min = 0.0, above = true)
        double learningRate,

        Batching batching,

        Pairs pairs,

        @Param(doc = "curvature added to every pair", symbol = "\u03bb", def = "0.2", min = 0.0)
        double damping)
        implements BatchMethod {
    @Override
    public double vectors() {
        return 9 + 2 * pairs.memory();
    }

    @Override
    public double batchGradients() {
        return 2.0;
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new QuasiNewtonDirection(landscape, pairs.memory(), pairs.halving(), damping, false);
    }
}
