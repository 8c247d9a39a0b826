package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.contrast.Contrasted;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.Redeclared;

/**
 * Contrastive divergence: u' = momentum u + g + weight-decay x, x' = x - eta u', where
 *
 * <pre>g = &lt;dH/dx&gt;_batch - &lt;dH/dx&gt;_chains</pre>
 *
 * <p>estimates the gradient of minus the mean log-likelihood of a law e^{-H(s; x)}/Z by as many chains as a batch has examples, moved by k sweeps a step. Chains begin each step at the batch (CD-k: biased, without bias for k to infinity), or go on where the last step left them (persistent: without bias for eta to 0).
 * Persistent chains may be tempered: each has copies at inverse temperatures evenly spaced from 1 to a least one; after the k sweeps neighbours try to exchange their states with probability min(1, exp((F_a(v_a) + F_b(v_b)) - (F_a(v_b) + F_b(v_a)))), F_a = -ln of the weight at a; the even pairs and the odd pairs take turns. The copies at 1 are followed.
 *
 * <p>Time is the number of steps n unless the clock is that of the flow, t = eta n. Work: B/P gradients a step for each sweep of a rung, roughly.
 *
 * <p>Source: Hinton, Neural Comput. 14, 1771 (2002); Tieleman, Proc. 25th ICML, 1064 (2008); Desjardins et al., Proc. 13th AISTATS, 145 (2010).
 */
@Named(
        value = "contrastive-divergence",
        title = "Contrastive divergence",
        doc = "Learning by the contrast of examples and of chains of the machine itself: CD-k, persistent chains, and"
                + " persistent chains that are tempered.",
        source = "Hinton, Neural Comput. 14, 1771 (2002)",
        year = 2002,
        topics = {"Boltzmann machines", "learning rules", "Monte Carlo"})
public record ContrastiveDivergence(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "0.05", min = 0.0, above = true)
        double learningRate,

        @Redeclared(
                parameter = "batch",
                as =
                        @Param(
                                doc = "examples in a batch; below 1 the fraction of all; 0 for all",
                                symbol = "B",
                                def = "100",
                                min = 0.0))
        @Redeclared(
                parameter = "sampling",
                as =
                        @Param(
                                doc = "replacement (independent draws), without (a fresh subset each step) or epoch"
                                        + " (shuffled passes)",
                                def = "epoch",
                                reason = "every example is seen as often"))
        Batching batching,

        @Param(doc = "sweeps of the chains a step", symbol = "k", def = "1", min = 1, max = 1e6)
        int sweeps,

        @Param(doc = "where chains begin a step: data (at the batch) or persistent (where they are)", def = "data")
        Begin chains,

        @Param(
                doc = "inverse temperatures of persistent chains, evenly spaced from 1; 1 for none but that",
                def = "1",
                min = 1,
                max = 1000)
        int rungs,

        @Param(
                doc = "the lowest of them",
                symbol = "\u03b2",
                def = "0",
                min = 0.0,
                max = 1.0,
                reason = "independent units, drawn afresh")
        double leastBeta,

        @Param(doc = "heavy-ball momentum", def = "0", min = 0.0, max = 0.9999)
        double momentum,

        @Param(doc = "decay added to the gradient: weight-decay times x, biases included", def = "0", min = 0.0)
        double weightDecay,

        @StochasticParameters.Ticks Clock clock)
        implements DynamicsSpec {
    /** Where chains begin a step. */
    public enum Begin {
        /** At the examples of the batch. */
        DATA,
        /** Where they are. */
        PERSISTENT
    }

    /** A step without chains costs about as much as a sweep. */
    private static final double PHASES = 1.0;

    public ContrastiveDivergence {
        if (rungs > 1 && chains == Begin.DATA)
            throw new BadParameter(
                    "rungs",
                    rungs,
                    "chains that begin at the batch are not tempered",
                    "chains: persistent, or rungs: 1");
        if (rungs > 1 && !(leastBeta < 1.0))
            throw new BadParameter("least-beta", leastBeta, "all rungs would be one", "less than 1");
    }

    /** The inverse temperatures, from 1 down. */
    private List<Double> ladder() {
        if (rungs == 1) return List.of(1.0);
        return IntStream.range(0, rungs)
                .mapToObj(k -> 1.0 - (1.0 - leastBeta) * k / (rungs - 1.0))
                .toList();
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.CONTRAST);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        Contrasted machine = (Contrasted) model;
        int patterns = machine.patterns();
        boolean all = batching.all();
        int size = all ? patterns : batching.size(patterns);
        Batches batches =
                new Batches(size, patterns, all ? Sampling.WITHOUT : batching.sampling(), random.stream("batches", 0));
        ContrastSetting setting = new ContrastSetting(
                learningRate,
                momentum,
                weightDecay,
                clock.tick(learningRate),
                sweeps,
                chains == Begin.PERSISTENT,
                ladder());
        return new ContrastSteps(setting, machine, size, x, batches, random.stream("chains", 0));
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
        double part = batching.all() ? 1.0 : batching.fraction(landscape);
        return part * (PHASES + (double) sweeps * rungs) / clock.tick(learningRate);
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        double width = landscape.sizes().getOrDefault("Nv", 0.0);
        if (Double.isNaN(patterns)) return 0.0;
        double size = batching.all() ? patterns : batching.size((int) patterns);
        return 2.0 * Double.BYTES * size * width * (1.0 + rungs);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return batching.objection(landscape);
    }

    @Override
    public double learningRate() {
        return learningRate;
    }
}
