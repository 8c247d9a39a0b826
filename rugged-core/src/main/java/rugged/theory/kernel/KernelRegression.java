package rugged.theory.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.kernel.KernelFit;
import rugged.meanfield.kernel.WideKernels;
import rugged.meanfield.kernel.WideLayer;
import rugged.meanfield.kernel.WideUnit;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Regression with the kernels of infinite width, F(x) = k(x).(K + ridge)^{-1} y: with the tangent kernel what a wide network in the parametrisation ntk has learnt at the end of gradient flow of the square loss, its start subtracted, where features stay; with the covariance of
 * outputs what it is if the readout alone is trained. Labels +-1 have one output, K classes the unit vectors. Written are the losses |F - y|^2/2 and the share of wrong examples, as of networks. Relu, erf, quadratic and linear units by closed forms, the others by series. Cost: P^3 and P T for T test
 * examples.
 *
 * <p>Source: Jacot, Gabriel and Hongler, NeurIPS 31, 8571 (2018); Lee et al., ICLR 2018.
 */
@Named(
        value = "kernel-regression",
        title = "Regression with kernels of infinite width",
        doc = "Errors of regression with the tangent kernel, or with the covariance of outputs, of a network of"
                + " infinite width.",
        source = "Jacot et al., NeurIPS 31, 8571 (2018)",
        year = 2018,
        topics = {"deep learning", "kernels"})
