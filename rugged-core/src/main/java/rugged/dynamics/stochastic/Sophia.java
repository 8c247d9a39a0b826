package rugged.dynamics.stochastic;

import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Sophia-H: m' = beta1 m + (1 - beta1) g, every tenth step h' = beta2 h + (1 - beta2) d with d Hutchinson's estimate of the diagonal of the Hessian, and
 * x' = x - eta clip(m/max(gamma h, 1e-12), 1). A coordinate moves by eta at most, and by exactly that, down its gradient, where its curvature is negative.
 *
 * <p>Source: Liu et al., arXiv:2305.14342. Work: 1.2 B/P gradients a step.
 */
@Named(
        value = "sophia",
        title = "Sophia",
        doc = "Stochastic descent scaled by a seldom refreshed diagonal of the Hessian, with clipped steps.",
        source = "Liu et al., arXiv:2305.14342",
        year = 2023,
        topics = {"optimisers", "second order"})
public record Sophia(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.01", min = 0.0, above = true)
        double learningRate,

        Batching batching,

        @Param(doc = "memory of the gradient", symbol = "\u03b2_{1}", def = "0.96", min = 0.0, max = 0.999999)
        double beta1,

        @Param(doc = "memory of the curvature", symbol = "\u03b2_{2}", def = "0.99", min = 0.0, max = 0.99999999)
        double beta2,

        @Param(
                doc = "factor on the curvature: the smaller, the more steps are clipped",
                symbol = "\u03b3",
                def = "0.05",
                min = 0.0,
                above = true)
        double gamma)
        implements BatchMethod {
    private static final int REFRESH = 10;
    private static final double LEAST = 1e-12;

    @Override
    public double batchGradients() {
        return 1.0 + 2.0 / REFRESH;
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new DiagonalDirection(new Clipping(this), beta1, REFRESH, landscape, random);
    }

    /** Over the running curvature, cut to 1. */
    private record Clipping(Sophia spec) implements DiagonalDirection.Rule {
        @Override
        public void renew(double[] d, double[] h) {
            for (int i = 0; i < h.length; i++) h[i] = spec.beta2 * h[i] + (1.0 - spec.beta2) * d[i];
        }

        @Override
        public void scale(double[] mean, double[] h, long steps, double[] g) {
            for (int i = 0; i < g.length; i++)
                g[i] = Math.clamp(mean[i] / Math.max(spec.gamma * h[i], LEAST), -1.0, 1.0);
        }
    }
}
