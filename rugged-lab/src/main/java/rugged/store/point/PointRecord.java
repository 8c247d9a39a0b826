package rugged.store.point;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.zip.CRC32C;
import rugged.store.RunFolder;
import rugged.store.array.ArrayLog;
import rugged.store.array.RecordedArrays;
import rugged.store.file.Checksums;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.store.file.StoredFile;
import rugged.store.library.LibraryFile;

/**
 * What a point or a theory has stored, for whoever reads it: nothing is told that its checkpoint does not vouch for, except what a writer at work has
 * added since. Asked again, it sums only what the log has grown by.
 */
public final class PointRecord {
    /** The log of observations. */
    public static final String OBSERVATIONS = "observations.tsv";

    /** How the logs end that only a point under way needs. */
    public static final String WORKING = ".bin";

    /** The checkpoint that counts. */
    public static final String LATEST = "checkpoint";

    /** The one before, as long as the point is under way. */
    static final String PREVIOUS = "checkpoint.1";

    private static final long MOST_STATE = 1L << 31; // bytes

    private final Path directory;
    private final Path log;
    private CRC32C crc = new CRC32C();
    private long summed;
    private FileTime changed = FileTime.fromMillis(0);
    private Optional<Checksums.Entry> listed = Optional.empty();

    /** @param directory the folder of the point; a missing one is empty */
    public PointRecord(Path directory) {
        this.directory = directory;
        this.log = directory.resolve(OBSERVATIONS);
    }

    /**
     * Something that a checkpoint vouches for.
     *
     * @param name of the file
     * @param extent what it holds
     * @param whole whether it holds nothing more
     */
    public record Part(String name, Extent extent, boolean whole) {}

