package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.StochasticLandscape;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Stochastic gradient Langevin dynamics, x' = x - eta g_B(x) + sqrt(2 eta T) xi: a batch for the drift, white noise besides. The noise of a step has the
 * covariance eta^2 f C + 2 eta T with f C that of the batch gradient, so the law is exp(-E/T) only where eta f C / 2 is small against T (and eta small against
 * the inverse curvature): elsewhere the batches heat.
 *
 * <p>Source: Welling and Teh, ICML 2011. Work: B/P gradients and N normals a step.
 */
@Named(
        value = "sgld",
        title = "Stochastic gradient Langevin dynamics",
        doc = "Descent along batch gradients with white noise of temperature T added.",
        source = "Welling and Teh, Proc. ICML 2011, 681",
        year = 2011,
        topics = {"thermal", "noise", "sampling"})
public record Sgld(
        @Param(
                doc = "learning rate",
                symbol = "\u03b7",
                def = "0.05",
                min = 0.0,
                above = true,
                reason = "small enough for networks of order-one curvature")
        double learningRate,

        Batching batching,

        @Param(doc = "temperature of the bath, per unit of the mean loss", symbol = "T", def = "0.001", min = 0.0)
        double temperature,

        @StochasticParameters.Ticks Clock clock,

        Stability stability)
        implements BatchMethod {
    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public Sgld atTemperature(double other) {
        return new Sgld(learningRate, batching, other, clock, stability);
    }

    @Override
    public double noiseFactor(int patterns) {
        return batching.noiseFactor(patterns);
    }

    @Override
    public double temperature() {
        return temperature;
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return BatchMethod.super
                .objection(landscape)
                .or(() -> stability.objection("learning-rate", learningRate, landscape));
    }

    @Override
    public Direction direction(StochasticLandscape landscape, Streams random) {
        return new Heated(this, landscape, random.stream("noise", 0));
    }

    private static final class Heated implements Direction {
        private final RandomStream random;
        private final double amplitude;
        private final double[] noise;

        Heated(Sgld spec, StochasticLandscape landscape, RandomStream random) {
            this.random = random;
            amplitude = Math.sqrt(2.0 * spec.temperature / spec.learningRate);
            noise = new double[landscape.dimension()];
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            double energy = gradients.at(x, gradients.next(), g);
            if (amplitude > 0.0) {
                random.normals(noise);
                for (int i = 0; i < x.length; i++) g[i] -= amplitude * noise[i];
            }
            return energy;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(random.save());
        }

        @Override
        public void load(Packed.Reader in) {
            random.load(in.readBytes());
        }
    }
}
