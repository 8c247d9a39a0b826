package rugged.landscape.network;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.DataSpec.Outline;
import rugged.api.Examples.Labels;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DenseLayers;
import rugged.api.signal.SignalLayers;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.meanfield.signal.Reaction;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The loss of a deep fully connected network of equal hidden layers, as {@code network} has it, E(x) = (1/P) sum_a l(o_a, y_a), by the two variances that decide how signals go through it at the start: z_l = W_l f(z_{l-1}) + b_l with f(z_0) the input, W ~ N(0, w/fan), b ~ N(0, v) in all layers, the last one included.
 * For wide layers signals obey {@code signal-propagation}, whose parameters have the same names: they forget their inputs, or scramble them, but on a line in the plane of w and v. x holds W_1 (row by row, input first), b_1, W_2, ...; cost and derivatives are those of {@code network}.
 *
 * <p>Source: Schoenholz, Gilmer, Ganguli and Sohl-Dickstein, ICLR (2017).
 */
@Named(
        value = "deep-network",
        title = "Deep network by its variances",
        doc = "The training loss of a deep network of equal layers that starts with given variances of weights and"
                + " biases: ordered, critical or chaotic.",
        source = "Schoenholz, Gilmer, Ganguli and Sohl-Dickstein, Proc. ICLR (2017)",
        year = 2017,
        topics = {"deep learning", "criticality"})
public record DeepNetwork(
        @Param(doc = "what it learns", def = "strokes", reason = "drawn by seed, nothing to fetch")
        DataSpec data,

        @Param(doc = "units of each hidden layer", symbol = "n", def = "100", min = 2, max = 100000)
        int width,

        @Param(doc = "hidden layers", symbol = "L", def = "10", min = 2, max = 10000)
        int depth,

        @Param(doc = "tanh, erf (of z, not of z/sqrt 2), relu, softplus or linear", def = "tanh")
        Reaction activation,

        @Param(
                doc = "w: weights start with the variance w/fan",
                symbol = "\u03c3_{w}^{2}",
                def = "1.5",
                min = 0,
                above = true)
        double weights,

        @Param(doc = "v: variance of the biases at the start", symbol = "\u03c3_{b}^{2}", def = "0.05", min = 0)
        double biases,

        @Param(doc = "loss: auto, cross-entropy, logistic or squared", def = "auto", reason = "auto follows the labels")
        NetworkLoss loss,

        @Param(doc = "precision of forward and backward passes", def = "float64")
        Precision precision)
        implements LandscapeSpec {
    private static final double OPERATIONS_A_UNIT = 80;
    private static final double BYTES_A_PARAMETER = 5 * Double.BYTES;

    /** Checks what the binder does not. */
    public DeepNetwork {
        if (!(weights > 0.0) || Double.isInfinite(weights))
            throw new BadParameter("weights", weights, "is no variance of weights", "a number above 0");
        if (!(biases >= 0.0) || Double.isInfinite(biases))
            throw new BadParameter("biases", biases, "is no variance", "a number from 0 on");
        if (width < 2) throw new BadParameter("width", width, "is no width of a layer", "an integer from 2 on");
        if (depth < 2) throw new BadParameter("depth", depth, "is no depth", "an integer from 2 on");
        if (activation == Reaction.SWISH)
            throw new BadParameter(
                    "activation",
                    "swish",
                    "has theory only: no derivative of networks is registered for it",
                    "tanh, erf, relu, softplus or linear");
        if (loss == NetworkLoss.HINGE)
            throw new BadParameter(
                    "loss", "hinge", "is not offered here", "auto, cross-entropy, logistic or squared; or network");
    }

    private Activation units() {
        return switch (activation) {
            case TANH -> Activation.TANH;
            case ERF -> Activation.ERF;
            case RELU -> Activation.RELU;
            case SOFTPLUS -> Activation.SOFTPLUS;
            case LINEAR, SWISH -> Activation.LINEAR;
        };
    }

    private double stretch() {
        return activation == Reaction.ERF ? Math.sqrt(2.0) : 1.0;
    }

    private NetworkShape shape(Outline outline) {
        int[] widths = new int[depth + 2];
        Arrays.fill(widths, width);
        widths[0] = outline.width();
        widths[depth + 1] = outline.labels() == Labels.CLASSES ? outline.classes() : 1;
        int[] matrices = new int[depth + 2];
        int[] offsets = new int[depth + 2];
        double[] scales = new double[depth + 2];
        double[] deviations = new double[depth + 2];
        int at = 0;
        for (int l = 1; l <= depth + 1; l++) {
            matrices[l] = at;
            at = Math.addExact(at, Math.multiplyExact(widths[l - 1], widths[l]));
            offsets[l] = at;
            at = Math.addExact(at, widths[l]);
            scales[l] = l <= depth ? stretch() : 1.0;
            deviations[l] = Math.sqrt(weights / widths[l - 1]);
        }
        return new NetworkShape(widths, matrices, offsets, scales, deviations, at);
    }

    @Override
    public SignalLayers build() {
        Outline outline = data.outline();
        NetworkSetting setting = new NetworkSetting(
                units(), Initialisation.GAUSSIAN, loss.resolved(outline.labels()), 1.0, 0.0, precision);
        return new DeepModel(shape(outline), setting, data.load(), activation, Math.sqrt(biases), stretch());
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(
                Need.CONTINUOUS,
                Need.GRADIENT,
                Need.HESSIAN_VECTOR,
                Need.PATTERNS,
                Need.EXAMPLES,
                Need.INPUT_FUNCTION,
                Need.DENSE_LAYERS,
                Need.SIGNALS,
                Need.CASCADES);
    }

    /** Where errors are squared and no unit may be scaled against its weights. */
    @Override
    public boolean isolated() {
        boolean unscaled = activation != Reaction.RELU && activation != Reaction.LINEAR;
        return unscaled && loss.resolved(data.outline().labels()) == NetworkLoss.SQUARED;
    }

    @Override
    public String remark() {
        return data.remark();
    }

    @Override
    public Cost cost() {
        Outline outline = data.outline();
        loss.resolved(outline.labels());
        NetworkShape shape = shape(outline);
        double parameters = shape.parameters();
        double inputs = (double) outline.width() * (outline.patterns() + outline.tests()) * Double.BYTES;
        return new Cost(
                inputs + BYTES_A_PARAMETER * parameters,
                Double.BYTES * parameters,
                (3.0 * parameters + OPERATIONS_A_UNIT * shape.units()) * outline.patterns());
    }

    @Override
    public double knownDimension() {
        return shape(data.outline()).parameters();
    }

    @Override
    public List<DenseLayers.Dense> knownLayers() {
        return KroneckerSums.dense(shape(data.outline()));
    }

    @Override
    public double knownPatterns() {
        return data.outline().patterns();
    }

    @Override
    public Optional<Outline> knownExamples() {
        return Optional.of(data.outline());
    }

    /** N parameters, P patterns of d numbers, L hidden layers of n units. */
    @Override
    public Map<String, Double> sizes() {
        Outline outline = data.outline();
        double all = shape(outline).parameters();
        return Map.of(
                "N",
                all,
                "P",
                (double) outline.patterns(),
                "d",
                (double) outline.width(),
                "n",
                (double) width,
                "L",
                (double) depth);
    }
}
