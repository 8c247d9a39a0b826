package rugged.data;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.data.Preparation.Part;
import rugged.data.measured.IrisFlowers;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Fisher's irises: 150 flowers of three species, 50 each, four lengths in centimetres: of sepals, their width, of petals, their width. Classes are setosa (0), versicolor (1) and virginica (2). The order is drawn by seed; training examples are the first of it, test examples the last.
 *
 * <p>The numbers are those that Fisher printed; copies that go about differ from them in two flowers (the 35th and the 38th setosa).
 */
@Named(
        value = "iris",
        title = "Fisher's irises",
        doc = "Four lengths of 150 flowers of three species.",
        source = "Fisher, Annals of Eugenics 7, 179 (1936)",
        year = 1936,
        topics = {"classification"})
public record Iris(
        @Param(doc = "training examples", symbol = "P", def = "100", min = 1, max = 150)
        int patterns,

        @Param(doc = "test examples, from the end of the same order", def = "50", min = 0, max = 149)
        int tests,

        @Param(doc = "seed of the order, hence of the split", def = "1")
        long seed)
        implements DataSpec {
    private static final int SPECIES = 3;
    private static final int FLOWERS = SPECIES * IrisFlowers.OF_A_SPECIES;

    /** No more than there are. */
    public Iris {
        if (patterns + tests > FLOWERS)
            throw new BadParameter(
                    "tests",
                    tests,
                    "and " + patterns + " patterns are more than " + FLOWERS + " flowers",
                    "at most " + (FLOWERS - patterns));
    }

    @Override
    public Outline outline() {
        return new Outline(patterns, tests, IrisFlowers.NUMBERS, Labels.CLASSES, SPECIES);
    }

    @Override
    public Examples load() {
        int[] order = Mnist.order(FLOWERS, Streams.of(seed).family("data.iris", 0).stream("order", 0));
        Part training = part(order, 0, patterns, 1);
        Part testing = part(order, FLOWERS - 1, tests, -1);
        return new Examples(
                Labels.CLASSES,
                SPECIES,
                List.of(IrisFlowers.NUMBERS),
                training.inputs(),
                training.targets(),
                testing.inputs(),
                testing.targets());
    }

    private static Part part(int[] order, int from, int count, int step) {
        double[] all = IrisFlowers.measurements();
        double[] inputs = new double[count * IrisFlowers.NUMBERS];
        double[] targets = new double[count];
        for (int a = 0; a < count; a++) {
            int flower = order[from + step * a];
            System.arraycopy(all, flower * IrisFlowers.NUMBERS, inputs, a * IrisFlowers.NUMBERS, IrisFlowers.NUMBERS);
            targets[a] = flower / IrisFlowers.OF_A_SPECIES;
        }
        return new Part(inputs, targets);
    }
}
