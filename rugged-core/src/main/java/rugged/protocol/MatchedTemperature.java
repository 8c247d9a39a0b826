package rugged.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Ensemble;
import rugged.compose.GradientNoise;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Waiting times in a bath as strong as the noise of a reference with batches. Where the study's dynamics has a temperature, the reference first runs from the
 * same starting states to an age, unobserved; there the trace of the covariance C of pattern gradients gives
 *
 * <pre>T = eta f tr C/(2 M), averaged over replicas,</pre>
 *
 * <p>with eta the learning rate of the reference, f C the covariance of its batch gradients and M the degrees of freedom: a step of the bath with the same eta then
 * makes as much noise, 2 eta T M = eta^2 f tr C. The waiting times begin again at the start, at time 0, in that bath. A dynamics without a temperature runs
 * the waiting times as they are, so that one study sets both side by side. The observable {@code temperature} writes which T it was.
 *
 * <p>Ages and lags are those of {@link WaitingTimes}. Cost: one run of the reference to the age, beside that of the waiting times.
 */
@Named(
        value = "matched-temperature",
        title = "Waiting times at a matched temperature",
        doc = "Waiting times in a bath whose temperature makes as much noise as the batches of a reference dynamics.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "two times", "noise"})
public record MatchedTemperature(
        @Param(doc = "the dynamics whose noise is matched", def = "{ is: sgd }")
        DynamicsSpec reference,

        @Param(
                doc = "age of the reference at which its noise is taken, in its own time",
                def = "1000",
                min = 0.0,
                reason = "the noise of batches fades with the loss: match at an age that will be looked at")
        double age,

        @Param(
                doc = "waiting times",
                symbol = "t_{w}",
                def = "[1, 4, 16, 64]",
                min = 0.0,
                reason =
                        "equally spaced on a logarithmic axis: curves of a system that ages are then equally far apart")
        List<Double> tw,

        @Param(doc = "first lag after an age", symbol = "t - t_{w}", def = "0.1", min = 0.0, above = true)
        double firstLag,

        @Param(doc = "last time of the run", def = "200", min = 0.0, above = true)
        double until,

        @Param(doc = "lags a decade", def = "10", min = 1, max = 1000)
        int perDecade)
        implements ProtocolSpec {
    /** Enough patterns for any batch. */
    private static final int MANY = Integer.MAX_VALUE;

    public MatchedTemperature {
        tw = new WaitingTimes(tw, firstLag, until, perDecade).tw();
        if (!(reference.learningRate() * reference.noiseFactor(MANY) > 0.0)) {
            throw new BadParameter(
                    "reference",
                    reference.getClass().getSimpleName(),
                    "has no batch noise of known covariance",
                    "sgd with sampling: replacement or without");
        }
    }

    @Override
    public Set<Need> needs() {
        EnumSet<Need> needs = EnumSet.of(Need.PATTERNS);
        needs.addAll(reference.needs());
        return needs;
    }

    @Override
    public void run(Bench bench) {
        DynamicsSpec dynamics = bench.dynamics();
        if (dynamics.provides().contains(Need.TEMPERATURE)) dynamics = dynamics.atTemperature(temperature(bench));
        bench.follow(bench.start(dynamics), schedule());
    }

    private double temperature(Bench bench) {
        Ensemble pilot = bench.pilot(reference);
        bench.follow(pilot, Schedule.at(age));
        StochasticLandscape landscape = (StochasticLandscape) bench.model();
        GradientNoise noise = new GradientNoise(landscape);
        double factor = reference.noiseFactor(landscape.patterns());
        double[] x = new double[landscape.dimension()];
        double sum = 0.0;
        for (int r = 0; r < pilot.replicas(); r++) {
            pilot.state(r, x);
            sum += noise.temperature(reference.learningRate(), factor, noise.trace(x));
        }
        return sum / pilot.replicas();
    }

    /** The reference, where there is a bath to be matched. */
    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        boolean bath = dynamics.provides().contains(Need.TEMPERATURE);
        return bath ? age * reference.evaluationsPerUnitTime(landscape) : 0.0;
    }

    @Override
    public Schedule schedule() {
        return new WaitingTimes(tw, firstLag, until, perDecade).schedule();
    }
}
