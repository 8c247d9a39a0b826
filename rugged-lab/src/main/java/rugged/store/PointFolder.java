package rugged.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rugged.api.Quantity;
import rugged.api.Sink;

/**
 * The folder of one point (or of one theory): {@code observations.tsv}, to which values are only ever appended, other append-only logs, and
 * {@code checkpoint} with its predecessor {@code checkpoint.1}.
 *
 * <p>A line of observations is {@code quantity replica value error axes...}, tab-separated, numbers in the shortest text that reads back the same. On
 * opening, every log is cut to the length that the checkpoint recorded, so a line that an interruption left half-written disappears and is never parsed.
 * A checkpoint that is damaged, or whose logs are shorter than it says, is refused with a warning and the one before is used. One thread at a time.
 */
public final class PointFolder implements Sink, AutoCloseable {
    /** The log of observations. */
    public static final String OBSERVATIONS = "observations.tsv";

    /** How the logs end that only a point under way needs. */
    public static final String WORKING = ".bin";

    private static final String LATEST = "checkpoint";
    private static final String PREVIOUS = "checkpoint.1";
    private static final int BUFFER = 1 << 16;
    private static final long MOST_STATE = 1L << 31; // bytes

    private final Path directory;
    private final Disk disk;
    private final Consumer<String> warnings;
    private final Map<String, Writer> writers = new TreeMap<>();
    private final Map<String, Long> kept = new HashMap<>();
    private final Optional<Checkpoint> last;
    private boolean latestSound;
    private final StringBuilder line = new StringBuilder();

    private PointFolder(Path directory, Disk disk, Consumer<String> warnings) {
        this.directory = directory;
        this.disk = disk;
        this.warnings = warnings;
        this.last = find(directory, warnings);
        last.ifPresent(checkpoint -> kept.putAll(checkpoint.lengths()));
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

    /** The checkpoint of a point that may be under way elsewhere; empty when it has none yet. */
    public static Optional<Checkpoint> standing(Path directory) {
        return find(directory, warning -> {});
    }

    /** The file of {@link #standing}. */
    public static Path standingFile(Path directory) {
        boolean latest = sound(directory, LATEST, warning -> {}).isPresent();
        return directory.resolve(latest ? LATEST : PREVIOUS);
    }

    /** Removes what an earlier session would have removed when the point ended, had it lived one moment longer. */
    public static void sweep(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(WORKING) || name.equals(PREVIOUS)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory, e);
        }
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
        long length = kept.getOrDefault(log, 0L);
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
            Map<String, Long> lengths = new TreeMap<>(kept);
            for (Map.Entry<String, Writer> entry : writers.entrySet()) {
                entry.getValue().flush();
                entry.getValue().log.force();
                lengths.put(entry.getKey(), entry.getValue().length);
            }
            if (standing != Checkpoint.Standing.RUNNING) lengths.keySet().removeIf(log -> !log.equals(OBSERVATIONS));
            byte[] content = new Checkpoint(standing, reason, seconds, evaluations, lengths, state).bytes();
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

    /** Writes an array or its index: complete or not at all. */
    public void replace(String name, byte[] content) {
        try {
            disk.replace(directory.resolve(name), content, true);
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
            long length = kept.getOrDefault(log, 0L);
            writer = new Writer(disk.append(directory.resolve(log), length), length);
            writers.put(log, writer);
            kept.putIfAbsent(log, 0L);
        }
        return writer;
    }

    private static Optional<Checkpoint> find(Path directory, Consumer<String> warnings) {
        Optional<Checkpoint> latest = sound(directory, LATEST, warnings);
        return latest.isPresent() ? latest : sound(directory, PREVIOUS, warnings);
    }

    private static Optional<Checkpoint> sound(Path directory, String name, Consumer<String> warnings) {
        Path file = directory.resolve(name);
        Optional<byte[]> content = StoredFile.bytes(file, MOST_STATE);
        if (content.isEmpty()) return Optional.empty();
        try {
            Optional<Checkpoint> checkpoint = Checkpoint.read(content.get());
            if (checkpoint.isEmpty()) {
                warnings.accept(file + " is damaged; going on from the one before it");
            } else if (!logsReach(directory, checkpoint.get())) {
                warnings.accept(file + " speaks of more observations than there are; going on from the one before it");
                return Optional.empty();
            }
            return checkpoint;
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    private static boolean logsReach(Path directory, Checkpoint checkpoint) throws IOException {
        for (Map.Entry<String, Long> log : checkpoint.lengths().entrySet()) {
            Path file = directory.resolve(log.getKey());
            long length = Files.exists(file) ? Files.size(file) : 0;
            if (length < log.getValue()) return false;
        }
        return true;
    }

    private static final class Writer {
        private final Disk.Log log;
        private byte[] buffer = new byte[1 << 10];
        private int filled;
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
            if (filled >= BUFFER) flush();
        }

        void flush() throws IOException {
            if (filled == 0) return;
            log.write(buffer, filled);
            filled = 0;
        }
    }
}