    /** Everything that a checkpoint vouches for, by name; a log may have grown since. */
    public static List<Part> parts(Checkpoint checkpoint) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Extent> one : new TreeMap<>(checkpoint.logs()).entrySet())
            parts.add(new Part(one.getKey(), one.getValue(), false));
        for (Map.Entry<String, Extent> one : new TreeMap<>(checkpoint.files()).entrySet())
            parts.add(new Part(one.getKey(), one.getValue(), true));
        return parts;
    }

    /**
     * Reads one checkpoint.
     *
     * @return empty when there is none
     * @throws Damaged when it is none, or that of another point
     */
    static Optional<Checkpoint> checkpoint(Path file) {
        Optional<byte[]> content = StoredFile.bytes(file, MOST_STATE);
        if (content.isEmpty()) return Optional.empty();
        Checkpoint checkpoint =
                Checkpoint.read(content.get()).orElseThrow(() -> new Damaged(file, "is damaged: its checksum differs"));
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (checkpoint.vouches() && directory != null && named(directory)) {
            String here = key(directory);
            if (!checkpoint.key().equals(here))
                throw new Damaged(file, "is damaged: it belongs to " + checkpoint.key());
        }
        return Optional.of(checkpoint);
    }

    /** The name of a folder that a run gave; empty for one that stands by itself. */
    static String key(Path directory) {
        return String.valueOf(directory.toAbsolutePath().normalize().getFileName());
    }

    /** Whether a run named this folder: somebody's copy may be called anything. */
    private static boolean named(Path directory) {
        Path above = directory.getParent();
        String name = above == null ? "" : String.valueOf(above.getFileName());
        return name.equals("points") || name.equals("theory");
    }

    /** What the run's list says of the checkpoint. */
    void expect(Optional<Checksums.Entry> entry) {
        listed = entry;
    }

    /**
     * Where the point stands; empty when it has not begun or has no checkpoint yet.
     *
     * @throws Damaged when its checkpoint is
     */
    public Optional<Checkpoint> checkpoint() {
        Path file = directory.resolve(LATEST);
        listed.flatMap(entry -> entry.differs(file)).ifPresent(wrong -> {
            Path run = directory.toAbsolutePath().normalize().resolve("../..").normalize();
            if (FolderLock.heldBy(run) == 0) throw new Damaged(file, wrong);
        });
        Optional<Checkpoint> latest = checkpoint(file);
        // between two checkpoints a writer may be caught, or have died, when only the one before is there
        return latest.isPresent() ? latest : checkpoint(directory.resolve(PREVIOUS));
    }

    /** The file of {@link #checkpoint}. */
    public Path standing() {
        Path latest = directory.resolve(LATEST);
        return Files.exists(latest) ? latest : directory.resolve(PREVIOUS);
    }

    /**
     * Compares the log of observations with its checkpoint.
     *
     * @param grows whether whatever a log of a point under way has grown by counts as well: see {@link RunFolder#growing}
     * @return bytes that may be read
     * @throws Damaged when it is not what was written
     */
    public synchronized long readable(boolean grows) {
        Optional<Checkpoint> checkpoint = checkpoint();
        boolean growing = grows && checkpoint.map(last -> !last.ended()).orElse(true);
        Extent extent = checkpoint
                .map(last -> last.logs().getOrDefault(OBSERVATIONS, Extent.EMPTY))
                .orElse(Extent.EMPTY);
        try {
            compare(extent, growing);
            return growing && Files.exists(log) ? Files.size(log) : extent.length();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(log, e);
        }
    }

    private void compare(Extent extent, boolean growing) throws IOException {
        if (!Files.exists(log)) {
            if (extent.length() > 0) throw new Damaged(log, "is missing");
            return;
        }
        if (!Files.isRegularFile(log)) throw new Damaged(log, "is no file");
        if (Files.size(log) < extent.length())
            throw new Damaged(log, "is cut: " + Files.size(log) + " bytes of " + extent.length());
        FileTime now = Files.getLastModifiedTime(log);
        if (extent.length() < summed || !growing && !now.equals(changed)) {
            crc = new CRC32C();
            summed = 0;
        }
        changed = now;
        if (!extent.known()) return;
        summed += Extent.add(crc, log, summed, extent.length() - summed);
        if (summed != extent.length() || crc.getValue() != extent.sum())
            throw new Damaged(log, "is damaged: its checksum differs");
    }

    /**
     * Reads what was observed.
     *
     * @param grows as in {@link #readable}
     * @throws Damaged when it is not what was written
     */
    public void observations(boolean grows, Observations.Reader reader) {
        Observations.read(log, readable(grows), reader);
    }

    /**
     * One of the files that are written as a whole.
     *
     * @return its place, once its content has been compared
     * @throws Damaged when it is not what was written
     */
    public Path file(String name) {
        Path file = directory.resolve(name);
        Optional<Extent> extent = checkpoint().map(last -> last.files().get(name));
        if (extent.isEmpty()) return file;
        try {
            extent.get().differs(file, true).ifPresent(wrong -> {
                throw new Damaged(file, wrong);
            });
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
        return file;
    }

    /**
     * Reads the recorded arrays of a quantity.
     *
     * @param grows as in {@link #readable}
     * @throws Damaged when they are not what was written
     */
    public void arrays(String quantity, boolean grows, ArrayLog.Reader reader) {
        arrays(quantity, grows, k -> true, reader);
    }

    /**
     * The same, where few are wanted: all others come without their values.
     *
     * @param wanted whether the k-th array is wanted with its values
     * @throws Damaged when they are not what was written
     */
    public void arrays(String quantity, boolean grows, IntPredicate wanted, ArrayLog.Reader reader) {
        Optional<Checkpoint> checkpoint = checkpoint();
        String values = quantity + ".npy";
        Path from = directory.resolve(values);
        try {
            if (checkpoint.filter(Checkpoint::ended).isPresent()) {
                if (!checkpoint.get().files().containsKey(values)) return;
                RecordedArrays.read(file(values), file(quantity + RecordedArrays.FRAMES + ".npy"), wanted, reader);
                return;
            }
            from = directory.resolve(quantity + ArrayLog.SUFFIX);
            Extent extent = checkpoint
                    .map(last -> last.logs().getOrDefault(quantity + ArrayLog.SUFFIX, Extent.EMPTY))
                    .orElse(Extent.EMPTY);
            Optional<String> wrong = extent.differs(from, false);
            if (wrong.isPresent()) throw new Damaged(from, wrong.get());
            long length = grows && Files.exists(from) ? Files.size(from) : extent.length();
            ArrayLog.read(from, length, wanted, reader);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(from, e);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException e) {
            throw new Damaged(from, "is damaged: it does not hold the arrays that it announces");
        }
    }

    /** The file of what the protocol collected, once its content has been compared; empty where it collected nothing or has not ended. */
    public Optional<Path> library() {
        boolean promised = checkpoint()
                .map(last -> last.files().containsKey(LibraryFile.NAME))
                .orElse(false);
        return promised ? Optional.of(file(LibraryFile.NAME)) : Optional.empty();
    }

    /** The arrays of the point; none when it has no index. */
    public ArrayIndex arrays() {
        boolean promised = checkpoint()
                .map(last -> last.vouches() && last.files().containsKey(ArrayIndex.FILE))
                .orElse(false);
        Path index = promised ? file(ArrayIndex.FILE) : directory.resolve(ArrayIndex.FILE);
        return ArrayIndex.read(index);
    }
}
