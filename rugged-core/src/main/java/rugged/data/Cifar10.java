package rugged.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rugged.api.DataMissing;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.InputFile;
import rugged.params.Param;

/**
 * Colour pictures of ten kinds of things, from the binary files of CIFAR-10 in a folder: {@code data_batch_1.bin} to {@code data_batch_5.bin}, as many as are there, and {@code test_batch.bin}. A record is one byte of label and 3 x 32 x 32 bytes, red, green, blue, row by row; levels are divided by 255. The
 * order of the examples is drawn by seed, for all as for few: a smaller set is a prefix of a larger one. Nothing is fetched.
 *
 * <p>Source: Krizhevsky, Learning multiple layers of features from tiny images, technical report, Toronto (2009).
 */
@Named(
        value = "cifar10",
        title = "Colour pictures of ten kinds (CIFAR-10)",
        doc = "Colour pictures of ten kinds of things, from the binary files of CIFAR-10 in a folder.",
        source = "Krizhevsky, Learning multiple layers of features from tiny images, Toronto (2009)",
        year = 2009,
        topics = {"pictures", "classification"})
public record Cifar10(
        @Param(
                doc = "folder of the binary files; empty: that of the environment variable RUGGED_CIFAR10, then"
                        + " ~/.cache/rugged/cifar-10-batches-bin",
                def = "''",
                file = true)
        String directory,

        @Param(doc = "training examples; 0 for all", symbol = "P", def = "0", min = 0, max = 50000)
        int patterns,

        @Param(doc = "test examples; 0 for all", def = "0", min = 0, max = 10000)
        int tests,

        @Param(
                doc = "none (levels 0 to 1), unit (centred, |x|^2 = d) or standard (mean 0, variance 1 over all"
                        + " pixels)",
                def = "standard",
                reason = "centred inputs of order 1 make learning rates comparable between data")
        Normalisation normalise,

        @Param(
                doc = "principal components kept, each with variance 1; 0 keeps the pixels",
                symbol = "d",
                def = "0",
                min = 0,
                max = 3072)
        int pca,

        @Param(doc = "seed of the order, hence of a subset", def = "1")
        long seed)
        implements DataSpec {
    private static final String DIRECTORY = "directory";
    private static final String VARIABLE = "RUGGED_CIFAR10";
    private static final int KINDS = 10;
    private static final int BATCHES = 5;
    private static final List<Integer> SHAPE = List.of(3, 32, 32);
    private static final int PIXELS = 3072;
    private static final int RECORD = PIXELS + 1;
    private static final double WHITE = 255.0;

    @Override
    public Outline outline() {
        int training = number("patterns", patterns, count(training()));
        return preparation().outline(training, number("tests", tests, count(testing())), SHAPE);
    }

    @Override
    public Examples load() {
        Outline outline = outline();
        Part training = part(training(), "training", outline.patterns());
        return preparation().examples(SHAPE, training, part(testing(), "test", outline.tests()));
    }

    @Override
    public List<InputFile> filesRead(Supplier<List<InputFile>> named) {
        if (batches().isEmpty() || !Files.isRegularFile(folder().resolve("test_batch.bin"))) return List.of();
        return Stream.concat(training().stream(), testing().stream())
                .map(file -> InputFile.of(DIRECTORY, file))
                .toList();
    }

    private Preparation preparation() {
        return new Preparation(Labels.CLASSES, KINDS, normalise, pca);
    }

    private Path folder() {
        if (!directory.isBlank()) return Path.of(directory);
        String named = System.getenv(VARIABLE);
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".cache", "rugged", "cifar-10-batches-bin");
    }

    private List<Path> batches() {
        List<Path> found = new ArrayList<>();
        for (int k = 1; k <= BATCHES; k++) {
            Path file = folder().resolve("data_batch_" + k + ".bin");
            if (Files.isRegularFile(file)) found.add(file);
        }
        return found;
    }

    private List<Path> training() {
        List<Path> found = batches();
        if (found.isEmpty()) throw missing("data_batch_1.bin");
        return found;
    }

    private List<Path> testing() {
        Path file = folder().resolve("test_batch.bin");
        if (!Files.isRegularFile(file)) throw missing("test_batch.bin");
        return List.of(file);
    }

    private DataMissing missing(String file) {
        String where = Files.isDirectory(folder()) ? folder() + " lacks " + file : "there is no folder " + folder();
        return new DataMissing("CIFAR-10: " + where + "; give directory, set " + VARIABLE
                + ", or take data: painted-strokes, which needs no files");
    }

    private static int number(String parameter, int wanted, int there) {
        if (wanted > there) throw new BadParameter(parameter, wanted, "there are only " + there, "0 (all) to " + there);
        return wanted == 0 ? there : wanted;
    }

    private static int count(List<Path> files) {
        long count = 0;
        for (Path file : files) {
            try {
                long size = Files.size(file);
                if (size == 0 || size % RECORD != 0)
                    throw bad(file, "has " + size + " bytes", "records of " + RECORD + " bytes, at least one");
                count += size / RECORD;
            } catch (IOException e) {
                throw bad(file, "cannot be read: " + e.getMessage(), "a readable file");
            }
        }
        return Math.toIntExact(count);
    }

    private Part part(List<Path> files, String name, int count) {
        int[] order = Mnist.order(count(files), Streams.of(seed).family("data.cifar10", 0).stream(name, 0));
        int[] place = new int[order.length];
        for (int a = 0; a < order.length; a++) place[order[a]] = a;
        double[] levels = new double[Math.multiplyExact(count, PIXELS)];
        double[] targets = new double[count];
        int next = 0;
        for (Path file : files) {
            byte[] bytes = contents(file);
            for (int at = 0; at < bytes.length; at += RECORD, next++) {
                int kind = bytes[at] & 0xff;
                if (kind >= KINDS) throw bad(file, "label " + (at / RECORD + 1) + " is " + kind, "labels 0 to 9");
                int a = place[next];
                if (a >= count) continue;
                targets[a] = kind;
                for (int i = 0; i < PIXELS; i++) levels[a * PIXELS + i] = (bytes[at + 1 + i] & 0xff) / WHITE;
            }
        }
        return new Part(levels, targets);
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw bad(file, "cannot be read: " + e.getMessage(), "a readable file");
        }
    }

    private static BadParameter bad(Path file, String wrong, String allowed) {
        return new BadParameter(DIRECTORY, file, wrong, allowed);
    }
}
