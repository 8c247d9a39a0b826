package rugged.observable.twotime;

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

/**
 * C(t, tw) = x(tw).x(t)/N at every pair that the schedule has due. On the sphere and for spins C(t, t) = 1; where |x|^2 is not N it is not normalised.
 * Unbiased for each replica; N multiply-adds a pair.
 */
@Named(
        value = "correlation",
        title = "Two-time correlation",
        doc = "Overlap of the state with itself at an earlier age, C(t, tw) = x(tw).x(t)/N.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"two times", "aging"})
public record Correlation() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.CORRELATION);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.OVERLAP);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            for (int age : now.due()) {
                for (int r = 0; r < now.replicas(); r++) {
                    double overlap = model.overlap(now.snapshot(age, r), now.state(r));
                    out.put(Quantities.CORRELATION, r, overlap, Double.NaN, now.time(), now.age(age));
                }
            }
        };
    }
}
