package rugged.store.point;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.record.NamedArray;
import rugged.store.array.RecordedArrays;
import rugged.store.file.Damaged;
import rugged.store.file.Disk;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Json;
import rugged.store.file.StoredFile;

/**
 * The folder of one point (or of one theory): {@code observations.tsv}, to which values are only ever appended, other append-only logs, and
 * {@code checkpoint} with its predecessor {@code checkpoint.1}.
 *
 * <p>A line of observations is {@code quantity replica value error axes...}, tab-separated, numbers in the shortest text that reads back the same. On
 * opening, every log is cut to the length that the checkpoint recorded, so a line that an interruption left half-written disappears and is never parsed.
 * A checkpoint that is damaged, or whose logs are not what it vouches for, is refused with a warning and the one before is used. One thread at a time.
 */
public final class PointFolder implements Sink, AutoCloseable {
    /** The log of observations. */
    public static final String OBSERVATIONS = "observations.tsv";

    /** How the logs end that only a point under way needs. */
    public static final String WORKING = ".bin";

    /** The checkpoint that counts. */
    public static final String LATEST = "checkpoint";

    /** The one before, as long as the point is under way. */
    static final String PREVIOUS = "checkpoint.1";

    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final Disk disk;
    private final Consumer<String> warnings;
    private final Map<String, Writer> writers = new TreeMap<>();
    private final Map<String, Extent> kept = new HashMap<>();
    private final Map<String, Extent> files = new HashMap<>();
    private final Optional<Checkpoint> last;
    private boolean latestSound;
    private final PointArrays arrays = new PointArrays(this);
    private final StringBuilder line = new StringBuilder();

    private PointFolder(Path directory, Disk disk, Consumer<String> warnings) {
        this.directory = directory;
        this.disk = disk;
        this.warnings = warnings;
        this.last = find(directory, warnings);
        last.ifPresent(checkpoint -> {
            kept.putAll(checkpoint.logs());
            files.putAll(checkpoint.files());
        });
        latestSound = sound(directory, LATEST, warning -> {}).isPresent();
    }

