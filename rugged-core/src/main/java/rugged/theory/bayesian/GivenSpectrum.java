package rugged.theory.bayesian;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.meanfield.bayesian.KernelSaddle;
import rugged.meanfield.bayesian.LabelSpectrum;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * A kernel of which no more than the spectrum is known, in place of data: all that the factors of a rescaled kernel depend on.
 *
 * @param alpha P/N of every layer
 * @param eigenvalues of the covariance of outputs
 * @param targets squares of the labels along its eigenvectors
 * @param kernel whether it is the identity
 * @param norm y.y/P, with the identity
 * @param depth hidden layers
 */
public record GivenSpectrum(
        @Param(
                doc = "examples for each unit of a layer, where the kernel is given without data",
                symbol = "\u03b1",
                def = "1",
                min = 0.0,
                above = true)
        double alpha,

        @Param(doc = "eigenvalues of the covariance of outputs, in place of data", def = "[]", min = 0.0)
        List<Double> eigenvalues,

        @Param(doc = "squares of the labels along its eigenvectors, one for each eigenvalue", def = "[]", min = 0.0)
        List<Double> targets,

        @Param(doc = "data (their covariance), or identity in its place", def = "data")
        GivenKernel kernel,

        @Param(doc = "mean square of the labels, y \u00b7 y/P, with the identity", def = "1", min = 0.0)
        double norm,

        @Param(
                doc = "hidden layers, where the kernel is given without data",
                symbol = "L",
                def = "1",
                min = 1,
                max = 100)
        int depth)
        implements ParameterGroup {
    /** Checks what must hold between them. */
    public GivenSpectrum {
        eigenvalues = List.copyOf(eigenvalues);
        targets = List.copyOf(targets);
        if (targets.size() != eigenvalues.size())
            throw new BadParameter(
                    "targets",
                    targets,
                    "are " + targets.size() + " for " + eigenvalues.size() + " eigenvalues",
                    "one square for each eigenvalue");
        if (kernel == GivenKernel.IDENTITY && !eigenvalues.isEmpty())
            throw new BadParameter("kernel", "identity", "has no eigenvalues but 1", "eigenvalues alone, or norm");
        if (!eigenvalues.isEmpty() && eigenvalues.stream().noneMatch(value -> value > 0.0))
            throw new BadParameter("eigenvalues", eigenvalues, "are all 0: no output fluctuates", "one above 0");
    }

    /** Nothing: data are meant. */
    static GivenSpectrum none() {
        return new GivenSpectrum(1.0, List.of(), List.of(), GivenKernel.DATA, 1.0, 1);
    }

    /** Whether there is a kernel in place of data. */
    boolean given() {
        return kernel == GivenKernel.IDENTITY || !eigenvalues.isEmpty();
    }

    /** Refuses layers for which it is not known. */
    void require(BayesianNetwork network) {
        if (depth > 1 && network.activation() != HiddenUnit.LINEAR)
            throw new BadParameter(
                    "depth",
                    depth,
                    "layers of " + network.activation().word() + " units need more of the data than a spectrum",
                    "1, or activation: linear");
        if (network.lossTemperature() == 0.0 && spectrum().singular())
            throw new BadParameter(
                    "loss-temperature", 0, "an eigenvalue is 0: nothing fits all labels", "a temperature above 0");
    }

    /** The saddle at a temperature. */
    KernelSaddle saddle(double temperature) {
        double[] alphas = new double[depth];
        Arrays.fill(alphas, alpha);
        return KernelSaddle.of(spectrum(), temperature, alphas);
    }

    /** Of the identity one mode stands for all, which are alike. */
    private LabelSpectrum spectrum() {
        if (kernel == GivenKernel.IDENTITY) return new LabelSpectrum(new double[] {1.0}, new double[] {norm});
        List<Integer> order = IntStream.range(0, eigenvalues.size())
                .boxed()
                .sorted(Comparator.comparing(eigenvalues::get))
                .toList();
        return new LabelSpectrum(
                order.stream().mapToDouble(eigenvalues::get).toArray(),
                order.stream().mapToDouble(targets::get).toArray());
    }
}
