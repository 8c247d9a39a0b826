package rugged.dynamics.stochastic;

import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Stochastic damped L-BFGS for landscapes that are not convex: steps along H g_B with pairs s = x' - x and ybar = theta y + (1 - theta) gamma s, both gradients of
 * y = g_B(x') - g_B(x) from the same batch, gamma = max(y.y/s.y, delta). theta = 1 where s.y is at least a quarter of gamma s.s, else such that s.ybar
 * is: H stays positive. Rates fall as eta k_0/(k_0 + k); no coordinate moves by more than the rate.
 *
 * <p>Source: Wang, Ma, Goldfarb and Liu, SIAM J. Optim. 27, 927 (2017), arXiv:1607.01231. Work: 2 B/P gradients a step.
 */
@Named(
        value = "sd-lbfgs",
        title = "Stochastic damped L-BFGS",
        doc = "Stochastic quasi-Newton steps, damped to stay positive where the landscape is not convex.",
        source = "Wang et al., arXiv:1607.01231",
        year = 2017,
        topics = {"optimisers", "second order"},
        revision = 2)
public record StochasticDampedBfgs(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.1", min = 0.0, above = true)
        double learningRate,

        Batching batching,

        Pairs pairs,

        @Param(doc = "least curvature assumed", symbol = "\u03b4", def = "0.1", min = 0.0, above = true)
        double least)
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
        return new QuasiNewtonDirection(landscape, pairs.memory(), pairs.halving(), least, true);
    }
}
