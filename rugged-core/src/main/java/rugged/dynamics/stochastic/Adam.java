package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Annealing;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.minimise.Momentum;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.Redeclared;

/**
 * Adam: m' = beta1 m + (1 - beta1) g, v' = beta2 v + (1 - beta2) g^2, x' = x - eta mhat/(sqrt(vhat) + epsilon), with mhat = m/(1 - beta1^n) and
 * vhat = v/(1 - beta2^n) corrected for their start at 0. The step of a coordinate is at most of order eta whatever the size of its gradient; the fixed points
 * are those of the landscape, the way to them is not that of the gradient flow. On a manifold the gradient is tangent before it is squared, and m and the step
 * are projected.
 *
 * <p>With all patterns in every gradient (batch 0) it is a minimiser, on any landscape with a gradient, that converges when |g|/sqrt(N) is at most the
 * tolerance. A rate that is too large for it to settle keeps it hopping about the minimum; {@code anneal} lets it fall as the steps go by, by {@link Annealing}.
 *
 * <p>Source: Kingma and Ba, ICLR 2015, arXiv:1412.6980. Work: B/P gradients a step.
 */
@Named(
        value = "adam",
        title = "Adam",
        doc = "Descent with momentum, each coordinate scaled by the running size of its own gradient.",
        source = "Kingma and Ba, ICLR 2015",
        year = 2015,
        topics = {"optimisers"})
public record Adam(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.001", min = 0.0, above = true)
        double learningRate,

        @Redeclared(
                parameter = "batch",
                as =
                        @Param(
                                doc = "patterns in a batch; below 1 the fraction of all patterns; 0 for all",
                                symbol = "B",
                                def = "10",
                                min = 0.0))
        Batching batching,

        @Param(doc = "memory of the gradient", symbol = "\u03b2_{1}", def = "0.9", min = 0.0, max = 0.999999)
        double beta1,

        @Param(doc = "memory of its square", symbol = "\u03b2_{2}", def = "0.999", min = 0.0, max = 0.99999999)
        double beta2,

        @Param(doc = "keeps the scale from vanishing", symbol = "\u03b5", def = "1e-8", min = 0.0, above = true)
        double epsilon,

        @StochasticParameters.Ticks Clock clock,

        @Param(doc = "with batch 0: converged when |g|/sqrt(N) is at most", def = "1e-8", min = 0.0)
        double tolerance,

        @Param(doc = "how the learning rate falls; it stays as it is if left out")
        Optional<Annealing> anneal)
        implements BatchMethod {
    public Adam {
        if (anneal.isPresent() && clock == Clock.FLOW)
            throw new BadParameter("clock", "flow", "counts steps of one rate, and anneal changes it", "clock: steps");
    }

    /** eta over its first value after so many steps. */
    private double annealed(long steps) {
        return anneal.isPresent() ? anneal.get().factor(steps) : 1.0;
    }

    @Override
    public Set<Need> needs() {
        return batching.batch() > 0.0 ? BatchMethod.super.needs() : EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        if (batching.batch() > 0.0) return BatchMethod.super.start(model, x, random);
        double tick = clock.tick(learningRate);
        return Momentum.adam(
                (Landscape) model, x, learningRate, beta1, beta2, epsilon, tick, tolerance, this::annealed);
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new Scaled(this, landscape);
    }

    private static final class Scaled implements Direction {
        private final Adam spec;
        private final Manifold manifold;
        private final double[] mean;
        private final double[] square;
        private long steps;

        Scaled(Adam spec, StochasticLandscape landscape) {
            this.spec = spec;
            manifold = landscape.manifold();
            mean = new double[landscape.dimension()];
            square = new double[landscape.dimension()];
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            double energy = gradients.at(x, gradients.next(), g);
            manifold.tangent(x, g);
            manifold.tangent(x, mean);
            double factor = spec.annealed(steps);
            steps++;
            double first = 1.0 / (1.0 - Math.pow(spec.beta1, steps));
            double second = 1.0 / (1.0 - Math.pow(spec.beta2, steps));
            for (int i = 0; i < g.length; i++) {
                mean[i] = spec.beta1 * mean[i] + (1.0 - spec.beta1) * g[i];
                square[i] = spec.beta2 * square[i] + (1.0 - spec.beta2) * g[i] * g[i];
                g[i] = factor * (first * mean[i] / (Math.sqrt(second * square[i]) + spec.epsilon));
            }
            return energy;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(mean).put(square).put(steps);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(mean);
            in.read(square);
            steps = in.readLong();
        }
    }
}
