package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.LocalFields;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Sampler;
import rugged.dynamics.Order;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Heat-bath (Glauber) dynamics: a unit is drawn from its equilibrium law exp(-E/T) given all others, whatever it was. An Ising spin is set to +1 with the probability
 * 1/(1 + exp((E(+1) - E(-1))/T)), a discrete unit takes a value v with one proportional to exp(-E(v)/T), a vector in a local field h points where exp(h.x/T) takes it. A sweep is one
 * update for each unit, and time counts sweeps; k_B = 1. At T = 0 a unit follows its local field, and takes any of its values of lowest energy with the same probability: a fair coin of a
 * spin where the field vanishes.
 *
 * <p>Samples exp(-E/T) exactly. One uniform number an update decides between the values of a discrete unit, the highest ("up") below the smallest numbers: copies given the same streams stay
 * ordered in ferromagnetic models. A vector is drawn by rejection, with numbers as needed.
 *
 * <p>Source: Glauber, J. Math. Phys. 4, 294 (1963); vectors by Wood, Commun. Stat. Simul. Comput. 23, 157 (1994).
 */
@Named(
        value = "heat-bath",
        title = "Heat bath (Glauber)",
        doc = "Each update draws a spin, or another unit, from its equilibrium law given all others. Time in sweeps.",
        source = "Glauber, J. Math. Phys. 4, 294 (1963)",
        year = 1963,
        topics = {"thermal", "Monte Carlo"})
public record HeatBath(
        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0.5", min = 0.0)
        double temperature,

        @Param(doc = "order of the updates: random or sequential", def = "random")
        Order order)
        implements SweepSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.LOCAL_LAW);
    }

    @Override
    public Sampler start(Model model, double[] x, Streams random) {
        Sweep sweep = switch (model) {
            case SpinLandscape spins -> new SpinSweeps(spins, x, order, true);
            case DiscreteLandscape units -> new UnitSweeps(units, x, order, true);
            case LocalFields vectors -> VectorSweeps.heatBath(vectors, x, order);
            default ->
                throw new BadParameter(
                        "dynamics",
                        "heat-bath",
                        "needs discrete units, or vectors in local fields",
                        "langevin moves in any landscape with a gradient");
        };
        return new Sweeps(sweep, temperature, random.stream("noise", 0));
    }

    @Override
    public HeatBath atTemperature(double other) {
        return new HeatBath(other, order);
    }
}
