package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * 1 where E(x(t))/extent is at most a threshold, 0 where it is above: of an energy that is 0 exactly where all constraints are satisfied, such as that of overlapping particles or of violated patterns, its mean over seeds is the share of draws that a descent satisfies. Exact for every replica, but for the threshold: a descent that goes on to 0 arrives at it after some time, and a
 * minimum whose energy is positive and below it is taken for 0. Beyond a transition at distance d the least energy grows as d^2, so that the threshold shifts it by about its square root.
 */
@Named(
        value = "zero-energy",
        title = "Whether the energy is zero",
        doc = "1 where the energy by the model's extent is at most a threshold, else 0: the share of draws of which all"
                + " constraints are satisfied.",
        topics = {"one time", "jamming", "constraint satisfaction"})
public record ZeroEnergy(
        @Param(
                doc = "energy by the extent up to which it counts as 0",
                def = "1e-12",
                min = 0.0,
                reason = "shifts a transition by about its square root, and a descent arrives at it soon")
        double threshold)
        implements ObservableSpec {
    private static final Quantity ZERO = new Quantity(
            "zero_energy",
            "p_{0}",
            "",
            List.of("t"),
            "1 where the energy by the extent is at most the threshold, else 0");

    @Override
    public List<Quantity> quantities() {
        return List.of(ZERO);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.ENERGY);
    }

    @Override
    public Probe open(Model model, Streams random) {
        double extent = model.extent();
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double energy = now.energy(r) / extent;
                double zero = Double.isNaN(energy) ? Double.NaN : energy <= threshold ? 1.0 : 0.0;
                out.put(ZERO, r, zero, Double.NaN, now.time());
            }
        };
    }
}
