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
        implements DynamicsSpec {
    public Sophia {
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
        return new Descent(landscape, x, learningRate, 1.0, new Clipped(this, landscape, batches, random));
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
        return 1.2 * SamplingRules.fraction(batch, landscape);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return SamplingRules.objection(batch, sampling, landscape);
    }

    private static final class Clipped implements Push {
        private static final int REFRESH = 10;
        private static final double LEAST = 1e-12;
        private final Sophia spec;
        private final StochasticLandscape landscape;
        private final Batches batches;
        private final BatchCurvature curvature;
        private final double[] d;
        private final double[] mean;
        private final double[] h;
        private long patterns;
        private long steps;

        Clipped(Sophia spec, StochasticLandscape landscape, Batches batches, Streams random) {
            this.spec = spec;
            this.landscape = landscape;
            this.batches = batches;
            curvature = new BatchCurvature(landscape, random.stream("probes", 0));
            d = new double[landscape.dimension()];
            mean = new double[d.length];
            h = new double[d.length];
        }

        @Override
        public double push(double[] x, double[] g) {
            Batch batch = batches.next();
            double energy = landscape.energyAndGradient(x, batch, g);
            patterns += batch.size();
            if (steps % REFRESH == 0) {
                curvature.estimate(x, g, batch, d);
                patterns += 2L * batch.size();
                for (int i = 0; i < h.length; i++) h[i] = spec.beta2 * h[i] + (1.0 - spec.beta2) * d[i];
            }
            landscape.manifold().tangent(x, g);
            steps++;
            for (int i = 0; i < g.length; i++) {
                mean[i] = spec.beta1 * mean[i] + (1.0 - spec.beta1) * g[i];
                g[i] = Math.clamp(mean[i] / Math.max(spec.gamma * h[i], LEAST), -1.0, 1.0);
            }
            return energy;
        }

        @Override
        public long patterns() {
            return patterns;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(mean).put(h).put(steps).put(patterns).put(curvature.random().save());
            batches.save(out);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(mean);
            in.read(h);
            steps = in.readLong();
            patterns = in.readLong();
            curvature.random().load(in.readBytes());
            batches.load(in);
        }
    }
}
