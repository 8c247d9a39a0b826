package rugged.observable.twotime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.curvature.Portraits;

/**
 * C_o(t, tw) = sum_{a,k} o_ak(tw) o_ak(t) over the square root of the same sums at equal times, with o_ak the k-th output of training pattern a minus its
 * mean over patterns: the cosine between two functions, blind to symmetries of the weights. Undefined (NaN) where the outputs are the same for all
 * patterns. Cost: a forward pass over the training set for each replica; up to 64 MiB for outputs at ages, which are computed again where there is no room.
 */
@Named(
        value = "function-correlation",
        title = "Correlation of the function",
        doc = "Overlap of a network's outputs with those at an earlier age, centred and normalised.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"two times", "aging", "deep learning"})
public record FunctionCorrelation() implements ObservableSpec {
    /** Cosine of the outputs. */
    public static final Quantity OUTPUTS = new Quantity(
            "C_o",
            "C_{o}(t, t_{w})",
            "",
            List.of("t", "tw"),
            "o(t_{w}) \u00b7 o(t) / (|o(t_{w})| |o(t)|) over training patterns and outputs, each output centred over"
                    + " the patterns");

    @Override
    public List<Quantity> quantities() {
        return List.of(OUTPUTS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    @Override
    public Probe open(Model model, Streams random) {
        Supervised network = (Supervised) model;
        int length = network.patterns() * network.outputs();
        return new Portraits(OUTPUTS, length, network.outputs(), (x, o) -> network.outputs(x, Part.TRAIN, o));
    }
}
