package rugged.landscape.physical;

import rugged.api.Examples;

/** Examples as currents and drops: inputs standardised by the training set, each with a constant current behind, and targets of classes. */
final class ClassCodes {
    private final Examples examples;
    private final int classes;
    private final int outputs;
    private final double[] codes;
    private final double[] mean;
    private final double[] deviation;

    ClassCodes(boolean line, double size, Examples examples) {
        this.examples = examples;
        classes = examples.classes();
        outputs = line ? 1 : classes;
        codes = new double[classes * outputs];
        for (int k = 0; k < classes; k++) {
            if (line) codes[k] = size * (2.0 * k / (classes - 1.0) - 1.0);
            else codes[k * outputs + k] = size;
        }
        int width = examples.width();
        mean = new double[width];
        deviation = new double[width];
        double[] inputs = examples.inputs();
        int count = examples.patterns();
        for (int k = 0; k < inputs.length; k++) mean[k % width] += inputs[k] / count;
        for (int k = 0; k < inputs.length; k++)
            deviation[k % width] += Math.pow(inputs[k] - mean[k % width], 2) / count;
        for (int i = 0; i < width; i++) deviation[i] = deviation[i] > 0.0 ? Math.sqrt(deviation[i]) : 1.0;
    }

    int inputs() {
        return examples.width() + 1;
    }

    int outputs() {
        return outputs;
    }

    /** Currents of the training or test examples, [count][d + 1]. */
    double[] currents(boolean tests) {
        double[] inputs = tests ? examples.testInputs() : examples.inputs();
        int width = examples.width();
        int count = inputs.length / width;
        double[] currents = new double[count * (width + 1)];
        for (int a = 0; a < count; a++) {
            for (int i = 0; i < width; i++)
                currents[a * (width + 1) + i] = (inputs[a * width + i] - mean[i]) / deviation[i];
            currents[a * (width + 1) + width] = 1.0;
        }
        return currents;
    }

    /** Classes of the training or test examples. */
    int[] labels(boolean tests) {
        double[] targets = tests ? examples.testTargets() : examples.targets();
        int[] labels = new int[targets.length];
        boolean signs = examples.labels() == Examples.Labels.SIGNS;
        for (int a = 0; a < labels.length; a++) labels[a] = signs ? (targets[a] > 0.0 ? 1 : 0) : (int) targets[a];
        return labels;
    }

    /** Drops asked for, [count][n_out]. */
    double[] drops(int[] labels) {
        double[] drops = new double[labels.length * outputs];
        for (int a = 0; a < labels.length; a++)
            System.arraycopy(codes, labels[a] * outputs, drops, a * outputs, outputs);
        return drops;
    }

    /** The class whose code is nearest to the drops y[n_out]; of two equally near ones the first. */
    int nearest(double[] y) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            double square = 0.0;
            for (int j = 0; j < outputs; j++)
                square += (y[j] - codes[k * outputs + j]) * (y[j] - codes[k * outputs + j]);
            if (square < least) {
                least = square;
                best = k;
            }
        }
        return best;
    }
}
