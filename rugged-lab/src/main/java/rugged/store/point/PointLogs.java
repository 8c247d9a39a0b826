package rugged.store.point;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import rugged.store.array.RecordedArrays;
import rugged.store.file.Disk;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;

/**
 * The files of a point while it is written: logs that grow, and files that stand there whole. It knows what every one of them holds, so that a checkpoint can
 * vouch for it. One thread at a time.
 */
final class PointLogs implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final Disk disk;
    private final Map<String, Writer> writers = new TreeMap<>();
    private final Map<String, Extent> kept = new HashMap<>();
    private final Map<String, Extent> files = new HashMap<>();

    /**
     * @param directory the folder of the point
     * @param disk how it is written
     * @param last where the point stands: logs are cut to what it vouches for
     */
    PointLogs(Path directory, Disk disk, Optional<Checkpoint> last) {
        this.directory = directory;
        this.disk = disk;
        last.ifPresent(checkpoint -> {
            kept.putAll(checkpoint.logs());
            files.putAll(checkpoint.files());
        });
    }

    /** The folder. */
    Path directory() {
        return directory;
    }

    /** What the files hold that stand there whole. */
    Map<String, Extent> files() {
        return files;
    }

    /** Makes all logs durable; gives what they hold. */
    Map<String, Extent> force() throws IOException {
        writer(PointRecord.OBSERVATIONS);
        Map<String, Extent> logs = new TreeMap<>(kept);
        for (Map.Entry<String, Writer> entry : writers.entrySet()) {
            entry.getValue().flush();
            entry.getValue().log.force();
            logs.put(entry.getKey(), entry.getValue().extent());
        }
        return logs;
    }

    /** The names of all logs. */
    Set<String> names() {
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
    void append(String log, byte[] bytes) {
        try {
            writer(log).append(bytes);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory.resolve(log), e);
        }
    }

    /** The content of a log as the checkpoint knows it: to be asked before the first {@link #append}. */
    byte[] recorded(String log) {
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
    void flush() {
        for (Map.Entry<String, Writer> entry : writers.entrySet()) {
            try {
                entry.getValue().flush();
            } catch (IOException e) {
                throw EnvironmentFailure.writing(directory.resolve(entry.getKey()), e);
            }
        }
    }

    /** Writes an array or its index: complete or not at all. */
    void replace(String name, byte[] content) {
        try {
            disk.replace(directory.resolve(name), content, true);
            files.put(name, Extent.of(content));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory.resolve(name), e);
        }
    }

    /** Removes what only an interrupted point needs. */
    void tidy() throws IOException {
        for (Map.Entry<String, Writer> entry : writers.entrySet()) {
            if (entry.getKey().equals(PointRecord.OBSERVATIONS)) continue;
            entry.getValue().log.close();
        }
        writers.keySet().removeIf(log -> !log.equals(PointRecord.OBSERVATIONS));
        for (String log : kept.keySet())
            if (!log.equals(PointRecord.OBSERVATIONS)) Files.deleteIfExists(directory.resolve(log));
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
