package rugged.observable.array;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * q_ab = x^a . x^b / N for all R^2 pairs of replicas of one disorder, the replicas with themselves included: a symmetric Gram matrix, as Parisi's matrix has it. Exact;
 * R^2/2 scalar products.
 */
@Named(
        value = "overlap-matrix",
        title = "Matrix of overlaps",
        doc = "Overlaps of all pairs of replicas in the same disorder, as a matrix.",
        source = "Parisi, Phys. Rev. Lett. 50, 1946 (1983)",
        year = 1983,
        topics = {"one time", "arrays", "replicas"})
public record OverlapMatrix(
        @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    /** All overlaps. */
    public static final Quantity OVERLAPS = Quantity.array(
            "overlaps", "q_{ab}", "", List.of("t"), List.of("a", "b"), "x^{a} \u00b7 x^{b} / N of two replicas");

    @Override
    public List<Quantity> quantities() {
        return List.of(OVERLAPS);
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
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return TimedProbe.every(every, (now, out) -> {
            double[][] q = new double[now.replicas()][now.replicas()];
            for (int a = 0; a < q.length; a++)
                for (int b = 0; b <= a; b++) q[a][b] = q[b][a] = model.overlap(now.state(a), now.state(b));
            out.put(OVERLAPS, Sink.ALL, NamedArray.matrix("a", "b", q), now.time());
        });
    }
}
