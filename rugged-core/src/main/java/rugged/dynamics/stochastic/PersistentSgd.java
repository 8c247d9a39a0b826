package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Flags;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Persistent SGD: every pattern carries a flag s_mu in {0, 1} that lives for a time of order tau instead of one step,
 * x' = x - dt (1/(b P)) sum_mu s_mu g_mu(x). The factor 1/b makes the mean drift the whole gradient.
 *
 * <p>Per step of length dt a flag goes 0 -> 1 with probability dt/tau and 1 -> 0 with probability dt (1 - b)/(b tau); it starts stationary, P(s = 1) = b, with
 * correlation b (1 - b) (1 - dt/(b tau))^n after n steps. tau -> dt is like fresh batches of b P patterns, tau -> infinity trains on a fixed subset. (Papers
 * differ in these rates: these are the ones used here.) The tau of a flag is in the time of the flow.
 *
 * <p>Source: Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 2020, arXiv:2006.06098. Work: b gradients a step.
 */
@Named(
        value = "persistent-sgd",
        title = "Persistent SGD",
        doc = "Descent on a subset of the patterns whose membership persists for a time tau.",
        source = "Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 2020",
        year = 2020,
        topics = {"optimisers", "noise"})
public record PersistentSgd(
        @Param(doc = "step dt, the learning rate", symbol = "dt", def = "0.05", min = 0.0, above = true)
        double learningRate,

        @Param(
                doc = "persistence time of the flags, in the time of the flow",
                symbol = "\u03c4",
                def = "1",
                min = 0.0,
                above = true)
        double tau,

        @Param(doc = "mean fraction of active patterns", symbol = "b", def = "0.1", min = 0.0, above = true, max = 1.0)
        double b,

        @StochasticParameters.Ticks Clock clock,

        Stability stability)
        implements DynamicsSpec {
    public PersistentSgd {
        if (!(b > 0.0 && b <= 1.0)) {
            throw new BadParameter("b", b, "is no fraction of the patterns", "a number in (0, 1]");
        }
        if (!(tau >= learningRate)) {
            throw new BadParameter(
                    "tau", tau, "is shorter than a step, dt = " + learningRate, "a time of at least one step");
        }
        if (learningRate * (1.0 - b) / (b * tau) > 1.0) {
            throw new BadParameter(
                    "tau",
                    tau,
                    "makes the probability dt (1 - b)/(b tau) of leaving exceed 1",
                    "tau of at least dt (1 - b)/b = " + learningRate * (1.0 - b) / b);
        }
    }

    /** Probability per step that an idle pattern becomes active, dt/tau. */
    public double entering() {
        return learningRate / tau;
    }

    /** Probability per step that an active pattern becomes idle, dt (1 - b)/(b tau). */
    public double leaving() {
        return learningRate * (1.0 - b) / (b * tau);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        Direction flagged = new Flagged(this, landscape, random.stream("batches", 0));
        BatchGradients gradients = BatchGradients.counting(landscape);
        return new Descent(landscape, x, learningRate, clock.tick(learningRate), flagged, gradients);
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
        return b / clock.tick(learningRate);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return stability.objection("learning-rate", learningRate, landscape);
    }

    private static final class Flagged implements Direction {
        private final Flags flags;
        private final double share;

        Flagged(PersistentSgd spec, StochasticLandscape landscape, RandomStream random) {
            flags = new Flags(landscape.patterns(), spec.b, spec.entering(), spec.leaving(), random);
            share = spec.b * landscape.patterns();
        }

        @Override
        public double along(double[] x, BatchGradients gradients, double[] g) {
            Batch active = flags.active();
            double energy = 0.0;
            if (active.size() == 0) {
                java.util.Arrays.fill(g, 0.0);
            } else {
                energy = gradients.at(x, active, g);
                double weight = active.size() / share;
                for (int i = 0; i < g.length; i++) g[i] *= weight;
            }
            flags.step();
            return energy;
        }

        @Override
        public void save(Packed.Writer out) {
            flags.save(out);
        }

        @Override
        public void load(Packed.Reader in) {
            flags.load(in);
        }
    }
}
