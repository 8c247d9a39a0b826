package rugged.dynamics.stochastic;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;
import rugged.params.Redeclared;

/**
 * Stochastic gradient descent, x' = x - eta g_B(x), with g_B the gradient of the mean over a batch of B of the P patterns (plus what all patterns share), in the
 * tangent space and retracted where there is a manifold. No momentum and no decay unless asked for, constant learning rate eta: an age then means one thing.
 *
 * <p>Near a minimum of curvature k the stationary variance is eta D/(k (2 - eta k)) for gradient noise of variance D. Time is the number of steps n unless
 * the clock is that of the flow, t = eta n. Work: B/P gradients a step.
 *
 * <p>Source: Robbins and Monro, Ann. Math. Stat. 22, 400 (1951).
 */
@Named(
        value = "sgd",
        title = "Stochastic gradient descent",
        doc = "Descent along the gradient of a random batch of patterns, with a constant learning rate.",
        source = "Robbins and Monro, Ann. Math. Stat. 22, 400 (1951)",
        year = 1951,
        topics = {"optimisers", "noise"})
public record Sgd(
        @Param(
                doc = "learning rate",
                symbol = "\u03b7",
                def = "0.05",
                min = 0.0,
                above = true,
                reason = "small enough for networks of order-one curvature")
        double learningRate,

        @Redeclared(
                parameter = "sampling",
                as =
                        @Param(
                                doc = "replacement (independent draws), without (a fresh subset each step) or epoch"
                                        + " (shuffled passes)",
                                def = "replacement",
                                reason = "the only one whose noise is independent from step to step with covariance C/B"
                                        + " exactly"))
        Batching batching,

        @Param(
                doc = "heavy-ball momentum: v' = momentum v + g, x' = x - eta v'",
                def = "0",
                min = 0.0,
                max = 0.9999,
                reason = "with it an age is no longer one time: the velocity remembers another")
        double momentum,

        @Param(
                doc = "decay added to the gradient: weight-decay times x",
                def = "0",
                min = 0.0,
                reason = "it is another landscape, with a minimum of its own")
        double weightDecay,

        @StochasticParameters.Ticks Clock clock,

        Stability stability)
        implements BatchMethod {
    @Override
    public double noiseFactor(int patterns) {
        return batching.noiseFactor(patterns);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return BatchMethod.super
                .objection(landscape)
                .or(() -> stability.objection("learning-rate", learningRate, momentum, landscape));
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new Slope(this, landscape);
    }

    /** The gradient of a batch, with decay and momentum. */
    private static final class Slope implements Direction {
        private final Sgd spec;
        private final Manifold manifold;
        private final double[] velocity;

        Slope(Sgd spec, StochasticLandscape landscape) {
            this.spec = spec;
            manifold = landscape.manifold();
            velocity = new double[spec.momentum > 0.0 ? landscape.dimension() : 0];
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            double energy = gradients.at(x, gradients.next(), g);
            if (spec.weightDecay > 0.0) for (int i = 0; i < x.length; i++) g[i] += spec.weightDecay * x[i];
            if (spec.momentum > 0.0) {
                manifold.tangent(x, g);
                manifold.tangent(x, velocity);
                for (int i = 0; i < x.length; i++) {
                    velocity[i] = spec.momentum * velocity[i] + g[i];
                    g[i] = velocity[i];
                }
            }
            return energy;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(velocity);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(velocity);
        }
    }
}
