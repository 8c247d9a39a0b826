package rugged.observable.scalar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;

/**
 * Whether states err on the same test examples: the overlap of the sets of those that are wrong, how many are wrong in both over how many are wrong in either (Jaccard), 1 where neither errs. With the first state that is observed, which is the
 * global minimum where a search has drawn a map, and the mean over all pairs of states observed so far. Wrong is a margin that is not above 0. NaN where targets are values or there are no test examples.
 *
 * <p>Exact. One forward pass over the test examples a time, and a bit for each example and time.
 */
@Named(
        value = "shared-errors",
        title = "Overlap of errors",
        doc = "Overlap of the sets of wrong test examples: of each state with the first one, and of all pairs.",
        source = "Ballard et al., Phys. Chem. Chem. Phys. 19, 12585 (2017)",
        year = 2017,
        topics = {"one time", "deep learning"})
public record SharedErrors() implements ObservableSpec {
    /** With the first state. */
    public static final Quantity FIRST = new Quantity(
            "shared_errors",
            "J",
            "",
            List.of("t"),
            "test examples that are wrong now and at the first time, over those wrong at either; 1 where there are"
                    + " none");

    /** Over pairs. */
    public static final Quantity PAIRS = new Quantity(
            "shared_errors_pairs",
            "J",
            "",
            List.of("t"),
            "the same, mean over all pairs of times up to now; NaN at the first");

    @Override
    public List<Quantity> quantities() {
        return List.of(FIRST, PAIRS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    /** A number for each test example, taken to be as many as there are to learn. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : 2.0 * Double.BYTES * patterns;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Sets((Supervised) model);
    }

    /** Wrong in both over wrong in either. */
    static double overlap(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        int shared = both.cardinality();
        int either = one.cardinality() + other.cardinality() - shared;
        return either == 0 ? 1.0 : (double) shared / either;
    }

    private static final class Sets implements Probe {
        private final Supervised network;
        private final double[] margins;

        /** For each replica what was wrong at each time. */
        private final List<List<BitSet>> wrong = new ArrayList<>();

        /** For each replica the sum of the overlaps of all pairs. */
        private double[] sums = new double[0];

        Sets(Supervised network) {
            this.network = network;
            margins = new double[network.examples(Part.TEST)];
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            for (int r = wrong.size(); r < now.replicas(); r++) wrong.add(new ArrayList<>());
            if (sums.length < now.replicas()) sums = Arrays.copyOf(sums, now.replicas());
            boolean defined = network.classes() > 0 && margins.length > 0;
            for (int r = 0; r < now.replicas(); r++) {
                double first = defined ? first(r, now) : Double.NaN;
                long before = wrong.get(r).size() - 1L;
                double pairs = before > 0 ? sums[r] / (0.5 * before * (before + 1)) : Double.NaN;
                out.put(FIRST, r, first, Double.NaN, now.time());
                out.put(PAIRS, r, pairs, Double.NaN, now.time());
            }
        }

        private double first(int replica, Moment now) {
            network.margins(now.state(replica), Part.TEST, margins);
            BitSet set = new BitSet(margins.length);
            for (int a = 0; a < margins.length; a++) if (!(margins[a] > 0.0)) set.set(a);
            List<BitSet> known = wrong.get(replica);
            for (BitSet other : known) sums[replica] += overlap(set, other);
            known.add(set);
            return overlap(set, known.getFirst());
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(wrong.size());
            for (int r = 0; r < wrong.size(); r++) {
                out.put(sums[r]).put(wrong.get(r).size());
                for (BitSet set : wrong.get(r)) out.put(set.toByteArray());
            }
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            int replicas = in.readInt();
            wrong.clear();
            sums = new double[replicas];
            for (int r = 0; r < replicas; r++) {
                sums[r] = in.readDouble();
                int times = in.readInt();
                List<BitSet> sets = new ArrayList<>();
                for (int k = 0; k < times; k++) sets.add(BitSet.valueOf(in.readBytes()));
                wrong.add(sets);
            }
        }
    }
}
