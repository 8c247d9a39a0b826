package rugged.observable.array;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/** x(t)[N], all coordinates of each replica: positions, spins, weights. Exact; 8 N bytes a time and replica on disk. */
@Named(
        value = "configuration",
        title = "Configuration",
        doc = "All coordinates of each replica as an array: positions, spins, weights, in the landscape's order.",
        topics = {"one time", "arrays"})
public record Configuration(
        @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    /** All coordinates. */
    public static final Quantity STATE =
            Quantity.array("x", "x_{i}", "", List.of("t"), List.of("i"), "coordinate i of a replica");

    @Override
    public List<Quantity> quantities() {
        return List.of(STATE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONFIGURATION);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        return landscape.knownDimension() / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++)
                out.put(STATE, r, NamedArray.vector("i", now.state(r)), now.time());
        });
    }
}
