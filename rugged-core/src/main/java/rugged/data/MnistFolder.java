package rugged.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.DataMissing;

/**
 * Where the four files of MNIST lie.
 *
 * @param directory the folder
 */
record MnistFolder(Path directory) {
    private static final String VARIABLE = "RUGGED_MNIST";

    /** The part of a file's name before {@code -images} or {@code -labels}: published files, or a smaller training set of ten thousand. */
    private static final List<String> TRAINING = List.of("train", "train10k");

    private static final List<String> TESTING = List.of("t10k");

    /**
     * Images and their labels.
     *
     * @param images file of images
     * @param labels file of labels
     */
    record Pair(Path images, Path labels) {}

    /** The folder of that name; without one, that of the environment variable RUGGED_MNIST, then the cache. */
    static MnistFolder of(String directory) {
        if (!directory.isBlank()) return new MnistFolder(Path.of(directory));
        String named = System.getenv(VARIABLE);
        return named != null && !named.isBlank() ? new MnistFolder(Path.of(named)) : new MnistFolder(cache());
    }

    /** What is fetched is kept here. */
    static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "rugged", "mnist");
    }

    /** Whether all four files are there. */
    boolean complete() {
        return find(TRAINING).isPresent() && find(TESTING).isPresent();
    }

    Pair training() {
        return find(TRAINING).orElseThrow(() -> missing("train-images-idx3-ubyte and train-labels-idx1-ubyte"));
    }

    Pair testing() {
        return find(TESTING).orElseThrow(() -> missing("t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte"));
    }

    private Optional<Pair> find(List<String> parts) {
        for (String part : parts) {
            Optional<Path> images = named(part + "-images", "idx3-ubyte");
            Optional<Path> labels = named(part + "-labels", "idx1-ubyte");
            if (images.isPresent() && labels.isPresent()) return Optional.of(new Pair(images.get(), labels.get()));
        }
        return Optional.empty();
    }

    private Optional<Path> named(String stem, String format) {
        List<Path> names = new ArrayList<>();
        for (String joint : List.of("-", ".")) {
            names.add(directory.resolve(stem + joint + format));
            names.add(directory.resolve(stem + joint + format + ".gz"));
        }
        return names.stream().filter(Files::isRegularFile).findFirst();
    }

    private DataMissing missing(String files) {
        String where = Files.isDirectory(directory)
                ? directory + " lacks " + files + " (.gz or not)"
                : "there is no folder " + directory;
        return new DataMissing("MNIST: " + where + "; give directory, set " + VARIABLE
                + ", say fetch: true, or take data: strokes, which needs no files");
    }
}
