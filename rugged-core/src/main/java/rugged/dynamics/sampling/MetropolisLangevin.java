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
 * The Metropolis-adjusted Langevin algorithm (MALA): x' = x - dt grad E + sqrt(2 T dt) xi, accepted with probability min(1, exp(-(E' - E)/T) q(x | x')/q(x' | x)), q the Gaussian law of the proposal; else the state stays. Samples exp(-E/T) exactly at every step size, where {@code langevin} is off by O(dt).
 * It is a Hamiltonian trajectory of one leapfrog step e = sqrt(2 dt), and is done as one, on every manifold.
 *
 * <p>Time counts steps of one gradient each. The acceptance falls with N dt^3: keep dt ~ N^(-1/3), for about 0.57 of proposals.
 *
 * <p>Source: Roberts and Tweedie, Bernoulli 2, 341 (1996); Roberts and Rosenthal, J. R. Stat. Soc. B 60, 255 (1998) for the acceptance.
 */
@Named(
        value = "mala",
        title = "Metropolis-adjusted Langevin",
        doc = "Langevin steps, each accepted or rejected: exact at every step size. Time in steps.",
        source = "Roberts and Tweedie, Bernoulli 2, 341 (1996)",
        year = 1996,
        topics = {"thermal", "Monte Carlo"})
public record MetropolisLangevin(
        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0.5", min = 0.0, above = true)
        double temperature,

        @Param(
                doc = "time step",
                symbol = "dt",
                unit = "1/J",
                def = "0.02",
                min = 0.0,
                above = true,
                reason = "the p = 3 spherical model of N = 128 accepts most steps")
        double dt)
        implements SamplerSpec {
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
        return new HamiltonianPaths(
                (Landscape) model, x, temperature, Math.sqrt(2.0 * dt), 1, 0.0, random.stream("noise", 0));
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
        return 1.0;
    }

    /** On a curvature k nearly every proposal is refused beyond dt = 2/k. */
    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double largest = 2.0 / landscape.stiffness();
        if (Double.isNaN(largest) || dt <= largest) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "unstable step: dt=%s exceeds %.4g, which is 2 over the largest curvature; take a smaller one",
                dt,
                largest));
    }

    @Override
    public MetropolisLangevin atTemperature(double other) {
        return new MetropolisLangevin(other, dt);
    }
}
