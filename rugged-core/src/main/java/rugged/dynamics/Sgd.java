package rugged.dynamics;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.Batch;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Manifold;
import rugged.api.Model;
import rugged.api.Need;
import rugged.api.Status;
import rugged.api.Stepper;
import rugged.api.StochasticLandscape;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Stochastic gradient descent, x' = x - eta g_B(x), with g_B the gradient of the mean over a batch of B of the P patterns (plus what all patterns share), in the
 * tangent space and retracted where there is a manifold. No momentum, constant learning rate eta: an age then means one thing.
 *
 * <p>Near a minimum of curvature k the stationary variance is eta D/(k (2 - eta k)) for gradient noise of variance D. Time is the number of steps n unless
 * the clock is that of the flow, t = eta n. Work: B/P gradients a step.
 *
 * <p>Source: Robbins and Monro, Ann. Math. Stat. 22, 400 (1951).
 */
@Named(
        value = "sgd",
        title = "Stochastic gradient descent",
        doc = "Descent along the gradient of a random batch of patterns, with a constant learning rate.",
        source = "Robbins and Monro, Ann. Math. Stat. 22, 400 (1951)",
        year = 1951,
        topics = {"optimisers", "noise"})
public record Sgd(
        @Param(
                doc = "learning rate",
                symbol = "\u03b7",
                def = "0.05",
                min = 0.0,
                above = true,
                reason = "small enough for networks of order-one curvature")
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
                def = "replacement",
                reason = "the only one whose noise is independent from step to step with covariance C/B exactly")
        Sampling sampling,

        @Param(doc = "what time counts: steps, or flow (eta times steps)", def = "steps")
        Clock clock,

        @Param(doc = "run even with a step above the stability limit", def = "false")
        boolean allowUnstable)
        implements DynamicsSpec {
    /** How the patterns of a batch are drawn. */
    public enum Sampling {
        /** Independently, with replacement. */
        REPLACEMENT,
        /** A fresh subset of distinct patterns each step. */
        WITHOUT,
        /** Shuffled passes through all patterns. */
        EPOCH
    }

    public Sgd {
        if (batch > 1.0 && batch != Math.rint(batch)) {
            throw new BadParameter(
                    "batch",
                    batch,
                    "is neither a number of patterns nor a fraction of them",
                    "a whole number, or a fraction below 1");
        }
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        Batches batches = new Batches(batch, landscape.patterns(), sampling, random.stream("batches", 0));
        return new Descent(landscape, x, learningRate, clock.tick(learningRate), batches);
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
        double patterns = landscape.knownPatterns();
        double fraction = batch < 1.0 ? batch : Double.isNaN(patterns) ? 1.0 : batch / patterns;
        return fraction / clock.tick(learningRate);
    }

    @Override
    public double noiseFactor(int patterns) {
        double b = Batches.size(batch, patterns, sampling);
        return switch (sampling) {
            case REPLACEMENT -> 1.0 / b;
            case WITHOUT -> patterns == 1 ? 0.0 : (patterns - b) / (b * (patterns - 1.0));
            case EPOCH -> Double.NaN;
        };
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        if (sampling != Sampling.REPLACEMENT && batch > patterns) {
            return Optional.of("batch size B = " + (long) batch + " must be in 1.." + (long) patterns
                    + " for sampling without replacement");
        }
        return Stability.objection("learning-rate", learningRate, landscape, allowUnstable);
    }

    private static final class Descent implements Stepper {
        private final StochasticLandscape landscape;
        private final Manifold manifold;
        private final double learningRate;
        private final double tick;
        private final Batches batches;
        private final double[] x;
        private final double[] previous;
        private final double[] g;
        private long steps;
        private long patterns;
        private Status status = Status.RUNNING;

        Descent(StochasticLandscape landscape, double[] x, double learningRate, double tick, Batches batches) {
            this.landscape = landscape;
            this.manifold = landscape.manifold();
            this.learningRate = learningRate;
            this.tick = tick;
            this.batches = batches;
            this.x = x.clone();
            this.previous = x.clone();
            this.g = new double[x.length];
        }

        @Override
        public void step() {
            if (!status.running()) return;
            Batch batch = batches.next();
            double energy = landscape.energyAndGradient(x, batch, g);
            patterns += batch.size();
            if (!Double.isFinite(energy) || !Double.isFinite(Vectors.dot(g, g))) {
                stepBack(energy);
                return;
            }
            manifold.tangent(x, g);
            System.arraycopy(x, 0, previous, 0, x.length);
            for (int i = 0; i < x.length; i++) x[i] -= learningRate * g[i];
            manifold.retract(x);
            steps++;
        }

        /** Where energy and gradient are not finite nothing can go on: the state before is the last one at which they were. */
        private void stepBack(double energy) {
            status = Double.isFinite(energy)
                    ? new Status.Failed("the gradient of a batch is not finite after step " + steps, Double.NaN)
                    : new Status.Failed("the energy of a batch is not finite after step " + steps, energy);
            System.arraycopy(previous, 0, x, 0, x.length);
            if (steps > 0) steps--;
        }

        @Override
        public double time() {
            return steps * tick;
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public long evaluations() {
            return Math.round((double) patterns / landscape.patterns());
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(x, 0, into, 0, x.length);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            out.put(x).put(previous).put(steps).put(patterns);
            batches.save(out);
            Statuses.save(status, out);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(x);
            in.read(previous);
            steps = in.readLong();
            patterns = in.readLong();
            batches.load(in);
            status = Statuses.load(in);
        }
    }
}
