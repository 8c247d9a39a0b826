package rugged.observable.twotime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;

/**
 * C(t, 0) = x(0).x(t)/N at every observation time, whatever the ages of the schedule: what is left of the start. It keeps the states of time 0 itself; where
 * time 0 is not observed it is undefined (NaN). Memory: one state a replica.
 */
@Named(
        value = "memory",
        title = "Memory of the start",
        doc = "Overlap of the state with where it started, C(t, 0) = x(0).x(t)/N.",
        source = "Folena, Franz and Ricci-Tersenghi, Phys. Rev. X 10, 031045 (2020)",
        year = 2020,
        topics = {"one time", "memory"})
public record Memory() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.MEMORY);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.OVERLAP);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Recollection(model);
    }

    private static final class Recollection implements Probe {
        private final Model model;
        private final int n;
        private double[][] start = new double[0][];

        Recollection(Model model) {
            this.model = model;
            n = model.dimension();
        }

        @Override
        public void at(Moment now, Sink out) {
            if (now.time() == 0.0 && start.length == 0) {
                start = new double[now.replicas()][];
                for (int r = 0; r < start.length; r++) start[r] = now.state(r).clone();
            }
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double overlap = start.length == 0 ? Double.NaN : model.overlap(start[r], now.state(r));
                out.put(Quantities.MEMORY, r, overlap, Double.NaN, now.time());
            }
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            out.put(start.length);
            for (double[] x : start) out.put(x);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            start = new double[in.readInt()][n];
            for (double[] x : start) in.read(x);
        }
    }
}
