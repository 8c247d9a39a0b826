package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.Redeclared;

/**
 * Langevin dynamics with the noise of SGD, x' = x - eta (grad E + zeta): the whole gradient drives, and zeta is Gaussian with a covariance taken from that of
 * batch gradients, Cov = f C(x), C = (1/P) sum_mu (g_mu - g)(g_mu - g)^T, f = 1/B with replacement and (P - B)/(B (P - 1)) without. Set beside SGD it tells
 * what of it is in the drift, in the strength, in the directions, or only in the law of the noise.
 *
 * <ul>
 *   <li>full: zeta = sqrt(f/P) sum_mu (z_mu - zbar) g_mu with independent standard normals z_mu has exactly that covariance, at every step; drift and noise
 *       come from one weighted pass.
 *   <li>diagonal: independent components of variance f C_ii.
 *   <li>isotropic: white noise of the same trace, variance f tr C/N in every direction: a bath of temperature T = eta f tr C/(2N) that follows C(x).
 * </ul>
 *
 * <p>Diagonal and trace are measured anew every {@code refresh} steps. Work: one gradient a step; a measurement costs about two more.
 *
 * <p>Source: as used against SGD by Mignacco and Urbani, J. Stat. Mech. 083405 (2022); the estimator of the full noise: Wu et al., ICML 2020.
 */
@Named(
        value = "matched-noise",
        title = "Langevin dynamics with the noise of SGD",
        doc = "Full gradients with Gaussian noise whose covariance is that of batches: in full, its diagonal, or its"
                + " trace.",
        source = "Mignacco and Urbani, J. Stat. Mech. 083405 (2022)",
        year = 2022,
        topics = {"noise", "thermal"})
public record MatchedNoise(
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
                                doc = "sampling of the batches whose noise it has: replacement or without",
                                def = "replacement"))
        Batching batching,

        @Param(doc = "what of the covariance it has: isotropic (the trace), diagonal or full", def = "isotropic")
        Covariance covariance,

        @Param(
                doc = "steps from one measurement of trace or diagonal to the next",
                def = "20",
                min = 1,
                max = 1e6,
                reason = "the measurement then costs a tenth of the steps, and C moves little in between")
        int refresh,

        @StochasticParameters.Ticks Clock clock,

        Stability stability)
        implements DynamicsSpec {
    /** What of the covariance the noise has. */
    public enum Covariance {
        /** Its trace, the same in every direction. */
        ISOTROPIC,
        /** Its diagonal. */
        DIAGONAL,
        /** All of it. */
        FULL
    }

    public MatchedNoise {
        if (batching.sampling() == Sampling.EPOCH) {
            throw new BadParameter(
                    "sampling",
                    "epoch",
                    "shuffled passes have noise that remembers, which Gaussian noise cannot have",
                    "replacement or without");
        }
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        Direction noisy = new Noisy(this, landscape, random.stream("noise", 0));
        BatchGradients gradients = BatchGradients.counting(landscape);
        return new Descent(landscape, x, learningRate, clock.tick(learningRate), noisy, gradients);
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
        return 1.1 / clock.tick(learningRate);
    }

    /** Three vectors and one number a pattern to estimate the noise, and what is drawn for it. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        double patterns = landscape.knownPatterns();
        if (Double.isNaN(n) || Double.isNaN(patterns)) return 0.0;
        return Double.BYTES * (3.0 * n + patterns + (covariance == Covariance.FULL ? patterns : 3.0 * n));
    }

    @Override
    public double noiseFactor(int patterns) {
        return batching.noiseFactor(patterns);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return batching.objection(landscape).or(() -> stability.objection("learning-rate", learningRate, landscape));
    }

    private static final class Noisy implements Direction {
        private final MatchedNoise spec;
        private final StochasticLandscape landscape;
        private final RandomStream random;
        private final double factor;
        private final double[] draws;
        private final double[] amplitude;
        private final double[] squares;
        private long age;

        Noisy(MatchedNoise spec, StochasticLandscape landscape, RandomStream random) {
            this.spec = spec;
            this.landscape = landscape;
            this.random = random;
            int patterns = landscape.patterns();
            factor = spec.batching.noiseFactor(patterns);
            boolean full = spec.covariance == Covariance.FULL;
            draws = new double[full ? patterns : landscape.dimension()];
            amplitude = new double[full ? 0 : landscape.dimension()];
            squares = new double[full ? 0 : landscape.dimension()];
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            gradients.countPasses(1);
            double energy = spec.covariance == Covariance.FULL ? full(x, g) : independent(x, gradients, g);
            age++;
            return energy;
        }

        private double full(double[] x, double[] g) {
            random.normals(draws);
            double mean = 0.0;
            for (double z : draws) mean += z;
            mean /= draws.length;
            double strength = Math.sqrt(factor / draws.length);
            double weight = 1.0 / draws.length;
            for (int mu = 0; mu < draws.length; mu++) draws[mu] = weight + strength * (draws[mu] - mean);
            return landscape.weightedGradient(x, draws, g);
        }

        private double independent(double[] x, BatchGradients gradients, double[] g) {
            double energy = landscape.energyAndGradient(x, g);
            if (age % spec.refresh == 0) measure(x, gradients, g);
            random.normals(draws);
            for (int i = 0; i < x.length; i++) g[i] += amplitude[i] * draws[i];
            return energy;
        }

        /** The variance of each component, C_ii = (1/P) sum_mu g_mu,i^2 - g_i^2, or their mean. */
        private void measure(double[] x, BatchGradients gradients, double[] g) {
            gradients.countPasses(2);
            landscape.squaredGradients(x, squares);
            double trace = 0.0;
            for (int i = 0; i < g.length; i++) {
                squares[i] = Math.max(0.0, squares[i] - g[i] * g[i]);
                trace += squares[i];
            }
            boolean same = spec.covariance == Covariance.ISOTROPIC;
            for (int i = 0; i < g.length; i++) {
                amplitude[i] = Math.sqrt(factor * (same ? trace / g.length : squares[i]));
            }
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(random.save()).put(age).put(amplitude);
        }

        @Override
        public void load(Packed.Reader in) {
            random.load(in.readBytes());
            age = in.readLong();
            in.read(amplitude);
        }
    }
}
