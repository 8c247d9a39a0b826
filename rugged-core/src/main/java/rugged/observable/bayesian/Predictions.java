package rugged.observable.bayesian;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.bayesian.PosteriorQuantities;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Errors of the predictions of a Bayesian network over the samples of all replicas, which are the chains: mean prediction against the truth (bias), variance of predictions, their sum eps_g = mean (f - y)^2, and the same on what was learnt. Weights are never averaged: permutations of units would make nonsense of it.
 *
 * <p>A sample is an observation from {@code from} on, which leaves out the burn-in. Chains are cut into 10 to 20 blocks; standard errors are those of block means. The bias of finitely many samples is too large by variance/n_eff, which is subtracted. n_eff is the variance of predictions over the squared error of their means, both averaged over test
 * examples: how many independent samples all chains together are worth. r_hat is the split R-hat of Gelman et al., between and within halves of chains, of the test example where it is largest: above 1.05 chains have not forgotten where they began, or are too short to tell. Undefined (NaN) below four blocks.
 *
 * <p>Cost: forward passes over all examples at each observation.
 */
@Named(
        value = "predictions",
        title = "Predictions of a Bayesian network",
        doc = "Bias, variance and mean squared errors of predictions over chains, with effective sample size and"
                + " split R-hat.",
        source = "Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), section 11.4",
        year = 2013,
        topics = {"one time", "Bayesian inference"})
public record Predictions(
        @Param(doc = "samples from this time on: the burn-in before it is left out", symbol = "t", def = "0", min = 0.0)
        double from,

        @Param(
                doc = "writes at every k-th observation only, from the first on; samples at all",
                def = "1",
                min = 1,
                max = 1e6)
        int every)
        implements ObservableSpec {
    /** Split R-hat. */
    public static final Quantity RATIO = new Quantity(
            "r_hat",
            "R",
            "",
            List.of("t"),
            "split R-hat of the test prediction where it is largest, over all chains: 1 where they agree");

    /** Effective sample size. */
    public static final Quantity INDEPENDENT = new Quantity(
            "n_eff",
            "n_{eff}",
            "",
            List.of("t"),
            "variance of test predictions over the squared error of their means, all chains together");

    @Override
    public List<Quantity> quantities() {
        return List.of(
                PosteriorQuantities.BIAS,
                PosteriorQuantities.VARIANCE,
                PosteriorQuantities.TEST_ERROR,
                PosteriorQuantities.TRAIN_ERROR,
                RATIO,
                INDEPENDENT);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES, Need.GAUSSIAN_PARTS);
    }

    @Override
    public String remark() {
        return "defined for the posterior of a Bayesian network";
    }

    /** A posterior is exp(-U): at temperature 1. */
    @Override
    public Optional<String> objection(LandscapeSpec landscape, DynamicsSpec dynamics) {
        double temperature = dynamics.temperature();
        if (temperature == 1.0) return Optional.empty();
        return Optional.of(
                !(temperature > 0.0)
                        ? "predictions of a posterior are averages over exp(-U), which this dynamics does not sample;"
                                + " take a sampler at temperature 1"
                        : String.format(
                                Locale.ROOT,
                                "predictions of a posterior are averages over exp(-U): temperature=%s samples another"
                                        + " law; set dynamics.temperature: 1",
                                temperature));
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.every(schedule.singles(), every, from);
    }

    @Override
    public double averagesFrom() {
        return from;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : 2.0 * ChainBlocks.MOST * Double.BYTES * patterns;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Chains(this, (Supervised) model);
    }

    private static final class Chains implements Probe {
        private final Predictions spec;
        private final Supervised network;
        private final double[] test;
        private final double[] train;
        private final double[] f;
        private final double[] learnt;
        private ChainBlocks[] chains = new ChainBlocks[0];
        private long seen;

        Chains(Predictions spec, Supervised network) {
            this.spec = spec;
            this.network = network;
            test = new double[network.examples(Part.TEST)];
            train = new double[network.examples(Part.TRAIN)];
            f = new double[test.length];
            learnt = new double[train.length];
            network.targets(Part.TEST, test);
            network.targets(Part.TRAIN, train);
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            boolean turn = seen++ % spec.every == 0;
            if (now.time() < spec.from) return;
            if (chains.length == 0) begin(now.replicas());
            for (int r = 0; r < chains.length; r++) {
                double[] x = now.state(r);
                network.outputs(x, Part.TEST, f);
                network.outputs(x, Part.TRAIN, learnt);
                chains[r].add(f, distance(f, test), distance(learnt, train));
            }
            if (turn) write(now.time(), out);
        }

        private void begin(int replicas) {
            chains = new ChainBlocks[replicas];
            for (int r = 0; r < replicas; r++) chains[r] = new ChainBlocks(test.length);
        }

        /** The mean of (f - y)^2; NaN of nothing. */
        private static double distance(double[] f, double[] y) {
            double sum = 0.0;
            for (int i = 0; i < f.length; i++) sum += (f[i] - y[i]) * (f[i] - y[i]);
            return sum / f.length;
        }

        private void write(double t, Sink out) {
            ChainSummary summary = new ChainSummary(chains, test);
            out.put(PosteriorQuantities.BIAS, Sink.ALL, summary.bias, summary.biasError, t);
            out.put(PosteriorQuantities.VARIANCE, Sink.ALL, summary.variance, summary.varianceError, t);
            out.put(PosteriorQuantities.TEST_ERROR, Sink.ALL, summary.testError, summary.testErrorError, t);
            out.put(PosteriorQuantities.TRAIN_ERROR, Sink.ALL, summary.trainError, summary.trainErrorError, t);
            out.put(RATIO, Sink.ALL, summary.splitRatio, Double.NaN, t);
            out.put(INDEPENDENT, Sink.ALL, summary.independent, Double.NaN, t);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            out.put(seen).put(chains.length);
            for (ChainBlocks chain : chains) chain.save(out);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            seen = in.readLong();
            begin(in.readInt());
            for (ChainBlocks chain : chains) chain.load(in);
        }
    }
}
