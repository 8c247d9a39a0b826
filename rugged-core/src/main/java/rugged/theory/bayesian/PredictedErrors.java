package rugged.theory.bayesian;

import java.util.List;
import java.util.StringJoiner;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.bayesian.PosteriorQuantities;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.Covariances;
import rugged.meanfield.bayesian.DeepSaddle;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.meanfield.bayesian.LabelSpectrum;
import rugged.meanfield.bayesian.ProcessPredictions;
import rugged.params.BadParameter;

/**
 * Errors that Gaussian processes predict for a network on its own data.
 *
 * @param network the network
 * @param examples what it learns and is tested on
 * @param inputs covariances of the fields of the first layer
 */
record PredictedErrors(BayesianNetwork network, Examples examples, Covariances inputs) {
    static final List<Quantity> QUANTITIES = List.of(
            PosteriorQuantities.BIAS,
            PosteriorQuantities.VARIANCE,
            PosteriorQuantities.TEST_ERROR,
            PosteriorQuantities.TRAIN_ERROR);

    /** Refuses what is known to have no answer before any data are there. */
    static void require(DataSpec data, BayesianNetwork network) {
        if (network.lossTemperature() > 0.0 || network.activation() != HiddenUnit.LINEAR) return;
        DataSpec.Outline outline = data.outline();
        if (outline.patterns() > outline.width())
            throw new BadParameter(
                    "loss-temperature",
                    0,
                    "the kernel of linear units is singular: " + outline.patterns() + " examples of " + outline.width()
                            + " numbers",
                    "above 0");
    }

    static PredictedErrors of(DataSpec data, BayesianNetwork network) {
        if (data.outline().labels() == Labels.CLASSES)
            throw new BadParameter(
                    "data",
                    "classes",
                    "squared errors of one output need +1 and -1 or values",
                    "class-pair, labels: parity, or data with values");
        Examples examples = data.load();
        return new PredictedErrors(
                network,
                examples,
                Covariances.ofInputs(examples.inputs(), examples.testInputs(), examples.width(), network.lambda0()));
    }

    /** Covariances of outputs where every layer is rescaled by its q. */
    Covariances outputs(double[] q) {
        return DeepSaddle.outputs(network.activation(), network.decays(), inputs, q);
    }

    /** Eigenvalues of those of infinite width. */
    LabelSpectrum spectrum() {
        return LabelSpectrum.of(outputs(ones()).learnt(), examples.targets());
    }

    /** No rescaling. */
    double[] ones() {
        double[] ones = new double[network.layers().size()];
        java.util.Arrays.fill(ones, 1.0);
        return ones;
    }

    /** Writes the errors at all single times. */
    void put(double[] q, Schedule grid, Sink out) {
        Covariances k = outputs(q);
        double temperature = network.lossTemperature();
        double train = LabelSpectrum.of(k.learnt(), examples.targets()).trainError(temperature, 1.0);
        ProcessPredictions predicted = ProcessPredictions.of(k, examples.targets(), temperature);
        double bias = predicted.bias(examples.testTargets());
        double variance = predicted.meanVariance();
        for (int n = 0; n < grid.size(); n++) {
            if (!grid.single(n)) continue;
            double t = grid.time(n);
            out.put(PosteriorQuantities.BIAS, Sink.ALL, bias, 0.0, t);
            out.put(PosteriorQuantities.VARIANCE, Sink.ALL, variance, 0.0, t);
            out.put(PosteriorQuantities.TEST_ERROR, Sink.ALL, bias + variance, 0.0, t);
            out.put(PosteriorQuantities.TRAIN_ERROR, Sink.ALL, train, 0.0, t);
        }
    }

    /** Whether every unit is linear. */
    boolean linear() {
        return network.activation() == HiddenUnit.LINEAR;
    }

    /** What a reader has to know of the numbers, behind what they are. */
    String words(String what) {
        StringJoiner words = new StringJoiner("; ").add(what);
        if (!network.remark().isEmpty()) words.add("warning: " + network.remark());
        if (network.activation() == HiddenUnit.RELU && nothing() > 0)
            words.add("warning: " + nothing() + " inputs are 0, and so are their kernels");
        return words.toString();
    }

    private int nothing() {
        int count = 0;
        int p = examples.patterns();
        for (int i = 0; i < p; i++) if (inputs.learnt()[i * p + i] == 0.0) count++;
        for (double own : inputs.own()) if (own == 0.0) count++;
        return count;
    }
}
