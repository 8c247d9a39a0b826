package rugged.landscape.convolution;

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
import rugged.api.model.Supervised;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.landscape.network.NetworkSetting;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The loss of a network with convolutions on pictures: E(x) = (1/P) sum_a l(o_a, y_a) + (l2/2) |x|^2. A convolution makes z[y, x, o] = s sum_{i, j, c} W[i, j, c, o] a[y S + i - p, x S + j - p, c] + b[o] of a picture a with p pixels of zeros around it,
 * f(z) comes out, and a + f(z) where it is residual. A pool takes means over squares, {@code global} over all pixels, {@code norm} gives the numbers of an example mean 0 and variance 1; none has parameters, and no activation stands
 * behind them. Whole numbers are widths of dense layers; the read-out is dense. x holds the layers in their order, W[window row, window column, channel in, channel out] row by row, then b; a dense layer behind a picture counts its inputs pixel by pixel, channel fastest.
 *
 * <p>Parametrisations, starts, losses and what energies are per pattern are those of {@code network}, with fan = kernel^2 times the channels that go in.
 *
 * <p>Derivatives are exact (back-propagation and the R-operator); relu and hinge are differentiated on the side where they are flat. Cost for Q multiplications of one example on the way forward: a gradient takes 3 P Q, a Hessian-vector product about
 * 6.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, Proc. IEEE 86, 2278 (1998).
 */
@Named(
        value = "convolutional-network",
        title = "Convolutional network",
        doc = "The training loss of a network of convolutions, pools and dense layers, on pictures.",
        source = "LeCun, Bottou, Bengio, Haffner, Proc. IEEE 86, 2278 (1998)",
        year = 1998,
        topics = {"deep learning", "rugged landscapes"})
public record ConvolutionalNetwork(
        @Param(doc = "pictures to learn", def = "strokes", reason = "drawn by seed, nothing to fetch")
        DataSpec data,

        @Param(
                doc = "layers before the read-out: " + NetworkLayer.WORDS,
                def = "[conv 16 3, pool 2, conv 32 3, pool 2]")
        List<NetworkLayer> layers,

        @Param(doc = "relu, tanh, erf, softplus, quadratic or linear", def = "relu")
        Activation activation,

        @Param(
                doc = "where the scale of a layer is: standard (in the start), ntk or mean-field (in the layer)",
                def = "standard")
        Network.Parametrisation parametrisation,

        @Param(doc = "which layers have biases: all, hidden (not the last) or none", def = "all")
        Network.Bias bias,

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
                def = "float32",
                reason = "twice as fast; take float64 for displacements below 1e-6")
        Precision precision)
        implements LandscapeSpec {
    private static final double BYTES_A_PARAMETER = 5 * Double.BYTES;

    /** An activation with its slope, in multiply-adds. */
    private static final double OPERATIONS_A_UNIT = 10;

    public ConvolutionalNetwork {
        layers = List.copyOf(layers);
    }

    private NetworkPlan plan(Outline outline) {
        boolean windows = layers.stream()
                .anyMatch(layer -> layer instanceof NetworkLayer.Convolution
                        || layer instanceof NetworkLayer.Pool
                        || layer instanceof NetworkLayer.Global);
        if (windows && outline.pixels().isEmpty())
            throw new BadParameter(
                    "layers",
                    layers,
                    "the inputs are " + outline.width() + " numbers that are no picture",
                    "pictures, such as strokes without pca, or dense layers alone");
        Volume pixels = outline.pixels().map(Volume::of).orElse(Volume.of(outline.width()));
        int outputs = outline.labels() == Labels.CLASSES ? outline.classes() : 1;
        double hidden = gain > 0.0 ? gain : activation == Activation.RELU ? 2.0 : 1.0;
        return NetworkPlan.of(pixels, layers, outputs, new NetworkPlan.Scaling(parametrisation, bias, hidden));
    }

    @Override
    public Supervised build() {
        Outline outline = data.outline();
        NetworkSetting setting =
                new NetworkSetting(activation, initialisation, loss.resolved(outline.labels()), margin, l2, precision);
        return new ConvolutionModel(plan(outline), setting, data.load());
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(
                Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.EXAMPLES, Need.INPUT_FUNCTION);
    }

    /** With weight decay. */
    @Override
    public boolean isolated() {
        return l2 > 0.0;
    }

    @Override
    public String remark() {
        return data.remark();
    }

    @Override
    public Cost cost() {
        Outline outline = data.outline();
        loss.resolved(outline.labels());
        NetworkPlan plan = plan(outline);
        double parameters = plan.parameters();
        double inputs = (double) outline.width() * (outline.patterns() + outline.tests()) * Double.BYTES;
        return new Cost(
                inputs + BYTES_A_PARAMETER * parameters,
                Double.BYTES * parameters,
                (3.0 * plan.multiplications() + OPERATIONS_A_UNIT * plan.units()) * outline.patterns());
    }

    @Override
    public double knownDimension() {
        return plan(data.outline()).parameters();
    }

    @Override
    public double knownPatterns() {
        return data.outline().patterns();
    }

    @Override
    public Optional<Outline> knownExamples() {
        return Optional.of(data.outline());
    }

    /** M weights and biases, W weights alone, P patterns of d numbers. */
    @Override
    public Map<String, Double> sizes() {
        Outline outline = data.outline();
        NetworkPlan plan = plan(outline);
        double all = plan.parameters();
        double patterns = outline.patterns();
        double width = outline.width();
        return Map.of("M", all, "N", all, "W", plan.connections(), "P", patterns, "d", width);
    }
}
