package rugged.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Examples of one's own: inputs of shape (n, ...) and labels of shape (n,) or (n, 1), each a .npy file, one array of an .npz, or CSV. The order is drawn by seed; the last part of it,
 * {@code test} n examples (rounded), is kept aside for tests.
 */
@Named(
        value = "file",
        title = "Examples from files",
        doc = "Inputs and labels of one's own from .npy or CSV files, split by seed into training and test examples.")
public record FileExamples(
        @Param(
                doc = "file of inputs: .npy of shape (n, ...), an array of an .npz (x.npz:name), or CSV, one example"
                        + " a line",
                file = true)
        String inputs,

        @Param(
                doc = "file of labels: .npy of shape (n,), an array of an .npz (x.npz:name), or CSV, one label a line",
                file = true)
        String targets,

        @Param(doc = "what labels are: classes (whole numbers), signs (+1 and -1) or values", def = "classes")
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
    private static final int MOST_LISTED = 8;

    @Override
    public Outline outline() {
        TableContent table = inputTable().content();
        LabelReading read = targets(table.shape()[0]);
        int tests = tests(table.shape()[0]);
        return preparation(read).outline(table.shape()[0] - tests, tests, extents(table));
    }

    @Override
    public Examples load() {
        TableContent table = inputTable().content();
        int count = table.shape()[0];
        LabelReading read = targets(count);
        int patterns = count - tests(count);
        int[] order = Mnist.order(count, Streams.of(seed).family("data.file", 0).stream("order", 0));
        Part training = chosen(table.values(), read.labels(), Arrays.copyOf(order, patterns));
        Part testing = chosen(table.values(), read.labels(), Arrays.copyOfRange(order, patterns, count));
        return preparation(read).examples(extents(table), training, testing);
    }

    private static List<Integer> extents(TableContent table) {
        List<Integer> extents = new ArrayList<>();
        for (int k = 1; k < table.shape().length; k++) extents.add(table.shape()[k]);
        return extents.isEmpty() ? List.of(1) : extents;
    }

    /** What the numbers themselves may turn out wrong for, before anything runs; labels that were renamed and inputs that say nothing. */
    @Override
    public String remark() {
        TableContent table = inputTable().content();
        if (pca > 0 || normalise != Normalisation.NONE) load();
        List<String> remarks = new ArrayList<>();
        String renamed = targets(table.shape()[0]).remark();
        if (!renamed.isEmpty()) remarks.add(targets + ": " + renamed);
        String constant = constant(table);
        if (!constant.isEmpty()) remarks.add(inputs + ": " + constant);
        return String.join("; ", remarks);
    }

    /** Which inputs are the same number in all examples. */
    private static String constant(TableContent table) {
        int width = table.width();
        int count = table.shape()[0];
        List<String> columns = new ArrayList<>();
        for (int i = 0; count > 1 && i < width; i++) {
            int a = 1;
            while (a < count && table.values()[a * width + i] == table.values()[i]) a++;
            if (a == count) columns.add(Integer.toString(i + 1));
        }
        if (columns.isEmpty()) return "";
        String list = String.join(", ", columns.subList(0, Math.min(MOST_LISTED, columns.size())))
                + (columns.size() > MOST_LISTED ? ", ..." : "");
        return columns.size() + " of " + width + " inputs are the same number in all examples (column " + list + ")";
    }

    private NumberTable inputTable() {
        return NumberTable.of("inputs", inputs);
    }

    private int tests(int count) {
        return Math.min(count - 1, (int) Math.round(test * count));
    }

    private Preparation preparation(LabelReading read) {
        return new Preparation(labels, read.classes(), normalise, pca);
    }

    private LabelReading targets(int count) {
        TableContent table = NumberTable.of("targets", targets).content();
        if (table.width() != 1) throw bad("has " + table.width() + " numbers for each example", "one label for each");
        if (table.shape()[0] != count)
            throw bad("has " + table.shape()[0] + " labels for " + count + " inputs", "one for each");
        return LabelReading.of(labels, targets, table);
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
