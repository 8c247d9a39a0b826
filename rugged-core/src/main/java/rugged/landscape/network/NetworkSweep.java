package rugged.landscape.network;

import java.util.function.IntFunction;
import rugged.api.Examples;
import rugged.api.model.Batch;
import rugged.api.model.Supervised.Part;

/**
 * The examples of a network, chunk after chunk: what goes forward, and the slopes of the loss at the outputs. Patterns are taken in chunks, so that scratch stays
 * in cache; their order is fixed.
 */
final class NetworkSweep {
    /** K. */
    final int outputs;

    final NetworkSetting setting;
    final NetworkLoss loss;
    final Examples data;
    final NetworkPasses pass;
    /** Numbers that an example leaves behind on the way forward: hidden units and outputs together. */
    final int units;
    /** Examples in a chunk. */
    final int chunk;
    /** Labels of the chunk of a batch that went forward last. */
    final double[] labels;

    private final double[] gathered;
    /** Whether the passes stand elsewhere than where they were last put by {@link #stand}. */
    private boolean away = true;

    /** See {@link PassModel}. */
    NetworkSweep(
            int outputs,
            int units,
            int most,
            IntFunction<NetworkPasses> passes,
            NetworkSetting setting,
            Examples data) {
        this.outputs = outputs;
        this.units = units;
        this.setting = setting;
        this.loss = setting.loss();
        this.data = data;
        // chunks of one size: a short last one would be as dear as a long one
        int chunks = Math.max(1, (data.patterns() + most - 1) / most);
        chunk = Math.max(1, (data.patterns() + chunks - 1) / chunks);
        pass = passes.apply(chunk);
        gathered = new double[chunk * data.width()];
        labels = new double[chunk];
    }

    /** Goes to x, where nothing is to be remembered. */
    void begin(double[] x) {
        pass.at(x);
        pass.tape(0, 0);
        away = true;
    }

    /** Goes to the x whose tapes are kept. */
    void stand(double[] x) {
        pass.at(x);
        away = false;
    }

    /** Whether it has been elsewhere since {@link #stand}. */
    boolean away() {
        return away;
    }

    /** The examples of a part. */
    int examples(Part part) {
        return targets(part).length;
    }

    /** The labels of a part. */
    double[] targets(Part part) {
        return part == Part.TRAIN ? data.targets() : data.testTargets();
    }

    /** Forward for a chunk of the examples of a part; returns how many they are. */
    int forward(Part part, int from) {
        int count = Math.min(chunk, examples(part) - from);
        double[] inputs = part == Part.TRAIN ? data.inputs() : data.testInputs();
        pass.forward(inputs, from * data.width(), count);
        int k = outputs;
        setting.origin().subtract(pass.outputs(), 0, count * k, part == Part.TRAIN, from * k);
        return count;
    }

    /** Forward for a chunk of a batch, whose labels are then in {@link #labels}. */
    int gather(Batch batch, int from) {
        int width = data.width();
        int count = Math.min(chunk, batch.to() - from);
        for (int p = 0; p < count; p++) {
            int mu = batch.index()[from + p];
            System.arraycopy(data.inputs(), mu * width, gathered, p * width, width);
            labels[p] = data.targets()[mu];
        }
        pass.forward(gathered, 0, count);
        int k = outputs;
        for (int p = 0; p < count; p++)
            setting.origin().subtract(pass.outputs(), p * k, k, true, batch.index()[from + p] * k);
        return count;
    }

    /** The loss of a row of the chunk; leaves its slopes in the passes. */
    double slope(double[] targets, int at, int row) {
        int k = outputs;
        double value = loss.value(pass.outputs(), row * k, k, targets[at], setting.margin(), pass.slopes());
        setting.origin().slopes(pass.slopes(), row * k, k);
        return setting.origin().loss(value);
    }

    /** Multiplies the slopes of a row. */
    void weigh(int row, double weight) {
        int k = outputs;
        for (int i = row * k; i < (row + 1) * k; i++) pass.slopes()[i] *= weight;
    }

    /** By how much a row of the chunk is right: positive where its class is the predicted one; NaN where labels are values. */
    double margin(int row, double label) {
        int k = outputs;
        double[] o = pass.outputs();
        return switch (data.labels()) {
            case SIGNS -> label * o[row];
            case VALUES -> Double.NaN;
            case CLASSES -> {
                double other = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < k; i++) if (i != (int) label) other = Math.max(other, o[row * k + i]);
                yield o[row * k + (int) label] - other;
            }
        };
    }
}
