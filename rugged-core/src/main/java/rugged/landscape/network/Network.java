package rugged.landscape.network;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.DataSpec.Outline;
import rugged.api.Examples.Labels;
import rugged.api.Need;
import rugged.api.WidthFamily;
import rugged.api.model.DenseLayers;
import rugged.api.model.Supervised;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.params.Param;

/**
 * The loss of a fully connected network on data: E(x) = (1/P) sum_a l(o_a, y_a) + (l2/2) |x|^2, with o = z_L, z_l = s_l f(z_{l-1}) W_l + b_l, f(z_0) the
 * input. x holds W_1 (row by row, input first), b_1, W_2, ...
 *
 * <p>Parametrisations, with fan the number of inputs of a layer and g the gain: standard s = 1, W ~ N(0, g/fan); ntk s = sqrt(g/fan), W ~ N(0, 1);
 * mean-field as ntk, but 1/fan in the last layer. Biases start at 0. The gain is 2 behind relu and 1 elsewhere unless given; the last layer has gain 1.
 * Orthogonal starts have the same variance of entries with orthogonal rows or columns; orthogonal-rows gives the weights of every unit the same length sqrt(g), orthogonal to one another in
 * blocks of as many units as there are inputs.
 *
 * <p>Labels +-1 take one output and the logistic loss ln(1 + e^{-y o}), the quadratic hinge max(0, margin - y o)^2/2, the soft hinge ln(1 + e^{20 (margin - y o)})/20, or squared error (o - y)^2/2; K classes
 * take K outputs and cross-entropy -ln softmax(o)_y or squared error |o - e_y|^2/2; values take one output and squared error. The energy is a mean over
 * patterns, hence intensive: temperatures are per mean loss, smaller by P than those of the summed loss.
 *
 * <p>With {@code alpha} given, o = alpha (f(x) - f(x_0)) and E = (1/(alpha^2 P)) sum_a l(o_a, y_a): see {@link OutputScale}.
 *
 * <p>Source: Baity-Jesi et al., J. Stat. Mech. 124013 (2019). Derivatives are exact (back-propagation and the R-operator); relu and hinge are differentiated
 * on the side where they are flat. Cost: a gradient takes 3 P M multiply-adds, a Hessian-vector product about 6.
 */
