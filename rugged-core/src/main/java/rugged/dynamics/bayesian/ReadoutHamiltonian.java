package rugged.dynamics.bayesian;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.bayesian.GaussianParts;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * The readout of a Bayesian network drawn from its exact Gaussian law given the hidden layers, then a Hamiltonian trajectory of the hidden weights with the readout held, accepted or rejected as a whole; and so on. Samples exp(-E) at temperature 1, exactly at every step size. The readout's directions, the stiffest of small
 * loss temperatures, need no steps. Time counts rounds of a draw and a trajectory of n + 1 gradients.
 *
 * <p>Source: Geman and Geman, IEEE Trans. Pattern Anal. 6, 721 (1984) for the draws; Duane et al., Phys. Lett. B 195, 216 (1987) for the trajectories.
 */
@Named(
        value = "readout-hamiltonian",
        title = "Exact readout and Hamiltonian hidden layers",
        doc = "The readout of a Bayesian network drawn at once, in turn with Hamiltonian trajectories of the hidden"
                + " weights. Time in rounds.",
        source = "Duane, Kennedy, Pendleton and Roweth, Phys. Lett. B 195, 216 (1987)",
        year = 1987,
        topics = {"thermal", "Monte Carlo", "Bayesian inference"})
public record ReadoutHamiltonian(
        @Param(
                doc = "size of a leapfrog step",
                symbol = "\u03b5",
                def = "0.07",
                min = 0.0,
                above = true,
                reason = "a network of 50 units on 50 examples accepts nine trajectories in ten")
        double step,

        @Param(doc = "leapfrog steps of a trajectory", symbol = "n", def = "20", min = 1, max = 100000)
        int steps,

        @Param(
                doc = "by how much, relative, the step of a trajectory may differ: uniform in (1 - j, 1 + j)",
                symbol = "j",
                def = "0.2",
                min = 0.0,
                max = 0.9)
        double jitter)
        implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.GAUSSIAN_PARTS);
    }

    @Override
    public double temperature() {
        return 1.0;
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new GaussianDraws((GaussianParts) model, x, step, steps, jitter, random.stream("noise", 0));
    }

    @Override
    public String timeUnit() {
        return "round";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    /** The draw counts as one. */
    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return steps + 2.0;
    }
}
