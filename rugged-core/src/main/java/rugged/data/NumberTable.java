package rugged.data;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import rugged.api.DataMissing;
import rugged.num.file.ArrayFile;
import rugged.params.BadParameter;
import rugged.params.FileStamp;

/**
 * A table of finite numbers from a file of the user: .npy or one array of an .npz, first axis the examples, or text ({@link CsvTable}). What was read is kept as long as
 * there is room and the file does not change, because planning asks for it more than once.
 *
 * @param parameter the key that names the file
 * @param file the file, and which of its arrays
 */
record NumberTable(String parameter, ArrayFile file) {
    private static final Map<ArrayFile, Known> KNOWN = new ConcurrentHashMap<>();

    private record Known(FileStamp stamp, SoftReference<TableContent> content) {}

    NumberTable {
        if (!Files.isRegularFile(file.path())) {
            throw new DataMissing(
                    parameter + ": there is no file " + file.path().toAbsolutePath() + "; a .npy, .npz or .csv file");
        }
    }

    /** From a name as typed. */
    static NumberTable of(String parameter, String name) {
        return new NumberTable(parameter, ArrayFile.of(name));
    }

    /** Its numbers; not to be changed. */
    TableContent content() {
        try {
            FileStamp stamp = FileStamp.of(file.path());
            Optional<TableContent> known = Optional.ofNullable(KNOWN.get(file))
                    .filter(there -> there.stamp.equals(stamp))
                    .map(there -> there.content.get());
            if (known.isPresent()) return known.get();
            TableContent read = checked(read());
            if (stamp.settled()) KNOWN.put(file, new Known(stamp, new SoftReference<>(read)));
            return read;
        } catch (IOException e) {
            String message = e.getMessage();
            throw bad(message == null ? "cannot be read" : message, "a .npy or .npz file of numbers, or CSV");
        }
    }

    private TableContent read() throws IOException {
        String name = file.path().toString().toLowerCase(Locale.ROOT);
        boolean array = name.endsWith(".npy") || name.endsWith(".npz");
        return array ? TableContent.of(file.read()) : CsvTable.read(file.path());
    }

    private TableContent checked(TableContent content) {
        int[] shape = content.shape();
        if (shape.length == 0 || IntStream.of(shape).anyMatch(extent -> extent == 0)) {
            throw bad("has shape " + Arrays.toString(shape), "at least one example of at least one number");
        }
        String wrong = content.notFinite();
        if (!wrong.isEmpty()) throw bad(wrong, "finite numbers");
        return content;
    }

    private BadParameter bad(String wrong, String allowed) {
        String name = file.path() + (file.member().isEmpty() ? "" : ":" + file.member());
        return new BadParameter(parameter, name, wrong, allowed);
    }
}
