package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.SamplerSpec;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Sampler;
import rugged.dynamics.Order;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Heat-bath (Glauber) dynamics of Ising spins: a spin is set to +1 with its equilibrium probability 1/(1 + exp((E(+1) - E(-1))/T)) given the others, whatever
 * it was. A sweep is N updates, and time counts sweeps; k_B = 1. At T = 0 a spin follows its local field, and is a fair coin where that vanishes.
 *
 * <p>Samples exp(-E/T) exactly. One uniform number an update decides "up" below the probability: copies given the same streams stay ordered in
 * ferromagnetic models.
 *
 * <p>Source: Glauber, J. Math. Phys. 4, 294 (1963).
 */
@Named(
        value = "heat-bath",
        title = "Heat bath (Glauber)",
        doc = "Each update draws a spin from its equilibrium law given all others. Time in sweeps.",
        source = "Glauber, J. Math. Phys. 4, 294 (1963)",
        year = 1963,
        topics = {"thermal", "Monte Carlo"})
public record HeatBath(
        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0.5", min = 0.0)
        double temperature,

        @Param(doc = "order of the updates: random or sequential", def = "random")
        Order order)
        implements SamplerSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SPINS);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public Sampler start(Model model, double[] x, Streams random) {
        return new Sweeps(
                new SpinSweeps((SpinLandscape) model, x, order, true), temperature, random.stream("noise", 0));
    }

    @Override
    public String timeUnit() {
        return "sweep";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public HeatBath atTemperature(double other) {
        return new HeatBath(other, order);
    }
}
