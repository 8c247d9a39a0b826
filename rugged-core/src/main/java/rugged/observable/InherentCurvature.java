package rugged.observable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.DynamicsSpec;
import rugged.api.Excursion;
import rugged.api.Landscape;
import rugged.api.LandscapeSpec;
import rugged.api.Model;
import rugged.api.Moment;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Probe;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.Status;
import rugged.api.Supervised;
import rugged.api.Supervised.Part;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.params.Param;

/**
 * What the landscape looks like where a quench ends: the edges of the Hessian by Lanczos, its index (all eigenvalues, up to 400 degrees of freedom; NaN
 * beyond), and whether it is the minimum that the quench before ended in. Edges and index are those of the point reached, converged or not.
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
        @Param(
                doc = "the dynamics that descends",
                def = "{ is: gradient-flow, method: dormand-prince, tolerance: 1e-6 }",
                reason = "a gradient flow ends in the minimum whose basin the state is in; other minimisers may leave"
                        + " it")
        DynamicsSpec minimiser,

        @Param(
                doc = "longest duration of a descent, in the minimiser's own time",
                def = "1000",
                min = 0.0,
                above = true)
        double until,

        @Param(doc = "only at times from here on", symbol = "t", def = "0", min = 0.0)
        double from,

        @Param(
                doc = "only at every k-th of these observation times",
                symbol = "k",
                def = "5",
                min = 1,
                max = 1e6,
                reason = "a descent costs as much as a long stretch of the run")
        int every,

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
            "smallest eigenvalue of the Hessian where the quench from x(t) ends");

    /** Largest eigenvalue. */
    public static final Quantity LARGEST = new Quantity(
            "lambda_max_IS",
            "\u03bb_{max}^{IS}",
            "J",
            TIME,
            "largest eigenvalue of the Hessian where the quench from x(t) ends");

    /** Negative eigenvalues. */
    public static final Quantity INDEX = new Quantity(
            "index_IS",
            "index_{IS}",
            "",
            TIME,
            "number of negative eigenvalues of the Hessian where the quench from x(t) ends");

    /** Whether it is the minimum of before. */
    public static final Quantity SAME = new Quantity(
            "same_IS",
            "same",
            "",
            TIME,
            "1 when the quench from x(t) ends in the same minimum as the one before, 0 when in another");

    @Override
    public List<Quantity> quantities() {
        return List.of(SMALLEST, LARGEST, INDEX, SAME);
    }

    @Override
    public Set<Need> needs() {
        EnumSet<Need> needs = EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR);
        needs.addAll(minimiser.needs());
        return needs;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        return n <= Edges.DENSE ? DenseSpectrum.bytes(n) : Edges.basis(n, Math.min(steps, n));
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Descents(this, (Landscape) model, random);
    }

    private static final class Descents implements Probe {
        private final InherentCurvature spec;
        private final Landscape landscape;
        private final StateOperator curvature;
        private final Streams random;
        private final Turns turns;
        private final Map<Integer, double[]> before = new TreeMap<>();

        Descents(InherentCurvature spec, Landscape landscape, Streams random) {
            this.spec = spec;
            this.landscape = landscape;
            this.random = random;
            curvature = StateOperator.of(Operator.HESSIAN, landscape);
            turns = new Turns(spec.from, spec.every);
        }

        @Override
        public void at(Moment now, Sink out) {}

        @Override
        public List<Excursion> excursions(Moment now) {
            if (!turns.next(now)) return List.of();
            List<Excursion> asked = new ArrayList<>();
            for (int r = 0; r < now.replicas(); r++) asked.add(new Excursion(r, spec.minimiser, spec.until));
            return asked;
        }

        @Override
        public void returned(Moment now, int r, double[] x, double energy, Status status, Sink out) {
            Streams moment = random.family("moment", Double.doubleToLongBits(now.time()));
            curvature.at(x);
            Edges edges = Edges.of(curvature, spec.steps, moment.stream("start", r));
            out.put(SMALLEST, r, edges.smallest(), Double.NaN, now.time());
            out.put(LARGEST, r, edges.largest(), Double.NaN, now.time());
            out.put(INDEX, r, edges.index(), Double.NaN, now.time());
            double[] earlier = before.get(r);
            boolean arrived = status instanceof Status.Converged;
            double answer = Double.NaN;
            if (arrived && earlier != null) answer = same(earlier, x) ? 1.0 : 0.0;
            out.put(SAME, r, answer, Double.NaN, now.time());
            if (arrived) before.put(r, x.clone());
            else before.remove(r);
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
