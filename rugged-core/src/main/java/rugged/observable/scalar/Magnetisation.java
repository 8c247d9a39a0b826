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

/** m(t) = sum_i x_i(t)/N of every replica, with its sign. Of a directed net t is the layer. Exact. */
@Named(
        value = "magnetisation",
        title = "Magnetisation",
        doc = "The mean of the coordinates of each replica, spins or others, with its sign.",
        topics = {"one time", "ferromagnets"})
public record Magnetisation() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.MAGNETISATION);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.ORIGIN, Need.CONFIGURATION);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double sum = 0.0;
                for (double xi : now.state(r)) sum += xi;
                out.put(Quantities.MAGNETISATION, r, sum / model.dimension(), Double.NaN, now.time());
            }
        };
    }
}
