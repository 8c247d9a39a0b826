package rugged.data;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.InputFile;
import rugged.params.Param;

/**
 * Handwritten digits of the MNIST database, from files in the IDX format, or files of one's own in that format. Grey levels are divided by 255. The order of the
 * examples is drawn by seed, for all as for few: a smaller set is a prefix of a larger one.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, Proc. IEEE 86, 2278 (1998).
 */
@Named(
        value = "mnist",
        title = "Handwritten digits (MNIST)",
        doc = "Handwritten digits from the files of the MNIST database; a folder, or fetched once.",
        source = "LeCun, Bottou, Bengio, Haffner, Proc. IEEE 86, 2278 (1998)",
        year = 1998,
        topics = {"digits", "classification"})
public record Mnist(
        @Param(
                doc = "folder of the four files, packed by gzip or not; empty: that of the environment variable"
                        + " RUGGED_MNIST, then ~/.cache/rugged/mnist",
                def = "''",
                file = true)
        String directory,

        @Param(
                doc = "fetch the files over HTTPS into ~/.cache/rugged/mnist when they are not there",
                def = "false",
                reason = "nothing is fetched unasked")
        boolean fetch,

        @Param(doc = "training examples; 0 for all", symbol = "P", def = "0", min = 0, max = 10000000)
        int patterns,

        @Param(doc = "test examples; 0 for all", def = "0", min = 0, max = 10000000)
        int tests,

        @Param(doc = "classes: the ten digits; parity: +1 for odd, -1 for even digits", def = "classes")
        DigitLabels labels,

        @Param(
                doc = "none (grey levels 0 to 1), unit (centred, |x|^2 = d) or standard (mean 0, variance 1 over all"
                        + " pixels)",
                def = "standard",
                reason = "centred inputs of order 1 make learning rates comparable between data")
        Normalisation normalise,

        @Param(
                doc = "principal components kept, each with variance 1; 0 keeps the pixels",
                symbol = "d",
                def = "0",
                min = 0)
        int pca,

        @Param(doc = "seed of the order, hence of a subset", def = "1")
        long seed)
        implements DataSpec {
    private static final String DIRECTORY = "directory";

    /** Published training and test images, and the pixels of one. */
    private static final int ALL_TRAINING = 60000;

    private static final int ALL_TESTS = 10000;
    private static final int SIDE = 28;
    private static final int DIGITS = 10;
    private static final double WHITE = 255.0;

    public Mnist {
        if (fetch && !directory.isBlank()) {
            throw new BadParameter(
                    "fetch",
                    "true",
                    "files are fetched into the cache, not into a folder",
                    "leave out directory or fetch");
        }
    }

    @Override
    public Outline outline() {
        MnistFolder folder = folder();
        if (fetch && !folder.complete()) {
            return preparation()
                    .outline(
                            number("patterns", patterns, ALL_TRAINING),
                            number("tests", tests, ALL_TESTS),
                            List.of(SIDE, SIDE));
        }
        IdxFile training = IdxFile.header(folder.training().images(), 3);
        IdxFile testing = IdxFile.header(folder.testing().images(), 3);
        if (training.count() == 0 || training.size() == 0)
            throw new BadParameter(
                    DIRECTORY,
                    training.path(),
                    "has the extents " + java.util.Arrays.toString(training.extents()) + ": no picture to learn",
                    "at least one picture of at least one pixel");
        check(training, IdxFile.header(folder.training().labels(), 1));
        check(testing, IdxFile.header(folder.testing().labels(), 1));
        check(testing, training.extents());
        return preparation()
                .outline(
                        number("patterns", patterns, training.count()),
                        number("tests", tests, testing.count()),
                        extents(training));
    }

    @Override
    public Examples load() {
        MnistFolder folder = folder();
        if (fetch && !folder.complete()) MnistSource.published().fetchInto(folder.directory());
        Outline outline = outline();
        IdxFile images = IdxFile.read(folder.training().images(), 3);
        IdxFile testImages = IdxFile.read(folder.testing().images(), 3);
        Part training = part(images, folder.training(), "training", outline.patterns());
        Part testing = part(testImages, folder.testing(), "test", outline.tests());
        return preparation().examples(extents(images), training, testing);
    }

    private static List<Integer> extents(IdxFile images) {
        return List.of(images.extents()[1], images.extents()[2]);
    }

    /** The four files; those that are still to be fetched by their published digests. */
    @Override
    public List<InputFile> filesRead(Supplier<List<InputFile>> named) {
        MnistFolder folder = folder();
        if (!folder.complete())
            return fetch ? MnistSource.published().inputs(DIRECTORY, folder.directory()) : List.of();
        return Stream.of(folder.training(), folder.testing())
                .flatMap(pair -> Stream.of(pair.images(), pair.labels()))
                .map(file -> InputFile.of(DIRECTORY, file))
                .toList();
    }

    private MnistFolder folder() {
        return fetch ? new MnistFolder(MnistFolder.cache()) : MnistFolder.of(directory);
    }

    private Preparation preparation() {
        return Preparation.of(labels, normalise, pca);
    }

    private static int number(String parameter, int wanted, int there) {
        if (wanted > there) throw new BadParameter(parameter, wanted, "there are only " + there, "0 (all) to " + there);
        return wanted == 0 ? there : wanted;
    }

    private static void check(IdxFile images, IdxFile labels) {
        if (images.count() != labels.count()) {
            String wrong =
                    "has " + images.count() + " images, but " + labels.path() + " has " + labels.count() + " labels";
            throw new BadParameter(DIRECTORY, images.path(), wrong, "one label for each image");
        }
    }

    private static void check(IdxFile testing, int[] extents) {
        int[] its = testing.extents();
        if (its[1] != extents[1] || its[2] != extents[2]) {
            String wrong = "has pictures of " + its[1] + " x " + its[2] + ", the training set of " + extents[1] + " x "
                    + extents[2];
            throw new BadParameter(DIRECTORY, testing.path(), wrong, "pictures of one size");
        }
    }

    private Part part(IdxFile images, MnistFolder.Pair files, String name, int count) {
        byte[] digits = IdxFile.read(files.labels(), 1).bytes();
        for (int k = 0; k < digits.length; k++) {
            int digit = digits[k] & 0xff;
            if (digit >= DIGITS) {
                String wrong = "label " + (k + 1) + " is " + digit;
                throw new BadParameter(DIRECTORY, files.labels(), wrong, "labels 0 to " + (DIGITS - 1));
            }
        }
        int[] order = order(digits.length, Streams.of(seed).family("data.mnist", 0).stream(name, 0));
        int size = images.size();
        double[] grey = new double[Math.multiplyExact(count, size)];
        double[] targets = new double[count];
        for (int a = 0; a < count; a++) {
            targets[a] = labels.of(digits[order[a]]);
            for (int i = 0; i < size; i++) grey[a * size + i] = (images.bytes()[order[a] * size + i] & 0xff) / WHITE;
        }
        return new Part(grey, targets);
    }

    /** 0 ... count - 1 in an order drawn by lot. */
    static int[] order(int count, RandomStream random) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) order[k] = k;
        for (int k = count - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
