package rugged.observable.thermal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * Overlaps q_ab = x^a.x^b/N of replicas in the same disorder: every pair a < b by itself, and their mean. Unbiased; the pairs of one disorder are not
 * independent, so error bars come from the scatter between disorder samples.
 */
@Named(
        value = "replica-overlap",
        title = "Replica overlap",
        doc = "Overlap of every pair of replicas that evolve in the same disorder with noise of their own, and the"
                + " mean over pairs.",
        source = "Parisi, Phys. Rev. Lett. 50, 1946 (1983)",
        year = 1983,
        topics = {"one time", "replicas"})
public record ReplicaOverlap() implements ObservableSpec {
    /** Overlap of one pair of replicas, numbered from 0. */
    public static final Quantity PAIR = new Quantity(
            "q_ab", "q_{ab}", "", List.of("t", "a", "b"), "x^a . x^b / N for the replicas a < b of one disorder");

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.REPLICA_OVERLAP, PAIR);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.OVERLAP);
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            if (!now.single()) return;
            int pairs = 0;
            double sum = 0.0;
            for (int a = 0; a < now.replicas(); a++) {
                for (int b = a + 1; b < now.replicas(); b++) {
                    double overlap = model.overlap(now.state(a), now.state(b));
                    out.put(PAIR, Sink.ALL, overlap, Double.NaN, now.time(), a, b);
                    sum += overlap;
                    pairs++;
                }
            }
            if (pairs > 0) out.put(Quantities.REPLICA_OVERLAP, Sink.ALL, sum / pairs, Double.NaN, now.time());
        };
    }
}
