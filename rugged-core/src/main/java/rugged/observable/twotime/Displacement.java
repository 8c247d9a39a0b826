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
 * Delta(t, tw) = |x(t) - x(tw)|^2/N at every pair that the schedule has due: on the sphere and for spins 2 (1 - C). Summed over the differences, in double
 * precision, so that displacements of 1e-15 at late times keep their digits. In a periodic box the difference is that of the nearest images: a particle that
 * crosses the border has not moved far, one that goes round the box comes back.
 */
@Named(
        value = "displacement",
        title = "Mean-square displacement",
        doc = "How far the state has moved since an earlier age, |x(t) - x(tw)|^2/N.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"two times", "aging"})
public record Displacement() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.DISPLACEMENT);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    @Override
    public Probe open(Model model, Streams random) {
        int n = model.dimension();
        return (now, out) -> {
            for (int age : now.due()) {
                for (int r = 0; r < now.replicas(); r++) {
                    double distance = model.squaredDifference(now.snapshot(age, r), now.state(r)) / n;
                    out.put(Quantities.DISPLACEMENT, r, distance, Double.NaN, now.time(), now.age(age));
                }
            }
        };
    }
}
