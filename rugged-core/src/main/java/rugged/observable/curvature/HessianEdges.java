package rugged.observable.curvature;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * The edges of the Hessian's spectrum in the tangent space (on the sphere with the curvature of the sphere itself), by Lanczos with full
 * reorthogonalisation: each comes with its residual, by a product of its own, within which there is an eigenvalue. An explicit step of learning rate eta is stable where eta lambda_max is
 * below 2. Index and fraction near zero need all eigenvalues: up to 400 degrees of freedom they come from the dense matrix, beyond they are undefined (NaN).
 *
 * <p>Cost: one Hessian-vector product a step, N of them and N^3 operations for the dense matrix; {@code steps} vectors are kept meanwhile.
 */
@Named(
        value = "hessian-edges",
        title = "Edges of the Hessian",
        doc = "Largest and smallest eigenvalue of the Hessian, the stability edge, its index and its flat directions.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"one time", "curvature"})
public record HessianEdges(
        @Param(doc = "steps of Lanczos", def = "100", min = 2, max = 10000)
        int steps,

        @CurvatureParameters.EveryKth int every)
        implements ObservableSpec {
    private static final List<String> TIME = List.of("t");

    /** Largest eigenvalue. */
    public static final Quantity LARGEST =
            new Quantity("lambda_max", "\u03bb_{max}", "J", TIME, "largest eigenvalue of the Hessian");

    /** Smallest eigenvalue. */
    public static final Quantity SMALLEST =
            new Quantity("lambda_min", "\u03bb_{min}", "J", TIME, "smallest eigenvalue of the Hessian");

    /** Residual. */
    public static final Quantity RESIDUAL = new Quantity(
            "lambda_res",
            "|Hu - \u03bbu|",
            "J",
            TIME,
            "the larger residual of the two edges: there is an eigenvalue within this distance of each");

    /** Stability. */
    public static final Quantity EDGE = new Quantity(
            "edge", "\u03b7\u03bb_{max}", "", TIME, "learning rate times the largest eigenvalue: stable below 2");

    /** Negative eigenvalues. */
    public static final Quantity INDEX =
            new Quantity("index", "index", "", TIME, "number of negative eigenvalues of the Hessian");

    /** Flat directions. */
    public static final Quantity NEAR_ZERO = new Quantity(
            "near_zero", "n_{0}", "", TIME, "fraction of eigenvalues below \u03bb_{max}/1000 in absolute value");

    @Override
    public List<Quantity> quantities() {
        return List.of(LARGEST, SMALLEST, RESIDUAL, EDGE, INDEX, NEAR_ZERO);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        double all = n <= Edges.DENSE ? 2.0 * n : 0.0;
        return (Edges.evaluations(n, Math.min(steps, n), landscape.cost().operations()) + all) / every;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        return n <= Edges.DENSE ? DenseSpectrum.bytes(n) : Edges.basis(n, Math.min(steps, n));
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Gauge(this, StateOperator.of(Operator.HESSIAN, (Landscape) model), random);
    }

    private static final class Gauge implements Probe {
        private final HessianEdges spec;
        private final StateOperator curvature;
        private final Streams random;
        private final Turns turns;

        Gauge(HessianEdges spec, StateOperator curvature, Streams random) {
            this.spec = spec;
            this.curvature = curvature;
            this.random = random;
            turns = new Turns(0.0, spec.every);
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!turns.next(now)) return;
            Streams moment = random.family("moment", Double.doubleToLongBits(now.time()));
            double eta = now.dynamics().learningRate();
            for (int r = 0; r < now.replicas(); r++) {
                curvature.at(now.state(r));
                Edges edges = Edges.of(curvature, spec.steps, moment.stream("start", r));
                out.put(LARGEST, r, edges.largest(), Double.NaN, now.time());
                out.put(SMALLEST, r, edges.smallest(), Double.NaN, now.time());
                out.put(RESIDUAL, r, edges.residual(), Double.NaN, now.time());
                out.put(EDGE, r, eta * edges.largest(), Double.NaN, now.time());
                out.put(INDEX, r, edges.index(), Double.NaN, now.time());
                out.put(NEAR_ZERO, r, edges.nearZero(), Double.NaN, now.time());
            }
        }

        @Override
        public byte[] save() {
            return turns.save();
        }

        @Override
        public void load(byte[] saved) {
            turns.load(saved);
        }
    }
}
