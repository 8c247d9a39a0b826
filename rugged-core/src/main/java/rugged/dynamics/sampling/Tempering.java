package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.SamplerSpec;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Parallel tempering (replica exchange): L copies of the system at temperatures T_0 < T_1 < ... move by themselves, and after every so many sweeps neighbours try
 * to exchange their states, with probability min(1, exp((beta_k - beta_{k+1}) (E_k - E_{k+1}))). The even pairs and the odd pairs take turns. The product of all
 * exp(-E_k/T_k) is stationary, exactly; a state that is stuck at the coldest rung finds its way out through the hot ones. The state of the trajectory, which
 * observables see, is that of the coldest rung; those that know ladders ({@code tempered-averages}, {@code exchanges}) see all of them.
 *
 * <p>The move must sample exp(-E/T) exactly at every step: {@code metropolis}, {@code heat-bath}, {@code block-heat-bath} or {@code hamiltonian-monte-carlo}; its own temperature is not
 * used. The ladder is geometric, or given, or begins so and is re-spaced by feedback: after 1/8, 1/4, 1/2 and all of the feedback time its inner rungs go to where
 * the rejections measured since the last time add up evenly. It then stays, so that the law is stationary again; each trajectory has a ladder of its own, whose ends
 * are fixed. All rungs start from the one state.
 *
 * <p>Time is that of the move. Cost: L times that of the move; gradients of all rungs are evaluated as one block. Exchanges cost an energy a rung, which spins and
 * Hamiltonian Monte Carlo know already.
 *
 * <p>Source: Hukushima and Nemoto, J. Phys. Soc. Jpn. 65, 1604 (1996).
 */
@Named(
        value = "tempering",
        title = "Parallel tempering",
        doc = "Copies at a ladder of temperatures that exchange their states: exact sampling where a single copy"
                + " would be stuck. Observables see the coldest rung, or all of them.",
        source = "Hukushima and Nemoto, J. Phys. Soc. Jpn. 65, 1604 (1996)",
        year = 1996,
        topics = {"thermal", "Monte Carlo", "replicas"})
public record Tempering(
        @Param(
                doc = "how each rung moves by itself: metropolis, heat-bath, block-heat-bath or"
                        + " hamiltonian-monte-carlo",
                def = "metropolis",
                reason = "it moves Ising spins, other units and spherical models")
        DynamicsSpec move,

        @Param(doc = "lowest temperature", symbol = "T_{0}", unit = "J", def = "0.5", min = 0.0, above = true)
        double coldest,

        @Param(
                doc = "highest temperature",
                symbol = "T_{L-1}",
                unit = "J",
                def = "1",
                min = 0.0,
                above = true,
                reason = "where a single copy relaxes fast")
        double hottest,

        @Param(
                doc = "number of temperatures, in a geometric ladder",
                symbol = "L",
                def = "8",
                min = 2,
                max = 1000,
                reason = "neighbours should exchange in 2 of 10 attempts or more; they need to lie T/sqrt(N c) apart")
        int rungs,

        @Param(
                doc = "temperatures one by one, increasing, in place of coldest, hottest and rungs",
                symbol = "T_{k}",
                unit = "J",
                def = "[]")
        List<Double> temperatures,

        @Param(doc = "steps of the move between two rounds of exchanges", def = "1", min = 1, max = 1e6)
        int every,

        @Param(
                doc = "time until which the inner rungs are re-spaced for even acceptance; 0 leaves them where they"
                        + " are",
                def = "0",
                min = 0.0,
                reason = "averages over samples need one ladder for all: take the one that a trial run finds")
        double feedback)
        implements DynamicsSpec {
    public Tempering {
        temperatures = List.copyOf(temperatures);
        if (!(move instanceof SamplerSpec))
            throw new BadParameter(
                    "move",
                    move,
                    "does not sample exp(-E/T) exactly, so that exchanges would break the balance",
                    "metropolis, heat-bath or hamiltonian-monte-carlo, or another exact sampler");
        if (!temperatures.isEmpty()) Spacing.listed(temperatures);
        else if (!(hottest > coldest))
            throw new BadParameter("hottest", hottest, "is not above the coldest rung", "more than " + coldest);
    }

    /** T_k at the beginning. */
    public double[] ladder() {
        return temperatures.isEmpty() ? Spacing.geometric(coldest, hottest, rungs) : Spacing.listed(temperatures);
    }

    @Override
    public double vectors() {
        return ladder().length * (2 + move.vectors());
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return ladder().length * move.memory(landscape);
    }

    @Override
    public Set<Need> needs() {
        return move.needs();
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE, Need.LADDER);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Rungs(model, x, (SamplerSpec) move, ladder(), every, feedback, random);
    }

    @Override
    public String timeUnit() {
        return move.timeUnit();
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return every * move.quantum(landscape);
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return ladder().length * move.evaluationsPerUnitTime(landscape);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return move.objection(landscape);
    }

    @Override
    public double temperature() {
        return temperatures.isEmpty() ? coldest : temperatures.getFirst();
    }

    /** The whole ladder in proportion. */
    @Override
    public Tempering atTemperature(double other) {
        double factor = other / temperature();
        return new Tempering(
                move,
                temperatures.isEmpty() ? other : coldest,
                temperatures.isEmpty() ? hottest * factor : hottest,
                rungs,
                temperatures.stream().map(t -> t * factor).toList(),
                every,
                feedback);
    }
}
