package rugged.observable.twotime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Layer;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.Overlaps;

/**
 * How far each layer has moved, (1/M_l) sum_{i in l} (x_i(t) - x_i(tw))^2 with M_l the parameters of layer l, and the displacement of all in units of the
 * length they had, |x(t) - x(tw)|^2/|x(tw)|^2. Their mean over layers, weighted by M_l/M, is the mean-square displacement.
 */
@Named(
        value = "layer-displacement",
        title = "Displacement by layer",
        doc = "Mean-square displacement of each layer of a network, and of all relative to its length.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"two times", "aging", "deep learning"})
public record LayerDisplacement() implements ObservableSpec {
    /** Displacement of one layer, numbered from 1. */
    public static final Quantity LAYER = new Quantity(
            "msd_layer",
            "\u0394_{l}(t, t_{w})",
            "",
            List.of("t", "tw", "layer"),
            "|x_{l}(t) - x_{l}(t_{w})|^{2}/M_{l} for the M_{l} parameters of layer l = 1, 2, ...");

    private static final List<String> TWO_TIMES = List.of("t", "tw");

    /** Displacement of all. */
    public static final Quantity SQUARE =
            new Quantity("sq_moved", "|\u0394x|^{2}", "", TWO_TIMES, "|x(t) - x(t_{w})|^{2}/M");

    /** Length that they had. */
    public static final Quantity LENGTH =
            new Quantity("sq_tw", "|x(t_{w})|^{2}", "", TWO_TIMES, "|x(t_{w})|^{2}/M, at every t anew");

    /** Displacement relative to the length. */
    public static final Quantity RELATIVE = Quantity.ratio(
            "msd_rel",
            "|\u0394x|^{2}/|x|^{2}",
            "",
            SQUARE,
            LENGTH,
            "|x(t) - x(t_{w})|^{2} / |x(t_{w})|^{2}, mean over mean");

    @Override
    public List<Quantity> quantities() {
        return List.of(LAYER, SQUARE, LENGTH, RELATIVE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    @Override
    public Probe open(Model model, Streams random) {
        List<Layer> layers = ((Supervised) model).layers();
        return (now, out) -> {
            for (int age : now.due()) {
                for (int r = 0; r < now.replicas(); r++) {
                    double[] then = now.snapshot(age, r);
                    double[] x = now.state(r);
                    for (int l = 0; l < layers.size(); l++) {
                        double moved = moved(then, x, layers.get(l));
                        out.put(LAYER, r, moved, Double.NaN, now.time(), now.age(age), l + 1.0);
                    }
                    double square = Overlaps.distance(then, x);
                    double length = Overlaps.overlap(then, then);
                    out.put(SQUARE, r, square, Double.NaN, now.time(), now.age(age));
                    out.put(LENGTH, r, length, Double.NaN, now.time(), now.age(age));
                }
            }
        };
    }

    private static double moved(double[] then, double[] x, Layer layer) {
        double sum = 0.0;
        for (int i = layer.from(); i < layer.to(); i++) sum += (x[i] - then[i]) * (x[i] - then[i]);
        return sum / (layer.to() - layer.from());
    }
}
