package rugged.dynamics.stochastic;

import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * AdaHessian: Adam with the diagonal of the Hessian in place of the gradient. m' = beta1 m + (1 - beta1) g, v' = beta2 v + (1 - beta2) d^2 and
 * x' = x - eta mhat/(sqrt(vhat) + epsilon), with d Hutchinson's estimate of the diagonal from the same batch, averaged over blocks of neighbouring
 * coordinates, and mhat, vhat corrected for their start at 0. The gradient is tangent before it is scaled, the step after.
 *
 * <p>Source: Yao et al., Proc. AAAI 35, 10665 (2021), arXiv:2006.00719. Work: 3 B/P gradients a step.
 */
@Named(
        value = "adahessian",
        title = "AdaHessian",
        doc = "Stochastic descent, each coordinate scaled by a running estimate of its own curvature.",
        source = "Yao et al., arXiv:2006.00719",
        year = 2020,
        topics = {"optimisers", "second order"})
public record AdaHessian(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.05", min = 0.0, above = true)
        double learningRate,

        Batching batching,

        @Param(doc = "memory of the gradient", symbol = "\u03b2_{1}", def = "0.9", min = 0.0, max = 0.999999)
        double beta1,

        @Param(doc = "memory of the curvature", symbol = "\u03b2_{2}", def = "0.999", min = 0.0, max = 0.99999999)
        double beta2,

        @Param(doc = "keeps the scale from vanishing", symbol = "\u03b5", def = "1e-4", min = 0.0, above = true)
        double epsilon,

        @Param(doc = "coordinates over which curvatures are averaged", def = "8", min = 1)
        int block)
        implements BatchMethod {
    @Override
    public double batchGradients() {
        return 3.0;
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new DiagonalDirection(new Scaling(this), beta1, 1, landscape, random);
    }

    /** Corrected for the start at 0, over the root of the mean square of the curvature. */
    private record Scaling(AdaHessian spec) implements DiagonalDirection.Rule {
        @Override
        public void renew(double[] d, double[] square) {
            for (int from = 0; from < d.length; from += spec.block) {
                int to = Math.min(d.length, from + spec.block);
                double sum = 0.0;
                for (int i = from; i < to; i++) sum += d[i];
                for (int i = from; i < to; i++) d[i] = sum / (to - from);
            }
            for (int i = 0; i < d.length; i++) square[i] = spec.beta2 * square[i] + (1.0 - spec.beta2) * d[i] * d[i];
        }

        @Override
        public void scale(double[] mean, double[] square, long steps, double[] g) {
            double first = 1.0 / (1.0 - Math.pow(spec.beta1, steps));
            double second = 1.0 / (1.0 - Math.pow(spec.beta2, steps));
            for (int i = 0; i < g.length; i++) g[i] = first * mean[i] / (Math.sqrt(second * square[i]) + spec.epsilon);
        }
    }
}
