package rugged.observable.scalar;

import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Excursion;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.Descents;
import rugged.observable.Overlaps;

/**
 * The inherent structure under the state: from x(t) a minimiser descends on a copy, which never touches the run. Written are the energy of the minimum, its
 * distance |x - x_IS|^2/N from the state, and whether the minimiser converged. Energy and distance are undefined (NaN) where it did not: a point on
 * the way down is no minimum. The energy where the descent ended, and the length of the gradient there, which is what
 * its tolerance is about, are written in either case: the loss of a network on separable data falls for ever under
 * cross-entropy or the logistic loss, and no descent converges.
 *
 * <p>Source: Stillinger and Weber, Phys. Rev. A 25, 978 (1982). Cost: one minimisation a replica at each time that is selected by {@code from} and
 * {@code every}.
 */
@Named(
        value = "inherent-structure",
        title = "Inherent structure",
        doc = "The minimum that a descent from the present state reaches: its energy and its distance.",
        source = "Stillinger and Weber, Phys. Rev. A 25, 978 (1982)",
        year = 1982,
        topics = {"one time", "minimisation", "landscape"})
public record InherentStructure(Descents descents) implements ObservableSpec {
    /** Distance to the inherent structure. */
    public static final Quantity DISTANCE = new Quantity(
            "d_IS",
            "|x - x_{IS}|^{2}/N",
            "",
            List.of("t"),
            "squared distance, divided by N, of x(t) from the minimum that a quench from it reaches");

    /** Whether the descent arrived. */
    public static final Quantity ARRIVED = new Quantity(
            "arrived_IS", "arrived", "", List.of("t"), "1 when the quench from x(t) converged, 0 when it did not");

    /** Energy at the end of the descent. */
    public static final Quantity END = new Quantity(
            "loss_IS",
            "L_{IS}",
            "J",
            List.of("t"),
            "energy over extent where the quench from x(t) ended, converged or not: an upper bound of e_IS");

    /** What the descent's criterion is about. */
    public static final Quantity FORCE = new Quantity(
            "force_IS",
            "|g_{IS}|/\u221aN",
            "J",
            List.of("t"),
            "length of the gradient, divided by \u221aN, where the quench from x(t) ended: the value that its tolerance"
                    + " bounds when it converged");

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.INHERENT_ENERGY, DISTANCE, ARRIVED, END, FORCE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return descents.times(schedule);
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return Double.isNaN(landscape.knownDimension()) ? 0.0 : descents.memory(landscape);
    }

    @Override
    public Set<Need> needs() {
        return descents.needs();
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Ends(this, model);
    }

    /** |g|/sqrt(N) in the tangent space. */
    public static double force(Landscape landscape, double[] x) {
        double[] g = new double[x.length];
        landscape.energyAndGradient(x, g);
        landscape.manifold().tangent(x, g);
        return Math.sqrt(Overlaps.overlap(g, g));
    }

    private static final class Ends implements Probe {
        private final InherentStructure spec;
        private final Model model;
        private long seen;
        private double latest = Double.NEGATIVE_INFINITY;

        Ends(InherentStructure spec, Model model) {
            this.spec = spec;
            this.model = model;
        }

        @Override
        public void at(Moment now, Sink out) {
            count(now);
        }

        private void count(Moment now) {
            if (!now.single() || now.time() < spec.descents.from() || now.time() <= latest) return;
            seen++;
            latest = now.time();
        }

        @Override
        public List<Excursion> excursions(Moment now) {
            count(now);
            if (!now.single() || now.time() < spec.descents.from() || (seen - 1) % spec.descents.every() != 0)
                return List.of();
            return spec.descents.begun(now);
        }

        @Override
        public void returned(Moment now, int excursion, double[] x, double energy, Status status, Sink out) {
            boolean arrived = status instanceof Status.Converged;
            double extent = model.extent();
            double minimum = arrived ? energy / extent : Double.NaN;
            double distance =
                    arrived ? model.squaredDifference(x, now.state(excursion)) / model.dimension() : Double.NaN;
            out.put(Quantities.INHERENT_ENERGY, excursion, minimum, Double.NaN, now.time());
            out.put(DISTANCE, excursion, distance, Double.NaN, now.time());
            out.put(END, excursion, energy / extent, Double.NaN, now.time());
            out.put(ARRIVED, excursion, arrived ? 1.0 : 0.0, Double.NaN, now.time());
            double force = model instanceof Landscape landscape ? force(landscape, x) : Double.NaN;
            out.put(FORCE, excursion, force, Double.NaN, now.time());
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(seen).put(latest).bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            seen = in.readLong();
            latest = in.readDouble();
        }
    }
}
