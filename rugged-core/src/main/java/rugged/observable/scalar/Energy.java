package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/** e(t) = E(x(t)) / extent: H/N for an extensive energy, the loss itself for a loss that is a mean already. Exact for every replica. */
@Named(
        value = "energy",
        title = "Energy",
        doc = "The energy of each replica, divided by the model's extent: H/N for an extensive energy, the loss for"
                + " a network.",
        topics = {"one time"})
public record Energy() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.ENERGY);
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
                out.put(Quantities.ENERGY, r, now.energy(r) / extent, Double.NaN, now.time());
            }
        };
    }
}
