package rugged.observable.twotime;

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
import rugged.observable.Overlaps;

/**
 * C_w(t, tw) = x(tw).x(t)/(|x(tw)| |x(t)|), the cosine between the states: 1 at lag 0 whatever their length, unlike {@link Correlation}. The scale symmetry of
 * relu networks lets |x| drift; see also {@link FunctionCorrelation}.
 */
@Named(
        value = "weight-correlation",
        title = "Correlation of the weights",
        doc = "Cosine of the angle between the state and itself at an earlier age.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"two times", "aging", "deep learning"})
public record WeightCorrelation() implements ObservableSpec {
    /** Cosine. */
    public static final Quantity WEIGHTS = new Quantity(
            "C_w", "C_{w}(t, t_{w})", "", List.of("t", "tw"), "x(t_{w}) \u00b7 x(t) / (|x(t_{w})| |x(t)|)");

    @Override
    public List<Quantity> quantities() {
        return List.of(WEIGHTS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.ORIGIN);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            for (int age : now.due()) {
                for (int r = 0; r < now.replicas(); r++) {
                    double cosine = Overlaps.cosine(now.snapshot(age, r), now.state(r));
                    out.put(WEIGHTS, r, cosine, Double.NaN, now.time(), now.age(age));
                }
            }
        };
    }
}
