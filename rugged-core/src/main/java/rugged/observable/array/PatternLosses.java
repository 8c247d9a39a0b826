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
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Loss and margin of every training example, P numbers each: what their means hide, such as the gap between satisfied and unsatisfied examples. The loss is that of the
 * example alone, without weight decay; the margin is y o for labels +-1 and o_y - max_{k != y} o_k for classes, NaN where targets are values. Exact. Two forward passes over
 * all examples, 16 P bytes a time and replica on disk.
 */
@Named(
        value = "pattern-losses",
        title = "Losses and margins of all patterns",
        doc = "Loss and margin of every training example as arrays, in the order of the examples.",
        topics = {"one time", "arrays", "deep learning"})
public record PatternLosses(
        @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    private static final List<String> PATTERN = List.of("pattern");

    /** Loss of each example. */
    public static final Quantity LOSSES = Quantity.array(
            "pattern_losses",
            "l_{\u03bc}",
            "",
            List.of("t"),
            PATTERN,
            "loss of training example \u03bc, without weight decay");

    /** Margin of each example. */
    public static final Quantity MARGINS = Quantity.array(
            "pattern_margins",
            "m_{\u03bc}",
            "",
            List.of("t"),
            PATTERN,
            "margin of training example \u03bc, below 0 where it is wrong");

    @Override
    public List<Quantity> quantities() {
        return List.of(LOSSES, MARGINS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : 2.0 * patterns / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Supervised network = (Supervised) model;
        double[] each = new double[network.examples(Part.TRAIN)];
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                network.losses(now.state(r), Part.TRAIN, each);
                out.put(LOSSES, r, NamedArray.vector("pattern", each), now.time());
                network.margins(now.state(r), Part.TRAIN, each);
                out.put(MARGINS, r, NamedArray.vector("pattern", each), now.time());
            }
        });
    }
}
