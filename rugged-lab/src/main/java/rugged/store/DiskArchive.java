package rugged.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.api.Archive;
import rugged.num.kernel.KernelChoice;
import rugged.store.file.LocalDisk;
import rugged.study.Numerics;
import rugged.study.cost.UserCache;

/**
 * An {@link Archive} in a folder: a file for each name, found only by a program of the same {@link Numerics#VERSION} and the same kernels. A file begins with the hash
 * of what follows, and one that is damaged counts as none. Files are replaced as a whole, so that several processes may share a folder. When all
 * together exceed the limit, those that were not used for longest go.
 *
 * @param folder where
 * @param most bytes that the files may occupy together; one alone may take a quarter of it
 */
public record DiskArchive(Path folder, long most) implements Archive {
    private static final System.Logger LOG = System.getLogger("rugged.store");
    private static final String SUFFIX = ".solved";
    private static final String FRESH = ".new";
    private static final long MOST = 512L << 20;
    private static final int HASH = 32;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /**
     * The user's: below the folder that the property {@code rugged.cache} or the environment variable RUGGED_CACHE names, else below rugged in the user's cache
     * folder; none where the variable says {@code none}.
     */
    public static Archive users() {
        return UserCache.folder()
                .<Archive>map(cache -> new DiskArchive(cache.resolve("theory"), MOST))
                .orElse(Archive.NONE);
    }

    private Path file(String name) {
        String whole = Numerics.VERSION + "\n" + KernelChoice.best().name() + "\n" + name;
        byte[] hash = hash(whole.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash, 0, HASH / 2) + SUFFIX);
    }

    @Override
    public Optional<byte[]> find(String name) {
        Path file = file(name);
        try {
            if (!Files.isRegularFile(file)) return Optional.empty();
            byte[] all = Files.readAllBytes(file);
            byte[] content = Arrays.copyOfRange(all, Math.min(all.length, HASH), all.length);
            if (all.length < HASH || !Arrays.equals(hash(content), Arrays.copyOf(all, HASH))) {
                LOG.log(System.Logger.Level.DEBUG, "{0} is damaged", file);
                return Optional.empty();
            }
            used(file);
            return Optional.of(content);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "cannot read " + file, e);
            return Optional.empty();
        }
    }

    /** The time of a file is that of its last use. */
    private static void used(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> "cannot touch " + file,
                    e); // another's folder: it can be read all the same
        }
    }

    @Override
    public void keep(String name, byte[] content) {
        if (content.length + (long) HASH > most / 4) return;
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "", FRESH);
            try {
                byte[] all = ByteBuffer.allocate(HASH + content.length)
                        .put(hash(content))
                        .put(content)
                        .array();
                Files.write(fresh, all);
                LocalDisk.ONLY.rename(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            trim(file);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "cannot keep " + file, e);
        }
    }

    private record Item(Path file, long bytes, Instant used) {}

    /** Removes the least recently used until the rest is small enough, and what a process left that died while it wrote. */
    private void trim(Path newest) throws IOException {
        List<Item> items = new ArrayList<>();
        long total = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(SUFFIX) && !name.endsWith(FRESH)) continue;
                if (!Files.exists(file)) continue; // another process was faster
                Instant used = Files.getLastModifiedTime(file).toInstant();
                if (name.endsWith(SUFFIX)) {
                    Item item = new Item(file, Files.size(file), used);
                    total += item.bytes;
                    if (!file.equals(newest)) items.add(item);
                } else if (used.isBefore(Instant.now().minus(FORGOTTEN))) Files.deleteIfExists(file);
            }
        }
        items.sort(Comparator.comparing(Item::used));
        for (Item item : items) {
            if (total <= most) return;
            Files.deleteIfExists(item.file);
            total -= item.bytes;
        }
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