@Named(
        value = "network",
        title = "Fully connected network",
        doc = "The training loss of a fully connected network of any depth and width, on data.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"deep learning", "rugged landscapes"})
public record Network(
        @Param(doc = "what it learns", def = "strokes", reason = "drawn by seed, nothing to fetch")
        DataSpec data,

        @Param(doc = "widths of the hidden layers; none for a linear model", symbol = "h", def = "[100]", min = 1)
        List<Integer> layers,

        @Param(doc = "relu, tanh, erf, softplus, swish, quadratic or linear", def = "relu")
        Activation activation,

        @Param(
                doc = "where the scale of a layer is: standard (in the start), ntk or mean-field (in the layer)",
                def = "standard")
        Parametrisation parametrisation,

        @Param(doc = "which layers have biases: all, hidden (not the last) or none", def = "all")
        Bias bias,

        @Param(doc = "how weights are drawn: gaussian, orthogonal or orthogonal-rows", def = "gaussian")
        Initialisation initialisation,

        @Param(
                doc = "gain g of hidden layers: their weights start with variance g/fan; 0 stands for 2 behind relu,"
                        + " else 1",
                symbol = "g",
                def = "0",
                min = 0,
                max = 100,
                reason = "keeps the size of signals from layer to layer")
        double gain,

        @Param(
                doc = "loss: auto, cross-entropy, logistic, hinge (quadratic), soft-hinge or squared",
                def = "auto",
                reason = "auto follows the labels")
        NetworkLoss loss,

        @Param(doc = "margin of the hinge", def = "1", min = 0, above = true)
        double margin,

        @Param(doc = "coefficient of |x|^2/2 in the energy", def = "0", min = 0)
        double l2,

        @Param(
                doc = "precision of forward and backward passes",
                def = "float64",
                reason = "displacements of 1e-7 keep their digits")
        Precision precision,

        OutputScale scale)
        implements WidthFamily {
    /** Where the scale of a layer is. */
    public enum Parametrisation {
        /** In the weights at the start. */
        STANDARD,
        /** In front of each layer: 1/sqrt(fan). */
        NTK,
        /** As ntk, with 1/fan in front of the last layer. */
        MEAN_FIELD
    }

    /** Which layers have biases. */
    public enum Bias {
        /** All. */
        ALL,
        /** All but the last. */
        HIDDEN,
        /** None. */
        NONE
    }

    /** An activation with its slope, and what short rows lose, in multiply-adds: matters where layers are narrow. */
    private static final double OPERATIONS_A_UNIT = 80;

    private static final double BYTES_A_PARAMETER = 5 * Double.BYTES;

    public Network {
        layers = List.copyOf(layers);
        scale.require(bias != Bias.NONE);
    }

    /** Outputs as they are. */
    public Network(
            DataSpec data,
            List<Integer> layers,
            Activation activation,
            Parametrisation parametrisation,
            Bias bias,
            Initialisation initialisation,
            double gain,
            NetworkLoss loss,
            double margin,
            double l2,
            Precision precision) {
        this(
                data,
                layers,
                activation,
                parametrisation,
                bias,
                initialisation,
                gain,
                loss,
                margin,
                l2,
                precision,
                OutputScale.plain());
    }

    /** g of hidden layers. */
    double hiddenGain() {
        if (gain > 0.0) return gain;
        if (scale.normalised().orElse(false)) return 1.0;
        return activation == Activation.RELU ? 2.0 : 1.0;
    }

    /** g of the last layer. */
    double outputGain() {
        return 1.0;
    }

    /** The loss that goes with the labels. */
    NetworkLoss resolved(Labels labels) {
        return loss.resolved(labels);
    }

    private NetworkShape shape(Outline outline) {
        int outputs = outline.labels() == Labels.CLASSES ? outline.classes() : 1;
        int depth = layers.size() + 1;
        int[] widths = new int[depth + 1];
        widths[0] = outline.width();
        for (int l = 1; l < depth; l++) widths[l] = layers.get(l - 1);
        widths[depth] = outputs;
        int[] weights = new int[depth + 1];
        int[] biases = new int[depth + 1];
        double[] scales = new double[depth + 1];
        double[] deviations = new double[depth + 1];
        int at = 0;
        for (int l = 1; l <= depth; l++) {
            weights[l] = at;
            at = Math.addExact(at, Math.multiplyExact(widths[l - 1], widths[l]));
            boolean biased = bias == Bias.ALL || (bias == Bias.HIDDEN && l < depth);
            biases[l] = biased ? at : -1;
            if (biased) at += widths[l];
            double fan = widths[l - 1];
            double gain = l == 1 && depth == 1 ? 1.0 : l == depth ? outputGain() : hiddenGain();
            boolean last = l == depth && depth > 1;
            switch (parametrisation) {
                case STANDARD -> {
                    scales[l] = 1.0;
                    deviations[l] = Math.sqrt(gain / fan);
                }
                case NTK -> {
                    scales[l] = Math.sqrt(gain / fan);
                    deviations[l] = 1.0;
                }
                case MEAN_FIELD -> {
                    scales[l] = last ? 1.0 / fan : Math.sqrt(gain / fan);
                    deviations[l] = 1.0;
                }
            }
            scales[l] *= scale.factor(activation, l > 1, l < depth);
        }
        return new NetworkShape(widths, weights, biases, scales, deviations, at);
    }

    @Override
    public Supervised build() {
        Outline outline = data.outline();
        NetworkLoss fitting = resolved(outline.labels());
        NetworkSetting setting = new NetworkSetting(activation, initialisation, fitting, margin, l2, precision);
        if (constrained()) return new HingeNetwork(shape(outline), setting, data.load());
        NetworkModel plain = new NetworkModel(shape(outline), setting, data.load());
        return scale.alpha().isEmpty() ? plain : plain.from(scale.origin(plain));
    }

    /** Whether patterns are constraints: under the hinge alone, and where a violation of 1e-15 is told from 0. */
    private boolean constrained() {
        return loss == NetworkLoss.HINGE && scale.alpha().isEmpty() && l2 == 0.0 && precision == Precision.FLOAT64;
    }

    @Override
    public Set<Need> provides() {
        Set<Need> provides = EnumSet.of(
                Need.CONTINUOUS,
                Need.GRADIENT,
                Need.HESSIAN_VECTOR,
                Need.PATTERNS,
                Need.EXAMPLES,
                Need.INPUT_FUNCTION,
                Need.DENSE_LAYERS);
        // what is subtracted is known of the examples alone
        if (scale.alpha().isPresent()) provides.remove(Need.INPUT_FUNCTION);
        if (constrained()) {
            provides.add(Need.CONTACTS);
            provides.add(Need.MARGINS);
        }
        if (layers.stream().distinct().count() == 1) provides.add(Need.WIDTH);
        if (!layers.isEmpty()) provides.add(Need.CASCADES);
        return provides;
    }

    /** With weight decay, and without it where errors are squared and no unit may be scaled against its weights. */
    @Override
    public boolean isolated() {
        boolean unscaled = switch (activation) {
            case TANH, ERF, SOFTPLUS, SWISH -> true;
            default -> false;
        };
        return l2 > 0.0 || unscaled && resolved(data.outline().labels()) == NetworkLoss.SQUARED;
    }

    @Override
    public int width() {
        return layers.getFirst();
    }

    @Override
    public Network atWidth(int width) {
        return new Network(
                data,
                Collections.nCopies(layers.size(), width),
                activation,
                parametrisation,
                bias,
                initialisation,
                gain,
                loss,
                margin,
                l2,
                precision,
                scale);
    }

    @Override
    public String remark() {
        return data.remark();
    }

    @Override
    public Cost cost() {
        Outline outline = data.outline();
        resolved(outline.labels());
        double parameters = shape(outline).parameters();
        double inputs = (double) outline.width() * (outline.patterns() + outline.tests()) * Double.BYTES;
        return new Cost(
                inputs + BYTES_A_PARAMETER * parameters,
                Double.BYTES * parameters,
                (3.0 * parameters + OPERATIONS_A_UNIT * shape(outline).units()) * outline.patterns());
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
    public Optional<DataSpec.Outline> knownExamples() {
        return Optional.of(data.outline());
    }

    /** M weights and biases, W weights alone, P patterns of d numbers; with a factor of outputs X = alpha sqrt(h), h units in the last hidden layer. */
    @Override
    public Map<String, Double> sizes() {
        Outline outline = data.outline();
        NetworkShape shape = shape(outline);
        double all = shape.parameters();
        double weights = shape.connections();
        Map<String, Double> sizes = new LinkedHashMap<>(Map.of(
                "M", all, "N", all, "W", weights, "P", (double) outline.patterns(), "d", (double) outline.width()));
        double last = shape.widths()[shape.depth() - 1];
        scale.alpha().ifPresent(alpha -> sizes.put("X", alpha * Math.sqrt(last)));
        return sizes;
    }
}
