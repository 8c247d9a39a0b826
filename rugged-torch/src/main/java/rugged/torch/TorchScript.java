package rugged.torch;

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
import rugged.landscape.network.NetworkLoss;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The loss of a model of PyTorch on data: E(x) = (1/P) sum_a l(o_a, y_a) + (l2/2) |x|^2, with o the outputs of the module with parameters x, which libtorch computes and
 * differentiates. x holds the parameters in the order in which the module names them, each row by row as PyTorch has it; losses and labels are those of {@code network}.
 *
 * <p>The module computes as it does in evaluation: dropout is off, and normalisations use the statistics of the file, which are no parameters. The energy is a mean over
 * patterns, hence intensive.
 *
 * <p>Derivatives are exact but for rounding (1e-14 of their size in double precision); Hessian-vector products differentiate the gradient. Cost: a gradient is a forward and a
 * backward pass over all patterns, a product 2 to 4 of that; every call hands x over and takes N numbers back, and allocates as libtorch does. One thread a run; the same
 * bits from any number of threads and from call to call, on one kind of machine.
 */
@Named(
        value = "torchscript",
        title = "Model from PyTorch",
        doc = "The training loss of any PyTorch model saved in TorchScript, on data, computed by libtorch.",
        source = "Paszke et al., NeurIPS 32 (2019)",
        year = 2019,
        topics = {"deep learning"})
public record TorchScript(
        @Param(doc = "file of the model in TorchScript, as rugged.torchscript.save writes it", file = true)
        String model,

        @Param(doc = "what it learns", def = "strokes", reason = "drawn by seed, nothing to fetch")
        DataSpec data,

        @Param(
                doc = "extents of one input as the model takes it, such as [1, 28, 28]; none for those that the file"
                        + " was saved with, else all numbers in a row",
                def = "[]",
                min = 1)
        List<Integer> input,

        @Param(
                doc = "loss: auto, cross-entropy, logistic, hinge, soft-hinge or squared",
                def = "auto",
                reason = "auto follows the labels")
        NetworkLoss loss,

        @Param(doc = "margin of the hinge", def = "1", min = 0, above = true)
        double margin,

        @Param(doc = "coefficient of |x|^2/2 in the energy", def = "0", min = 0)
        double l2,

        @Param(
                doc = "where a random start is: shuffled (the parameters of each tensor of the file among"
                        + " themselves) or saved (as they are in the file)",
                def = "shuffled",
                reason = "starts differ by seed and keep the law of the model's own; saved for a trained model")
        Begin begin,

        @Param(doc = "precision of the module", def = "float64", reason = "displacements of 1e-7 keep their digits")
        Precision precision,

        @Param(
                doc = "cpu, or cuda: on the GPU where libtorch finds one, else on the processor",
                def = "cpu",
                reason = "the same bits everywhere")
        Processor device)
        implements LandscapeSpec {
    private static final double VECTORS = 6;

    /** Where a random start is. */
    public enum Begin {
        /** The parameters of each tensor among themselves. */
        SHUFFLED,
        /** The parameters of the file. */
        SAVED
    }

    public TorchScript {
        input = List.copyOf(input);
    }

    ModuleSetting setting() {
        Outline outline = data.outline();
        ModuleFile file = ModuleFile.of(model);
        int outputs = outline.labels() == Labels.CLASSES ? outline.classes() : 1;
        return new ModuleSetting(
                file,
                extents(file, outline.width()),
                outputs,
                new ModuleLoss(loss.resolved(outline.labels()), margin),
                l2,
                begin == Begin.SHUFFLED,
                precision == Precision.FLOAT32,
                device);
    }

    private List<Integer> extents(ModuleFile file, int width) {
        boolean given = !input.isEmpty();
        List<Integer> extents = given ? input : file.input();
        if (extents.isEmpty()) return List.of(width);
        long product = extents.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (product == width) return extents;
        String wrong = given
                ? "are " + product + " numbers, the data have " + width
                : "takes inputs of shape " + extents + ", " + product + " numbers, the data have " + width;
        throw new BadParameter(
                given ? "input" : "model",
                given ? extents : model,
                wrong,
                given ? "extents whose product is " + width : "a model for these data, or data for this model");
    }

    @Override
    public Supervised build() {
        ModuleSetting setting = setting();
        ModulePass pass = ModulePass.open(setting);
        pass.check();
        return new ModuleLandscape(pass, new ModuleExamples(data.load(), setting), pass.weights.values());
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.EXAMPLES);
    }

    /** With weight decay only: what symmetries the outputs have is not known. */
    @Override
    public boolean isolated() {
        return l2 > 0.0;
    }

    /** What stands out in the data, and where libtorch computes where there was a choice. */
    @Override
    public String remark() {
        String where = Libtorch.remark(device);
        String data = this.data.remark();
        return where.isEmpty() || data.isEmpty() ? where + data : where + "; " + data;
    }

    @Override
    public String engine() {
        return Libtorch.name(device);
    }

    /** Of what is known: the parameters once for each example; a convolution uses them more often. */
    @Override
    public Cost cost() {
        Outline outline = data.outline();
        double parameters = knownDimension();
        double inputs = (double) outline.width() * (outline.patterns() + outline.tests()) * Double.BYTES;
        return new Cost(
                inputs + VECTORS * Double.BYTES * parameters,
                Double.BYTES * parameters,
                3.0 * parameters * outline.patterns());
    }

    @Override
    public double knownDimension() {
        return ModuleOutline.of(setting()).dimension();
    }

    @Override
    public double knownPatterns() {
        return data.outline().patterns();
    }

    @Override
    public Optional<DataSpec.Outline> knownExamples() {
        return Optional.of(data.outline());
    }

    /** M parameters, P patterns of d numbers. */
    @Override
    public Map<String, Double> sizes() {
        Outline outline = data.outline();
        double all = knownDimension();
        return Map.of("M", all, "N", all, "P", (double) outline.patterns(), "d", (double) outline.width());
    }
}
