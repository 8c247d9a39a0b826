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

/**
 * d(t) = |x^a - x^b|^2/N in the mean over pairs of replicas. From a common start it says how far noise alone takes copies apart, also where nothing is
 * stationary and no effective temperature exists. Summed over differences, so that small distances keep their digits.
 */
@Named(
        value = "replica-distance",
        title = "Distance of replicas",
        doc = "Squared distance between replicas with noise of their own, in the mean over pairs.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"one time", "replicas"})
public record ReplicaDistance() implements ObservableSpec {
    /** Mean squared distance. */
    public static final Quantity DISTANCE = new Quantity(
            "d_ab", "d", "", List.of("t"), "|x^{a} - x^{b}|^{2}/N, mean over pairs of replicas of one disorder");

    @Override
    public List<Quantity> quantities() {
        return List.of(DISTANCE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        int n = model.dimension();
        return (now, out) -> {
            if (!now.single()) return;
            int pairs = 0;
            double sum = 0.0;
            for (int a = 0; a < now.replicas(); a++) {
                for (int b = a + 1; b < now.replicas(); b++) {
                    sum += model.squaredDifference(now.state(a), now.state(b)) / n;
                    pairs++;
                }
            }
            out.put(DISTANCE, Sink.ALL, pairs == 0 ? Double.NaN : sum / pairs, Double.NaN, now.time());
        };
    }
}
