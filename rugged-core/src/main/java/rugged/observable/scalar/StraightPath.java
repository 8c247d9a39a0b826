package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.geometry.Symmetry;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * The barrier on the straight way from the first state that is observed, x_0, to each later one, x: max over 0 <= s <= 1 of E(x_0 + s (x - x_0)) less the higher of the energies of both ends, 0 where none is higher. Once as the states are, and once after the
 * landscape's symmetry has laid x as near to x_0 as it can, hidden units permuted and their signs changed: where only the second is low, two minima are neighbours whose units have other names. On a curved space the way is drawn back on it. Where a search
 * has drawn a map, x_0 is the global minimum.
 *
 * <p>The energy is looked at in so many places at equal distances: the barrier is a bound from below, of relative error of order 1/places^2 where the way is smooth. Two energies a place, and an assignment of hidden units.
 */
@Named(
        value = "straight-path",
        title = "Barrier on the straight way",
        doc = "Height of the energy on the straight way from the first observed state, before and after its symmetry"
                + " has laid one on the other.",
        source = "Entezari, Sedghi, Saukh and Neyshabur, ICLR (2022), arXiv:2110.06296",
        year = 2022,
        topics = {"one time", "energy landscapes"})
public record StraightPath(
        @Param(doc = "places between the ends at which the energy is taken", def = "49", min = 1, max = 100000)
        int places)
        implements ObservableSpec {
    /** As they are. */
    public static final Quantity BARRIER = new Quantity(
            "path_barrier",
            "\u0394E",
            "energy",
            List.of("t"),
            "highest energy on the straight way from the first state to this one, above the higher end");

    /** Aligned. */
    public static final Quantity ALIGNED = new Quantity(
            "path_barrier_aligned",
            "\u0394E",
            "energy",
            List.of("t"),
            "the same, after the symmetry has laid this state as near to the first as it can");

    /** How far. */
    public static final Quantity DISTANCE = new Quantity(
            "aligned_distance",
            "d",
            "",
            List.of("t"),
            "|x - x_0| after the symmetry has laid this state as near to the first as it can");

    @Override
    public List<Quantity> quantities() {
        return List.of(BARRIER, ALIGNED, DISTANCE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 2.0 * places;
    }

    /** The first state, a place on the way, the way, and what the symmetry makes of a state. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        return Double.isNaN(n) ? 0.0 : 4.0 * Double.BYTES * n;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Ways((Landscape) model, places);
    }

    /** The energy above the higher end on the way from a to b; x and way are scratch. */
    static double barrier(Landscape landscape, double[] a, double[] b, int places, double[] x, double[] way) {
        double ends = Math.max(landscape.energy(a), landscape.energy(b));
        double highest = ends;
        landscape.manifold().difference(a, b, way);
        for (int k = 1; k <= places; k++) {
            System.arraycopy(a, 0, x, 0, x.length);
            Vectors.add(x, k / (places + 1.0), way);
            landscape.manifold().retract(x);
            highest = Math.max(highest, landscape.energy(x));
        }
        return highest - ends;
    }

    private static final class Ways implements Probe {
        private final Landscape landscape;
        private final Symmetry symmetry;
        private final int places;
        private final double[] moved;
        private final double[] x;
        private final double[] way;

        /** The first state of each replica. */
        private double[][] first = new double[0][];

        Ways(Landscape landscape, int places) {
            this.landscape = landscape;
            this.places = places;
            symmetry = landscape.symmetry();
            int n = landscape.dimension();
            moved = new double[n];
            x = new double[n];
            way = new double[n];
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            if (first.length == 0) {
                first = new double[now.replicas()][];
                for (int r = 0; r < first.length; r++) first[r] = now.state(r).clone();
            }
            for (int r = 0; r < now.replicas(); r++) {
                double[] end = now.state(r);
                put(BARRIER, r, barrier(landscape, first[r], end, places, x, way), now, out);
                double distance = symmetry.align(first[r], end, moved);
                put(ALIGNED, r, barrier(landscape, first[r], moved, places, x, way), now, out);
                put(DISTANCE, r, distance, now, out);
            }
        }

        private static void put(Quantity quantity, int replica, double value, Moment now, Sink out) {
            out.put(quantity, replica, value, Double.NaN, now.time());
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(first.length);
            for (double[] state : first) out.put(state);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            first = new double[in.readInt()][landscape.dimension()];
            for (double[] state : first) in.read(state);
        }
    }
}
