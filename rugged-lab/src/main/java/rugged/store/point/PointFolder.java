package rugged.store.point;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.record.NamedArray;
import rugged.store.file.Damaged;
import rugged.store.file.Disk;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Json;

/**
 * The folder of one point (or of one theory): {@code observations.tsv}, to which values are only ever appended, other append-only logs, and
 * {@code checkpoint} with its predecessor {@code checkpoint.1}.
 *
 * <p>A line of observations is {@code quantity replica value error axes...}, tab-separated, numbers in the shortest text that reads back the same. On
 * opening, every log is cut to the length that the checkpoint recorded, so a line that an interruption left half-written disappears and is never parsed.
 * A checkpoint that is damaged, or whose logs are not what it vouches for, is refused with a warning and the one before is used. One thread at a time.
 */
public final class PointFolder implements Sink, AutoCloseable {
    private final Path directory;
    private final Disk disk;
    private final Consumer<String> warnings;
    private final PointLogs logs;
    private final Optional<Checkpoint> last;
    private boolean latestSound;
    private final PointArrays arrays;
    private final StringBuilder line = new StringBuilder();

    private PointFolder(Path directory, Disk disk, Consumer<String> warnings) {
        this.directory = directory;
        this.disk = disk;
        this.warnings = warnings;
        this.last = find(directory, warnings);
        this.logs = new PointLogs(directory, disk, last);
        this.arrays = new PointArrays(logs);
        latestSound = sound(directory, PointRecord.LATEST, warning -> {}).isPresent();
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
        logs.append(PointRecord.OBSERVATIONS, line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void put(Quantity quantity, int replica, NamedArray values, double... axes) {
        arrays.put(quantity, replica, values, axes);
    }

    /** Makes NumPy files of the arrays that were recorded: the last before {@link #checkpoint} says that the point has ended. */
    public List<ArrayIndex.Entry> arrays() {
        return arrays.finish();
    }

    /** Appends to a log; the bytes reach the file at the latest with the next {@link #flush}. */
    public void append(String log, byte[] bytes) {
        logs.append(log, bytes);
    }

    /** The content of a log as the checkpoint knows it: to be asked before the first {@link #append}. */
    public byte[] recorded(String log) {
        return logs.recorded(log);
    }

    /** Hands what was appended to the operating system, where others can see it. */
    public void flush() {
        logs.flush();
    }

    /** Makes everything up to here durable: the logs first, then the checkpoint that speaks of them. */
    public void checkpoint(
            Checkpoint.Standing standing, String reason, double seconds, long evaluations, byte[] state) {
        Path file = directory.resolve(PointRecord.LATEST);
        try {
            Map<String, Extent> whole = logs.force();
            if (standing != Checkpoint.Standing.RUNNING)
                whole.keySet().removeIf(log -> !log.equals(PointRecord.OBSERVATIONS));
            String key = PointRecord.key(directory);
            byte[] content =
                    new Checkpoint(key, standing, reason, seconds, evaluations, whole, logs.files(), state).bytes();
            // one that was refused must not take the place of the good one before it
            if (latestSound) disk.rename(file, directory.resolve(PointRecord.PREVIOUS));
            latestSound = false;
            disk.replace(file, content, true);
            latestSound = true;
            if (standing == Checkpoint.Standing.RUNNING) return;
            logs.tidy();
            Files.deleteIfExists(directory.resolve(PointRecord.PREVIOUS));
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
        logs.replace(name, content);
    }

    @Override
    public void close() {
        logs.close();
    }

    /** The newest sound checkpoint. */
    static Optional<Checkpoint> find(Path directory, Consumer<String> warnings) {
        Optional<Checkpoint> latest = sound(directory, PointRecord.LATEST, warnings);
        return latest.isPresent() ? latest : sound(directory, PointRecord.PREVIOUS, warnings);
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
}