public record KernelRegression(
        @Param(doc = "what is learnt", def = "stripe") DataSpec data,

        @Param(doc = "hidden layers: how many there are counts, not their widths", symbol = "h", def = "[100]", min = 1)
        List<Integer> layers,

        @Param(doc = "relu, tanh, erf, softplus, swish, quadratic or linear", def = "relu")
        WideUnit activation,

        @Param(doc = "which layers have biases that are trained: all, hidden (not the last) or none", def = "none")
        Trained bias,

        @Param(doc = "variance of biases at the start", def = "0", min = 0)
        double biasVariance,

        @Param(
                doc = "gain g of hidden layers; 0 stands for 2 behind relu that is not normalised, else 1",
                symbol = "g",
                def = "0",
                min = 0,
                max = 100)
        double gain,

        @Param(doc = "whether units are normalised, as of network; not if left out")
        Optional<Boolean> normalised,

        @Param(doc = "sharpness of units, as of network; 1 if left out", symbol = "b", min = 0, above = true)
        Optional<Double> sharpness,

        @Param(doc = "tangent (all is trained) or process (the readout alone)", def = "tangent")
        Which kernel,

        @Param(
                doc = "ridge: added to the diagonal; at 0 a jitter of 1e-10 of its mean",
                symbol = "\u03bb",
                def = "0",
                min = 0)
        double ridge)
        implements TheorySpec {
    /** Which kernel. */
    public enum Which {
        /** Of gradients. */
        TANGENT,
        /** Of outputs. */
        PROCESS
    }

    /** Which biases are trained. */
    public enum Trained {
        /** All. */
        ALL,
        /** All but the last. */
        HIDDEN,
        /** None. */
        NONE
    }

    private static final Quantity LOSS =
            new Quantity("loss", "L", "", List.of("t"), "mean loss of the training examples, without weight decay");
    private static final Quantity LOSS_TEST =
            new Quantity("loss_test", "L_{test}", "", List.of("t"), "mean loss of the test examples");
    private static final Quantity ERROR = new Quantity(
            "error",
            "\u03b5",
            "",
            List.of("t"),
            "fraction of training examples that are wrong: margin below 0; one of margin 0 is half wrong");
    private static final Quantity ERROR_TEST = new Quantity(
            "error_test",
            "\u03b5_{test}",
            "",
            List.of("t"),
            "fraction of test examples that are wrong: margin below 0; one of margin 0 is half wrong");
    private static final Quantity CONDITION = new Quantity(
            "kernel_condition",
            "\u03ba",
            "",
            List.of(),
            "ratio of the largest to the smallest eigenvalue of the kernel with its ridge");

    /** Checks what can be checked without the data. */
    public KernelRegression {
        layers = List.copyOf(layers);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(LOSS, LOSS_TEST, ERROR, ERROR_TEST, CONDITION);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public double memory(Schedule grid) {
        DataSpec.Outline outline = data.outline();
        return 8.0 * outline.patterns() * (4.0 * outline.patterns() + 3.0 * outline.tests());
    }

    /** The layers as kernels see them: factors of units stand in front of weights, as in the network. */
    List<WideLayer> wide() {
        double b = sharpness.orElse(1.0);
        boolean unit = normalised.orElse(false);
        double hidden = gain > 0.0 ? gain : activation == WideUnit.RELU && !unit ? 2.0 : 1.0;
        double behind = unit ? activation.normalisation(b) : 1.0 / b;
        List<WideLayer> all = new ArrayList<>();
        int depth = layers.size() + 1;
        for (int l = 1; l <= depth; l++) {
            double scale = l < depth ? b * b * hidden : 1.0;
            if (l > 1) scale *= behind * behind;
            boolean trained = bias == Trained.ALL || bias == Trained.HIDDEN && l < depth;
            double inside = l < depth ? b * b : 1.0;
            all.add(new WideLayer(scale, scale, inside * biasVariance, trained ? inside : 0.0));
        }
        return all;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Examples examples = data.load();
        int d = examples.width();
        int columns = examples.labels() == Labels.CLASSES ? examples.classes() : 1;
        WideKernels inner = WideKernels.of(activation, wide(), examples.inputs(), d);
        WideKernels across = WideKernels.of(activation, wide(), examples.testInputs(), examples.inputs(), d);
        double[] k = kernel == Which.TANGENT ? inner.tangent() : inner.process();
        double[] between = kernel == Which.TANGENT ? across.tangent() : across.process();
        double[] y = wanted(examples.targets(), columns);
        KernelFit fit;
        try {
            fit = KernelFit.of(k, y, columns, ridge);
        } catch (ArithmeticException e) {
            throw new BadParameter("ridge", ridge, String.valueOf(e.getMessage()), "above 0");
        }
        double[] learnt = fit.outputs(k, columns);
        double[] others = fit.outputs(between, columns);
        boolean values = examples.labels() == Labels.VALUES;
        out.put(CONDITION, Sink.ALL, fit.condition(), 0.0);
        for (int n = 0; n < grid.size(); n++) {
            if (!grid.single(n)) continue;
            double t = grid.time(n);
            out.put(LOSS, Sink.ALL, loss(learnt, y, examples.patterns()), 0.0, t);
            out.put(
                    LOSS_TEST,
                    Sink.ALL,
                    loss(others, wanted(examples.testTargets(), columns), examples.tests()),
                    0.0,
                    t);
            out.put(ERROR, Sink.ALL, values ? Double.NaN : wrong(learnt, examples.targets(), columns), 0.0, t);
            out.put(ERROR_TEST, Sink.ALL, values ? Double.NaN : wrong(others, examples.testTargets(), columns), 0.0, t);
        }
        return Solution.closedForm("infinite width, square loss");
    }

    /** What outputs are to be. */
    private static double[] wanted(double[] targets, int columns) {
        if (columns == 1) return targets;
        double[] y = new double[targets.length * columns];
        for (int a = 0; a < targets.length; a++) y[a * columns + (int) targets[a]] = 1.0;
        return y;
    }

    private static double loss(double[] f, double[] y, int count) {
        double sum = 0.0;
        for (int i = 0; i < f.length; i++) sum += 0.5 * (f[i] - y[i]) * (f[i] - y[i]);
        return sum / count;
    }

    private static double wrong(double[] f, double[] targets, int columns) {
        double count = 0.0;
        for (int a = 0; a < targets.length; a++) {
            double margin = columns == 1 ? targets[a] * f[a] : over(f, a * columns, columns, (int) targets[a]);
            if (margin < 0.0) count += 1.0;
            if (margin == 0.0) count += 0.5;
        }
        return targets.length == 0 ? Double.NaN : count / targets.length;
    }

    private static double over(double[] f, int at, int columns, int own) {
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns; i++) if (i != own) other = Math.max(other, f[at + i]);
        return f[at + own] - other;
    }
}
