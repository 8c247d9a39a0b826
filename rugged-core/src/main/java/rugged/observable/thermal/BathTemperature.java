package rugged.observable.thermal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/** T(t), the temperature of the bath that moves the ensemble at that moment: the clock of an anneal. */
@Named(
        value = "temperature",
        title = "Temperature of the bath",
        doc = "The temperature of the bath at each observation, so that an anneal can be drawn against it.",
        topics = {"one time", "thermal"})
public record BathTemperature() implements ObservableSpec {
    /** Temperature of the bath. */
    public static final Quantity TEMPERATURE =
            new Quantity("T", "T", "J", List.of("t"), "temperature of the bath, k_B = 1");

    @Override
    public List<Quantity> quantities() {
        return List.of(TEMPERATURE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            if (now.single()) out.put(TEMPERATURE, Sink.ALL, now.dynamics().temperature(), Double.NaN, now.time());
        };
    }
}
