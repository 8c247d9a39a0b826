package rugged.landscape.network;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.DataSpec.Outline;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.bayesian.GaussianParts;
import rugged.api.model.DenseLayers;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The posterior of a Bayesian network as a landscape, U(x) = -ln p(x | data) up to a constant:
 *
 * <p>U = (1/2T) sum_mu (y_mu - f(x_mu))^2 + (lambda0/2) |w|^2 + (lambda1/2) |v|^2,
 *
 * <p>with fields h^1 = w^1.x/sqrt(N0), h^l = w^l.s(h^{l-1})/sqrt(N_{l-1}) and the output f = v.s(h^L)/sqrt(N_L); no biases. The law to sample is exp(-U): samplers run at temperature 1. The temperature T divides the squared error alone, never the priors N(0, 1/lambda): Langevin dynamics at temperature T in the energy
 * T U is the same. The sum is over the P learnt examples, labels are +-1 or values. U is extensive; test examples play no part in it. A state holds w^1 (input by input), w^2, ..., v.
 *
 * <p>Given the hidden layers the readout v is Gaussian, and given the readout so is a single linear hidden layer: both can be drawn at once. Start: from the prior.
 *
 * <p>Source: Pacelli, Ariosto, Pastore, Ginelli, Gherardi and Rotondo, Nat. Mach. Intell. 5, 1497 (2023). Derivatives are exact; relu is differentiated on its flat side. Cost: a gradient takes 2 P N0 N1 multiply-adds for one hidden layer, 3 P N_{l-1} N_l for each further one.
 */
@Named(
        value = "posterior",
        title = "Posterior of a Bayesian network",
        doc = "Minus the log of the posterior of a network with Gaussian priors under squared errors, on data.",
        source = "Pacelli et al., Nat. Mach. Intell. 5, 1497 (2023)",
        year = 2023,
        topics = {"deep learning", "Bayesian inference", "finite width"})
public record Posterior(
        @Param(doc = "what it learns, with labels +-1 or values", def = "ripples", reason = "drawn by seed, any size")
        DataSpec data,

        BayesianNetwork network)
        implements LandscapeSpec {
    private static final double OPERATIONS_A_UNIT = 40;
    private static final double BYTES_A_PARAMETER = 5 * Double.BYTES;

    /** Checks that there is a posterior. */
    public Posterior {
        if (network.lossTemperature() == 0.0)
            throw new BadParameter(
                    "loss-temperature",
                    0,
                    "leaves networks that fit exactly and nothing to sample",
                    "above 0 (theories take 0)");
    }

    private Outline outline() {
        Outline outline = data.outline();
        if (outline.labels() == Labels.CLASSES)
            throw new BadParameter(
                    "data",
                    "classes",
                    "squared errors of one output need +1 and -1 or values",
                    "class-pair, labels: parity, or data with values");
        return outline;
    }

    private NetworkShape shape(Outline outline) {
        int depth = network.layers().size() + 1;
        int[] widths = new int[depth + 1];
        widths[0] = outline.width();
        for (int l = 1; l < depth; l++) widths[l] = network.layers().get(l - 1);
        widths[depth] = 1;
        int[] weights = new int[depth + 1];
        int[] biases = new int[depth + 1];
        Arrays.fill(biases, -1);
        double[] scales = new double[depth + 1];
        double[] deviations = new double[depth + 1];
        int at = 0;
        for (int l = 1; l <= depth; l++) {
            weights[l] = at;
            at = Math.addExact(at, Math.multiplyExact(widths[l - 1], widths[l]));
            // units of networks make erf(z/sqrt 2) of z
            boolean wider = l < depth && network.activation() == HiddenUnit.ERF;
            scales[l] = Math.sqrt((wider ? 2.0 : 1.0) / widths[l - 1]);
            deviations[l] = 1.0 / Math.sqrt(l < depth ? network.lambda0() : network.lambda1());
        }
        return new NetworkShape(widths, weights, biases, scales, deviations, at);
    }

    private Activation activation() {
        return switch (network.activation()) {
            case ERF -> Activation.ERF;
            case RELU -> Activation.RELU;
            case LINEAR -> Activation.LINEAR;
            case TANH -> Activation.TANH;
        };
    }

    @Override
    public GaussianParts build() {
        NetworkSetting setting = new NetworkSetting(
                activation(), Initialisation.GAUSSIAN, NetworkLoss.SQUARED, 1.0, 0.0, Precision.FLOAT64);
        Outline outline = outline();
        Examples examples = data.load();
        return new PosteriorModel(shape(outline), setting, examples, network);
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
                Need.DENSE_LAYERS,
                Need.GAUSSIAN_PARTS,
                Need.FEATURES);
        if (network.activation() == HiddenUnit.LINEAR && network.layers().size() == 1)
            provides.add(Need.GAUSSIAN_THROUGHOUT);
        return provides;
    }

    /** Linear units may be turned into one another. */
    @Override
    public boolean isolated() {
        return network.activation() != HiddenUnit.LINEAR;
    }

    @Override
    public String remark() {
        return data.remark() + (data.remark().isEmpty() || network.remark().isEmpty() ? "" : "; ") + network.remark();
    }

    @Override
    public Cost cost() {
        Outline outline = outline();
        NetworkShape shape = shape(outline);
        double parameters = shape.parameters();
        double numbers = (double) (outline.patterns() + outline.tests()) * (outline.width() + 3.0 * shape.units());
        return new Cost(
                Double.BYTES * numbers + BYTES_A_PARAMETER * parameters,
                Double.BYTES * parameters,
                (2.0 * parameters + OPERATIONS_A_UNIT * shape.units()) * outline.patterns());
    }

    @Override
    public double knownDimension() {
        return shape(outline()).parameters();
    }

    @Override
    public List<DenseLayers.Dense> knownLayers() {
        return KroneckerSums.dense(shape(outline()));
    }

    @Override
    public double knownPatterns() {
        return data.outline().patterns();
    }

    @Override
    public Optional<DataSpec.Outline> knownExamples() {
        return Optional.of(data.outline());
    }

    /** N weights, P patterns of d numbers, N1 units of the first hidden layer, L hidden layers. */
    @Override
    public Map<String, Double> sizes() {
        Outline outline = outline();
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("N", (double) shape(outline).parameters());
        sizes.put("P", (double) outline.patterns());
        sizes.put("d", (double) outline.width());
        sizes.put("N1", (double) network.layers().getFirst());
        sizes.put("L", (double) network.layers().size());
        return sizes;
    }
}
