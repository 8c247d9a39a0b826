package rugged.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Examples of one's own: inputs of shape (n, ...) and labels of shape (n,) or (n, 1), each a .npy file or CSV. The order is drawn by seed; the last part of it,
 * {@code test} n examples (rounded), is kept aside for tests.
 */
@Named(
        value = "file",
        title = "Examples from files",
        doc = "Inputs and labels of one's own from .npy or CSV files, split by seed into training and test examples.")
public record FileExamples(
        @Param(doc = "file of inputs: .npy of shape (n, ...), or CSV with one example a line", file = true)
        String inputs,

        @Param(doc = "file of labels: .npy of shape (n,), or CSV with one label a line", file = true)
        String targets,

        @Param(doc = "what labels are: classes (0, 1, 2, ...), signs (+1 and -1) or values", def = "classes")
        Labels labels,

        @Param(doc = "part of the examples that is kept for tests", def = "0.2", min = 0, max = 0.99)
        double test,

        @Param(
                doc = "none (as they are), unit (centred, |x|^2 = d) or standard (mean 0, variance 1 over all numbers)",
                def = "none")
        Normalisation normalise,

        @Param(
                doc = "principal components kept, each with variance 1; 0 keeps the inputs",
                symbol = "d",
                def = "0",
                min = 0)
        int pca,

        @Param(doc = "seed of the order, hence of the split", def = "1")
        long seed)
        implements DataSpec {
    private static final int MOST_CLASSES = 10000;

    @Override
    public Outline outline() {
        int[] shape = inputTable().shape();
        double[] read = targets(shape[0]);
        int tests = tests(shape[0]);
        return preparation(read).outline(shape[0] - tests, tests, width(shape));
    }

    @Override
    public Examples load() {
        NumberTable table = inputTable();
        int[] shape = table.shape();
        double[] all = table.values();
        double[] read = targets(shape[0]);
        int count = shape[0];
        int patterns = count - tests(count);
        int[] order = Mnist.order(count, Streams.of(seed).family("data.file", 0).stream("order", 0));
        List<Integer> extents = new ArrayList<>();
        for (int k = 1; k < shape.length; k++) extents.add(shape[k]);
        if (extents.isEmpty()) extents.add(1);
        Part training = chosen(all, read, Arrays.copyOf(order, patterns));
        Part testing = chosen(all, read, Arrays.copyOfRange(order, patterns, count));
        return preparation(read).examples(extents, training, testing);
    }

    private NumberTable inputTable() {
        return new NumberTable("inputs", Path.of(inputs));
    }

    private int tests(int count) {
        return Math.min(count - 1, (int) Math.round(test * count));
    }

    private static int width(int[] shape) {
        return Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
    }

    private Preparation preparation(double[] read) {
        int classes = switch (labels) {
            case CLASSES -> 1 + (int) Arrays.stream(read).max().orElse(0.0);
            case SIGNS -> 2;
            case VALUES -> 0;
        };
        return new Preparation(labels, classes, normalise, pca);
    }

    private double[] targets(int count) {
        NumberTable table = new NumberTable("targets", Path.of(targets));
        int[] shape = table.shape();
        if (width(shape) != 1) throw bad("has " + width(shape) + " numbers for each example", "one label for each");
        if (shape[0] != count) throw bad("has " + shape[0] + " labels for " + count + " inputs", "one for each");
        double[] read = table.values();
        for (int a = 0; a < count; a++) {
            boolean legal = switch (labels) {
                case CLASSES -> read[a] >= 0 && read[a] < MOST_CLASSES && read[a] == Math.rint(read[a]);
                case SIGNS -> Math.abs(read[a]) == 1.0;
                case VALUES -> true;
            };
            String allowed = labels == Labels.SIGNS ? "+1 or -1" : "whole numbers from 0 to " + (MOST_CLASSES - 1);
            if (!legal) throw bad("label " + (a + 1) + " is " + read[a], allowed + ", or another kind of labels");
        }
        return read;
    }

    private BadParameter bad(String wrong, String allowed) {
        return new BadParameter("targets", targets, wrong, allowed);
    }

    private static Part chosen(double[] all, double[] read, int[] which) {
        int width = all.length / read.length;
        double[] inputs = new double[which.length * width];
        double[] targets = new double[which.length];
        for (int a = 0; a < which.length; a++) {
            System.arraycopy(all, which[a] * width, inputs, a * width, width);
            targets[a] = read[which[a]];
        }
        return new Part(inputs, targets);
    }
}
