package rugged.dynamics;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.Batch;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Model;
import rugged.api.Need;
import rugged.api.Stepper;
import rugged.api.StochasticLandscape;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Adam: m' = beta1 m + (1 - beta1) g, v' = beta2 v + (1 - beta2) g^2, x' = x - eta mhat/(sqrt(vhat) + epsilon), with mhat = m/(1 - beta1^n) and
 * vhat = v/(1 - beta2^n) corrected for their start at 0. The step of a coordinate is at most of order eta whatever the size of its gradient; the fixed points
 * are those of the landscape, the way to them is not that of the gradient flow.
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

        @Param(
                doc = "patterns in a batch; below 1 the fraction of all patterns; 0 for all",
                symbol = "B",
                def = "10",
                min = 0.0)
        double batch,

        @Param(
                doc = "replacement (independent draws), without (a fresh subset each step) or epoch (shuffled passes)",
                def = "replacement")
        Sgd.Sampling sampling,

        @Param(doc = "memory of the gradient", symbol = "\u03b2_{1}", def = "0.9", min = 0.0, max = 0.999999)
        double beta1,

        @Param(doc = "memory of its square", symbol = "\u03b2_{2}", def = "0.999", min = 0.0, max = 0.99999999)
        double beta2,

        @Param(doc = "keeps the scale from vanishing", symbol = "\u03b5", def = "1e-8", min = 0.0, above = true)
        double epsilon,

        @Param(doc = "what time counts: steps, or flow (eta times steps)", def = "steps")
        Clock clock)
        implements DynamicsSpec {
    public Adam {
        SamplingRules.check(batch);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        double size = batch == 0.0 ? landscape.patterns() : batch;
        Batches batches = new Batches(size, landscape.patterns(), sampling, random.stream("batches", 0));
        return new Descent(landscape, x, learningRate, clock.tick(learningRate), new Scaled(this, landscape, batches));
    }

    @Override
    public String timeUnit() {
        return clock.unit();
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return clock.tick(learningRate);
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return (batch == 0.0 ? 1.0 : SamplingRules.fraction(batch, landscape)) / clock.tick(learningRate);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return SamplingRules.objection(batch, sampling, landscape);
    }

    private static final class Scaled implements Push {
        private final Adam spec;
        private final StochasticLandscape landscape;
        private final Batches batches;
        private final double[] mean;
        private final double[] square;
        private long patterns;
        private long steps;

        Scaled(Adam spec, StochasticLandscape landscape, Batches batches) {
            this.spec = spec;
            this.landscape = landscape;
            this.batches = batches;
            mean = new double[landscape.dimension()];
            square = new double[landscape.dimension()];
        }

        @Override
        public double push(double[] x, double[] g) {
            double energy;
            if (spec.batch == 0.0) {
                energy = landscape.energyAndGradient(x, g);
                patterns += landscape.patterns();
            } else {
                Batch batch = batches.next();
                energy = landscape.energyAndGradient(x, batch, g);
                patterns += batch.size();
            }
            steps++;
            double first = 1.0 / (1.0 - Math.pow(spec.beta1, steps));
            double second = 1.0 / (1.0 - Math.pow(spec.beta2, steps));
            for (int i = 0; i < g.length; i++) {
                mean[i] = spec.beta1 * mean[i] + (1.0 - spec.beta1) * g[i];
                square[i] = spec.beta2 * square[i] + (1.0 - spec.beta2) * g[i] * g[i];
                g[i] = first * mean[i] / (Math.sqrt(second * square[i]) + spec.epsilon);
            }
            return energy;
        }

        @Override
        public long patterns() {
            return patterns;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(mean).put(square).put(steps).put(patterns);
            batches.save(out);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(mean);
            in.read(square);
            steps = in.readLong();
            patterns = in.readLong();
            batches.load(in);
        }
    }
}
