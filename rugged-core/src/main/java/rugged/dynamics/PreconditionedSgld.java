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

        @Param(
                doc = "patterns in a batch; below 1 the fraction of all patterns",
                symbol = "B",
                def = "10",
                min = 0.0,
                above = true)
        double batch,

        @Param(
                doc = "replacement (independent draws), without (a fresh subset each step) or epoch (shuffled passes)",
                def = "replacement")
        Sgd.Sampling sampling,

        @Param(doc = "temperature of the bath, per unit of the mean loss", symbol = "T", def = "0.001", min = 0.0)
        double temperature,

        @Param(doc = "steps after which the preconditioner is fixed", def = "1000000000", min = 0)
        long freeze)
        implements DynamicsSpec {
    public PreconditionedSgld {
        SamplingRules.check(batch);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        Batches batches = new Batches(batch, landscape.patterns(), sampling, random.stream("batches", 0));
        return new Descent(landscape, x, learningRate, 1.0, new Scaled(this, landscape, batches, random));
    }

    @Override
    public String timeUnit() {
        return "step";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0 * SamplingRules.fraction(batch, landscape);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return SamplingRules.objection(batch, sampling, landscape);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public PreconditionedSgld atTemperature(double other) {
        return new PreconditionedSgld(learningRate, batch, sampling, other, freeze);
    }

    @Override
    public double temperature() {
        return temperature;
    }

    private static final class Scaled implements Push {
        private static final double MEMORY = 0.99;
        private static final double LEAST = 1e-5;
        private final PreconditionedSgld spec;
        private final StochasticLandscape landscape;
        private final Batches batches;
        private final RandomStream random;
        private final double amplitude;
        private final double[] square;
        private final double[] noise;
        private long patterns;
        private long steps;

        Scaled(PreconditionedSgld spec, StochasticLandscape landscape, Batches batches, Streams streams) {
            this.spec = spec;
            this.landscape = landscape;
            this.batches = batches;
            random = streams.stream("noise", 0);
            amplitude = Math.sqrt(2.0 * spec.temperature / spec.learningRate);
            square = new double[landscape.dimension()];
            noise = new double[square.length];
        }

        @Override
        public double push(double[] x, double[] g) {
            Batch batch = batches.next();
            double energy = landscape.energyAndGradient(x, batch, g);
            patterns += batch.size();
            landscape.manifold().tangent(x, g);
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
        public long patterns() {
            return patterns;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(square).put(steps).put(patterns).put(random.save());
            batches.save(out);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(square);
            steps = in.readLong();
            patterns = in.readLong();
            random.load(in.readBytes());
            batches.load(in);
        }
    }
}
