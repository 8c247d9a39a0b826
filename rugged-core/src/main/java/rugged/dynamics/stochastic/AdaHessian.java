package rugged.dynamics.stochastic;

import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.num.Packed;
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
        return new Curved(this, landscape, random);
    }

    private static final class Curved implements Direction {
        private final AdaHessian spec;
        private final Manifold manifold;
        private final BatchCurvature curvature;
        private final double[] d;
        private final double[] mean;
        private final double[] square;
        private long steps;

        Curved(AdaHessian spec, StochasticLandscape landscape, Streams random) {
            this.spec = spec;
            manifold = landscape.manifold();
            curvature = new BatchCurvature(manifold, landscape.dimension(), random.stream("probes", 0));
            d = new double[landscape.dimension()];
            mean = new double[d.length];
            square = new double[d.length];
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            Batch batch = gradients.next();
            double energy = gradients.at(x, batch, g);
            curvature.estimate(x, g, gradients, batch, d);
            manifold.tangent(x, g);
            average();
            steps++;
            double first = 1.0 / (1.0 - Math.pow(spec.beta1, steps));
            double second = 1.0 / (1.0 - Math.pow(spec.beta2, steps));
            for (int i = 0; i < g.length; i++) {
                mean[i] = spec.beta1 * mean[i] + (1.0 - spec.beta1) * g[i];
                square[i] = spec.beta2 * square[i] + (1.0 - spec.beta2) * d[i] * d[i];
                g[i] = first * mean[i] / (Math.sqrt(second * square[i]) + spec.epsilon);
            }
            return energy;
        }

        private void average() {
            for (int from = 0; from < d.length; from += spec.block) {
                int to = Math.min(d.length, from + spec.block);
                double sum = 0.0;
                for (int i = from; i < to; i++) sum += d[i];
                for (int i = from; i < to; i++) d[i] = sum / (to - from);
            }
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(mean).put(square).put(steps).put(curvature.random().save());
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(mean);
            in.read(square);
            steps = in.readLong();
            curvature.random().load(in.readBytes());
        }
    }
}
