package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Preconditioned stochastic gradient Langevin dynamics: v' = 0.99 v + 0.01 g^2, D = 1/(1e-5 + sqrt(v)) and x' = x - eta D g + sqrt(2 eta T D) xi. The drift
 * eta T div D is left out: a small bias while D changes. After {@code freeze} steps D is fixed, and the law is exp(-E/T) as eta goes to 0 (up to the noise
 * of the batches, as for {@link Sgld}).
 *
 * <p>Source: Li, Chen, Carlson and Carin, Proc. AAAI 30, 1788 (2016), arXiv:1512.07666. Work: B/P gradients and N normals a step.
 */
@Named(
        value = "preconditioned-sgld",
        title = "Preconditioned stochastic gradient Langevin dynamics",
        doc = "Langevin steps along batch gradients, each coordinate scaled by the running size of its own gradient.",
        source = "Li et al., arXiv:1512.07666",
        year = 2016,
        topics = {"thermal", "noise", "sampling", "second order"})
public record PreconditionedSgld(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.001", min = 0.0, above = true)
        double learningRate,

        Batching batching,

        @Param(doc = "temperature of the bath, per unit of the mean loss", symbol = "T", def = "0.001", min = 0.0)
        double temperature,

        @Param(doc = "steps after which the preconditioner is fixed", def = "1000000000", min = 0)
        long freeze)
        implements BatchMethod {
    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public PreconditionedSgld atTemperature(double other) {
        return new PreconditionedSgld(learningRate, batching, other, freeze);
    }

    @Override
    public double temperature() {
        return temperature;
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new Scaled(this, landscape, random.stream("noise", 0));
    }

    private static final class Scaled implements Direction {
        private static final double MEMORY = 0.99;
        private static final double LEAST = 1e-5;
        private final PreconditionedSgld spec;
        private final Manifold manifold;
        private final RandomStream random;
        private final double amplitude;
        private final double[] square;
        private final double[] noise;
        private long steps;

        Scaled(PreconditionedSgld spec, StochasticLandscape landscape, RandomStream random) {
            this.spec = spec;
            this.random = random;
            manifold = landscape.manifold();
            amplitude = Math.sqrt(2.0 * spec.temperature / spec.learningRate);
            square = new double[landscape.dimension()];
            noise = new double[square.length];
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            double energy = gradients.at(x, gradients.next(), g);
            manifold.tangent(x, g);
            if (steps == 0 || steps < spec.freeze) {
                double kept = steps == 0 ? 0.0 : MEMORY;
                for (int i = 0; i < g.length; i++) square[i] = kept * square[i] + (1.0 - kept) * g[i] * g[i];
            }
            steps++;
            if (amplitude > 0.0) random.normals(noise);
            for (int i = 0; i < g.length; i++) {
                double scale = 1.0 / (LEAST + Math.sqrt(square[i]));
                g[i] = scale * g[i] - amplitude * Math.sqrt(scale) * noise[i];
            }
            return energy;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(square).put(steps).put(random.save());
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(square);
            steps = in.readLong();
            random.load(in.readBytes());
        }
    }
}
