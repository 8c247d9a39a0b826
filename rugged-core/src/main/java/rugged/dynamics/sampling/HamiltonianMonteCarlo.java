package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.SamplerSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Sampler;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Hamiltonian (hybrid) Monte Carlo: momenta p of variance T are drawn in the tangent space, H = E + |p|^2/2 is followed by the leapfrog scheme for n steps of
 * size e, and the end is accepted with probability min(1, exp(-dH/T)); else the state stays. Kicks p -= (e/2) grad E alternate with free motion along the
 * geodesics of the manifold: straight in flat space, along great circles on the sphere. The scheme is reversible and keeps the volume, so exp(-E/T)
 * is sampled exactly at every step size; too large a step only rejects, as do infinite energies on the way; one that is not a number ends the run. Each trajectory multiplies e by a number uniform in (1 - j, 1 + j), lest a
 * trajectory be a period of some mode. n = 1 without jitter j is the Metropolis-adjusted Langevin algorithm with dt = e^2/2 ({@link MetropolisLangevin}).
 *
 * <p>Time counts trajectories; each costs n gradients, in blocks where several replicas or rungs share a landscape. The error of H over a trajectory grows as
 * sqrt(N) e^2: keep e ~ N^(-1/4).
 *
 * <p>Source: Duane, Kennedy, Pendleton and Roweth, Phys. Lett. B 195, 216 (1987); Byrne and Girolami, Scand. J. Stat. 40, 825 (2013) for the sphere.
 */
@Named(
        value = "hamiltonian-monte-carlo",
        title = "Hamiltonian Monte Carlo",
        doc = "Short Hamiltonian trajectories with fresh momenta, accepted or rejected as a whole: exact at every step,"
                + " on every manifold. Time in trajectories.",
        source = "Duane, Kennedy, Pendleton and Roweth, Phys. Lett. B 195, 216 (1987)",
        year = 1987,
        topics = {"thermal", "Monte Carlo"})
public record HamiltonianMonteCarlo(
        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0.5", min = 0.0, above = true)
        double temperature,

        @Param(
                doc = "size of a leapfrog step",
                symbol = "\u03b5",
                def = "0.2",
                min = 0.0,
                above = true,
                reason = "the p = 3 spherical model of N = 128 accepts nine trajectories in ten")
        double step,

        @Param(
                doc = "leapfrog steps of a trajectory",
                symbol = "n",
                def = "8",
                min = 1,
                max = 100000,
                reason = "about a quarter of a period of the softest modes that matter")
        int steps,

        @Param(
                doc = "by how much, relative, the step of a trajectory may differ from e: uniform in (1 - j, 1 + j)",
                symbol = "j",
                def = "0.1",
                min = 0.0,
                max = 0.9,
                reason = "breaks up periods of modes at hardly any cost")
        double jitter)
        implements SamplerSpec {
    private static final double USUAL_JITTER = 0.1;

    /** With the usual jitter. */
    public HamiltonianMonteCarlo(double temperature, double step, int steps) {
        this(temperature, step, steps, USUAL_JITTER);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public Sampler start(Model model, double[] x, Streams random) {
        return new HamiltonianPaths((Landscape) model, x, temperature, step, steps, jitter, random.stream("noise", 0));
    }

    @Override
    public String timeUnit() {
        return "trajectory";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return steps;
    }

    /** The leapfrog scheme on a curvature k is stable for steps below 2/sqrt(k). */
    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double largest = 2.0 / Math.sqrt(landscape.stiffness());
        double longest = (1.0 + jitter) * step;
        if (Double.isNaN(largest) || longest <= largest) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "unstable step: step=%s exceeds %.4g, which is 2 over the root of the largest curvature, less the"
                        + " jitter; take a smaller one",
                step,
                largest / (1.0 + jitter)));
    }

    @Override
    public HamiltonianMonteCarlo atTemperature(double other) {
        return new HamiltonianMonteCarlo(other, step, steps, jitter);
    }
}