    /** Opens the folder of a point for writing; creates it when it is missing. The caller holds the lock of the run. */
    public static PointFolder open(Path directory, Disk disk, Consumer<String> warnings) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory, e);
        }
        return new PointFolder(directory, disk, warnings);
    }

    /** The checkpoint of a point that may be under way elsewhere, with logs that are as it says; empty when it has none yet. */
    public static Optional<Checkpoint> standing(Path directory) {
        return find(directory, warning -> {});
    }

    /** Where the point stood when it was opened. */
    public Optional<Checkpoint> last() {
        return last;
    }

    /** The folder. */
    public Path directory() {
        return directory;
    }

    /** Says something to the user about this point. */
    public void warn(String warning) {
        warnings.accept(warning);
    }

    @Override
    public void put(Quantity quantity, int replica, double value, double standardError, double... axes) {
        if (quantity.hasExtents()) throw new IllegalArgumentException(quantity.name() + " is an array, not a number");
        if (axes.length != quantity.axes().size()) {
            throw new IllegalArgumentException(quantity.name() + " has the axes " + quantity.axes() + " and was given "
                    + axes.length + " of them");
        }
        line.setLength(0);
        line.append(quantity.name()).append('\t').append(replica).append('\t').append(value);
        line.append('\t').append(standardError);
        for (double axis : axes) line.append('\t').append(axis);
        append(OBSERVATIONS, line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void put(Quantity quantity, int replica, NamedArray values, double... axes) {
        arrays.put(quantity, replica, values, axes);
    }

    /** Makes NumPy files of the arrays that were recorded: the last before {@link #checkpoint} says that the point has ended. */
    public List<ArrayIndex.Entry> arrays() {
        return arrays.finish();
    }

    /** The names of all logs. */
    Set<String> logs() {
        Set<String> names = new TreeSet<>(kept.keySet());
        names.addAll(writers.keySet());
        return names;
    }

    /** Bytes of a log, those that wait to be written included. */
    long length(String log) {
        Writer writer = writers.get(log);
        return writer == null ? kept.getOrDefault(log, Extent.EMPTY).length() : writer.length;
    }

    /** What writes a file part by part. */
    @FunctionalInterface
    interface Assembly {
        /** Hands over all parts. */
        void write(RecordedArrays.Bytes out) throws IOException;
    }

    /** As {@link #replace}, for what is too large to be held in memory. */
    void assemble(String name, Assembly content) {
        Path file = directory.resolve(name);
        Path fresh = directory.resolve(name + ".new");
        CRC32C sum = new CRC32C();
        long[] length = {0};
        try (Disk.Log out = disk.append(fresh, 0)) {
            content.write((bytes, count) -> {
                out.write(bytes, count);
                sum.update(bytes, 0, count);
                length[0] += count;
            });
            out.force();
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
        try {
            disk.rename(fresh, file);
            disk.sync(directory);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
        files.put(name, new Extent(length[0], sum.getValue()));
    }

    /** Appends to a log; the bytes reach the file at the latest with the next {@link #flush}. */
    public void append(String log, byte[] bytes) {
        try {
            writer(log).append(bytes);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory.resolve(log), e);
        }
    }

    /** The content of a log as the checkpoint knows it: to be asked before the first {@link #append}. */
    public byte[] recorded(String log) {
        long length = kept.getOrDefault(log, Extent.EMPTY).length();
        if (length == 0) return new byte[0];
        Path file = directory.resolve(log);
        try (var in = StoredFile.open(file)) {
            return in.readNBytes(Math.toIntExact(length));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    /** Hands what was appended to the operating system, where others can see it. */
    public void flush() {
        for (Map.Entry<String, Writer> entry : writers.entrySet()) {
            try {
                entry.getValue().flush();
            } catch (IOException e) {
                throw EnvironmentFailure.writing(directory.resolve(entry.getKey()), e);
            }
        }
    }

    /** Makes everything up to here durable: the logs first, then the checkpoint that speaks of them. */
    public void checkpoint(
            Checkpoint.Standing standing, String reason, double seconds, long evaluations, byte[] state) {
        Path file = directory.resolve(LATEST);
        try {
            writer(OBSERVATIONS);
            Map<String, Extent> logs = new TreeMap<>(kept);
            for (Map.Entry<String, Writer> entry : writers.entrySet()) {
                entry.getValue().flush();
                entry.getValue().log.force();
                logs.put(entry.getKey(), entry.getValue().extent());
            }
            if (standing != Checkpoint.Standing.RUNNING) logs.keySet().removeIf(log -> !log.equals(OBSERVATIONS));
            byte[] content =
                    new Checkpoint(key(directory), standing, reason, seconds, evaluations, logs, files, state).bytes();
            // one that was refused must not take the place of the good one before it
            if (latestSound) disk.rename(file, directory.resolve(PREVIOUS));
            latestSound = false;
            disk.replace(file, content, true);
            latestSound = true;
            if (standing != Checkpoint.Standing.RUNNING) tidy();
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }

    /** Writes how a theory was solved. */
    public void solution(Solution solution) {
        replace("solution.json", Json.bytes(solution));
    }

    /** Writes an array or its index: complete or not at all. */
    public void replace(String name, byte[] content) {
        try {
            disk.replace(directory.resolve(name), content, true);
            files.put(name, Extent.of(content));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory.resolve(name), e);
        }
    }

    @Override
    public void close() {
        for (Map.Entry<String, Writer> entry : writers.entrySet()) {
            try {
                entry.getValue().log.close();
            } catch (IOException e) {
                throw EnvironmentFailure.writing(directory.resolve(entry.getKey()), e);
            }
        }
        writers.clear();
    }

    /** Removes what only an interrupted point needs. */
    private void tidy() throws IOException {
        for (Map.Entry<String, Writer> entry : writers.entrySet()) {
            if (entry.getKey().equals(OBSERVATIONS)) continue;
            entry.getValue().log.close();
        }
        writers.keySet().removeIf(log -> !log.equals(OBSERVATIONS));
        for (String log : kept.keySet()) if (!log.equals(OBSERVATIONS)) Files.deleteIfExists(directory.resolve(log));
        Files.deleteIfExists(directory.resolve(PREVIOUS));
    }

    private Writer writer(String log) throws IOException {
        Writer writer = writers.get(log);
        if (writer == null) {
            Path file = directory.resolve(log);
            long length = kept.getOrDefault(log, Extent.EMPTY).length();
            Disk.Log open = disk.append(file, length);
            writer = new Writer(open, length);
            Extent.add(writer.sum, file, 0, length);
            writers.put(log, writer);
            kept.putIfAbsent(log, Extent.EMPTY);
        }
        return writer;
    }

    /** The name of a folder that a run gave; empty for one that stands by itself. */
    static String key(Path directory) {
        return String.valueOf(directory.toAbsolutePath().normalize().getFileName());
    }

    /** The newest sound checkpoint. */
    static Optional<Checkpoint> find(Path directory, Consumer<String> warnings) {
        Optional<Checkpoint> latest = sound(directory, LATEST, warnings);
        return latest.isPresent() ? latest : sound(directory, PREVIOUS, warnings);
    }

    private static Optional<Checkpoint> sound(Path directory, String name, Consumer<String> warnings) {
        Path file = directory.resolve(name);
        Optional<Checkpoint> checkpoint = Optional.empty();
        try {
            checkpoint = PointRecord.checkpoint(file);
            if (checkpoint.isEmpty()) return checkpoint;
            for (PointRecord.Part part : PointRecord.parts(checkpoint.get())) {
                Path stored = directory.resolve(part.name());
                Optional<String> wrong = part.extent().differs(stored, part.whole());
                if (wrong.isEmpty()) continue;
                warnings.accept(stored + " " + wrong.get());
                return Optional.empty();
            }
        } catch (Damaged damaged) {
            warnings.accept(String.valueOf(damaged.getMessage()));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
        return checkpoint;
    }

    private static final class Writer {
        private final Disk.Log log;
        private byte[] buffer = new byte[1 << 10];
        private int filled;
        private final CRC32C sum = new CRC32C();
        private long length;

        Writer(Disk.Log log, long length) {
            this.log = log;
            this.length = length;
        }

        void append(byte[] bytes) throws IOException {
            if (filled + bytes.length > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, filled + bytes.length));
            }
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
            length += bytes.length;
            sum.update(bytes, 0, bytes.length);
            if (filled >= BUFFER) flush();
        }

        Extent extent() {
            return new Extent(length, sum.getValue());
        }

        void flush() throws IOException {
            if (filled == 0) return;
            log.write(buffer, filled);
            filled = 0;
        }
    }
}
