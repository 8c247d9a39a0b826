package rugged.observable.curvature;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Excursion;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.observable.Descents;
import rugged.observable.Overlaps;
import rugged.observable.Turns;
import rugged.observable.scalar.InherentStructure;
import rugged.params.Param;

/**
 * What the landscape looks like where a quench ends: the edges of the Hessian by Lanczos, its index (all eigenvalues, up to 400 degrees of freedom; NaN
 * beyond), and whether it is the minimum that the quench before ended in. Edges and index are undefined (NaN) where the quench did not converge; those
 * of the point on the way down have names of their own, and what the convergence of both is judged by, the length of the gradient and the residual of the edges, is
 * written in either case.
 *
 * <p>Two minima are the same when their distance is at most {@code same} times their length, or, for a network, when their outputs on the training set are
 * that close: symmetries of the weights make no difference then. Undefined (NaN) at the first quench and unless both converged.
 *
 * <p>Cost: a quench a replica, as for {@link InherentStructure}, and {@code steps} Hessian-vector products.
 */
@Named(
        value = "inherent-curvature",
        title = "Curvature at inherent structures",
        doc = "Edges and index of the Hessian at the minimum that a quench reaches, and whether it is a new one.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"one time", "minimisation", "landscape", "curvature"})
public record InherentCurvature(
        Descents descents,

        @Param(doc = "steps of Lanczos", def = "100", min = 2, max = 10000)
        int steps,

        @Param(
                doc = "relative distance within which two minima are the same",
                def = "1e-3",
                min = 0.0,
                above = true,
                reason = "far above what is left of a descent, far below the distance of neighbouring minima")
        double same)
        implements ObservableSpec {
    private static final List<String> TIME = List.of("t");

    /** Smallest eigenvalue. */
    public static final Quantity SMALLEST = new Quantity(
            "lambda_min_IS",
            "\u03bb_{min}^{IS}",
            "J",
            TIME,
            "smallest eigenvalue of the Hessian at the minimum that the quench from x(t) reaches");

    /** Largest eigenvalue. */
    public static final Quantity LARGEST = new Quantity(
            "lambda_max_IS",
            "\u03bb_{max}^{IS}",
            "J",
            TIME,
            "largest eigenvalue of the Hessian at the minimum that the quench from x(t) reaches");

    /** Negative eigenvalues. */
    public static final Quantity INDEX = new Quantity(
            "index_IS",
            "index_{IS}",
            "",
            TIME,
            "number of negative eigenvalues of the Hessian at the minimum that the quench from x(t) reaches");

    /** Smallest eigenvalue where the quench ended. */
    public static final Quantity SMALLEST_END = new Quantity(
            "lambda_min_end",
            "\u03bb_{min}^{end}",
            "J",
            TIME,
            "smallest eigenvalue of the Hessian where the quench from x(t) ended, converged or not");

    /** Largest eigenvalue where the quench ended. */
    public static final Quantity LARGEST_END = new Quantity(
            "lambda_max_end",
            "\u03bb_{max}^{end}",
            "J",
            TIME,
            "largest eigenvalue of the Hessian where the quench from x(t) ended, converged or not");

    /** Negative eigenvalues where the quench ended. */
    public static final Quantity INDEX_END = new Quantity(
            "index_end",
            "index_{end}",
            "",
            TIME,
            "number of negative eigenvalues of the Hessian where the quench from x(t) ended, converged or not");

    /** Residual of the edges. */
    public static final Quantity RESIDUAL = new Quantity(
            "lambda_res_end",
            "|Hu - \u03bbu|_{end}",
            "J",
            TIME,
            "the larger residual of the two edges where the quench from x(t) ended: there is an eigenvalue within this"
                    + " distance of each");

    /** Whether the quench arrived. */
    public static final Quantity ARRIVED = new Quantity(
            "arrived_end", "arrived", "", TIME, "1 when the quench from x(t) converged, 0 when it did not");

    /** What the criterion of the quench is about. */
    public static final Quantity FORCE = new Quantity(
            "force_end",
            "|g_{end}|/\u221aN",
            "J",
            TIME,
            "length of the gradient, divided by \u221aN, where the quench from x(t) ended: the value that its tolerance"
                    + " bounds when it converged");

    /** Whether it is the minimum of before. */
    public static final Quantity SAME = new Quantity(
            "same_IS",
            "same",
            "",
            TIME,
            "1 when the quench from x(t) ends in the same minimum as the one before, 0 when in another");

    @Override
    public List<Quantity> quantities() {
        return List.of(SMALLEST, LARGEST, INDEX, SAME, SMALLEST_END, LARGEST_END, INDEX_END, RESIDUAL, ARRIVED, FORCE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return descents.times(schedule);
    }

    @Override
    public Set<Need> needs() {
        EnumSet<Need> needs = EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR);
        needs.addAll(descents.needs());
        return needs;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        double spectrum = n <= Edges.DENSE ? DenseSpectrum.bytes(n) : Edges.basis(n, Math.min(steps, n));
        return spectrum + descents.memory(landscape);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Ends(this, (Landscape) model, random);
    }

    private static final class Ends implements Probe {
        private final InherentCurvature spec;
        private final Landscape landscape;
        private final StateOperator curvature;
        private final Streams random;
        private final Turns turns;
        private final Map<Integer, double[]> before = new TreeMap<>();

        Ends(InherentCurvature spec, Landscape landscape, Streams random) {
            this.spec = spec;
            this.landscape = landscape;
            this.random = random;
            curvature = StateOperator.of(Operator.HESSIAN, landscape);
            turns = new Turns(spec.descents.from(), spec.descents.every());
        }

        @Override
        public void at(Moment now, Sink out) {}

        @Override
        public List<Excursion> excursions(Moment now) {
            if (!turns.next(now)) return List.of();
            return spec.descents.begun(now);
        }

        @Override
        public void returned(Moment now, int r, double[] x, double energy, Status status, Sink out) {
            Streams moment = random.family("moment", Double.doubleToLongBits(now.time()));
            curvature.at(x);
            Edges edges = Edges.of(curvature, spec.steps, moment.stream("start", r));
            boolean arrived = status instanceof Status.Converged;
            edges(edges, arrived, r, now.time(), out);
            out.put(ARRIVED, r, arrived ? 1.0 : 0.0, Double.NaN, now.time());
            out.put(FORCE, r, InherentStructure.force(landscape, x), Double.NaN, now.time());
            double[] earlier = before.get(r);
            double answer = Double.NaN;
            if (arrived && earlier != null) answer = same(earlier, x) ? 1.0 : 0.0;
            out.put(SAME, r, answer, Double.NaN, now.time());
            if (arrived) before.put(r, x.clone());
            else before.remove(r);
        }

        private static void edges(Edges edges, boolean arrived, int r, double t, Sink out) {
            out.put(SMALLEST, r, arrived ? edges.smallest() : Double.NaN, Double.NaN, t);
            out.put(LARGEST, r, arrived ? edges.largest() : Double.NaN, Double.NaN, t);
            out.put(INDEX, r, arrived ? edges.index() : Double.NaN, Double.NaN, t);
            out.put(SMALLEST_END, r, edges.smallest(), Double.NaN, t);
            out.put(LARGEST_END, r, edges.largest(), Double.NaN, t);
            out.put(INDEX_END, r, edges.index(), Double.NaN, t);
            out.put(RESIDUAL, r, edges.residual(), Double.NaN, t);
        }

        private boolean same(double[] one, double[] other) {
            if (close(one, other)) return true;
            if (!(landscape instanceof Supervised network)) return false;
            double[] outputs = new double[network.patterns() * network.outputs()];
            double[] others = new double[outputs.length];
            network.outputs(one, Part.TRAIN, outputs);
            network.outputs(other, Part.TRAIN, others);
            return close(outputs, others);
        }

        private boolean close(double[] one, double[] other) {
            return Overlaps.distance(one, other) <= spec.same * spec.same * Overlaps.overlap(one, one);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(turns.save()).put(before.size());
            before.forEach((replica, x) -> out.put(replica.intValue()).put(x));
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            turns.load(in.readBytes());
            before.clear();
            for (int left = in.readInt(); left > 0; left--) {
                int replica = in.readInt();
                double[] x = new double[landscape.dimension()];
                in.read(x);
                before.put(replica, x);
            }
        }
    }
}
