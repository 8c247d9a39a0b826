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
import rugged.num.Vectors;

/**
 * C_c(t, tw) = d(tw).d(t)/(|d(tw)| |d(t)|) with d = x - mean of the coordinates of x: the cosine between states less what all coordinates have in common, as conductances have that cannot be negative. 1 at lag 0. Undefined where all coordinates are equal.
 */
@Named(
        value = "centred-correlation",
        title = "Correlation less the mean",
        doc = "Cosine between the state and itself at an earlier age, each less the mean of its coordinates.",
        source = "textbook",
        topics = {"two times", "aging"})
public record CentredCorrelation() implements ObservableSpec {
    /** Cosine. */
    static final Quantity CENTRED = new Quantity(
            "C_c",
            "C_{c}(t, t_{w})",
            "",
            List.of("t", "tw"),
            "d(t_{w}) \u00b7 d(t) / (|d(t_{w})| |d(t)|), d = x less the mean of its coordinates");

    @Override
    public List<Quantity> quantities() {
        return List.of(CENTRED);
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
                    double cosine = cosine(now.snapshot(age, r), now.state(r));
                    out.put(CENTRED, r, cosine, Double.NaN, now.time(), now.age(age));
                }
            }
        };
    }

    private static double cosine(double[] a, double[] b) {
        double meanA = Vectors.mean(a);
        double meanB = Vectors.mean(b);
        double ab = 0.0;
        double aa = 0.0;
        double bb = 0.0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
