package rugged.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files {@code lock} and {@code .lock} of a run folder: whoever writes the run holds an operating-system lock on both, and their text is the process id. The
 * locks fall with the process however that ends, so "running" is never read from a goodbye that did not come. There are two, so that somebody who deletes one
 * lets nobody in: the writer looks after them and puts back the one that is gone. Another byte of {@code lock} is shared by those who read a run and taken by the
 * writer for itself while it replaces what they read ({@link #alone}, {@link Looking}).
 */
public final class FolderLock implements AutoCloseable {
    /** The file that others may look at. */
    static final String FILE = "lock";

    private static final String SPARE = ".lock";

    /** Bytes that whoever writes holds. */
    private static final long WRITING = 1L << 30;

    /** The byte that is shared while reading. */
    static final long READING = 1L << 40;

    /**
     * Folders held by this process. POSIX drops all locks of a process on a file as soon as it closes any descriptor of it, so a process must never open
     * the lock file of a run that it holds itself, not even to look; looking and taking exclude one another.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final int ATTEMPTS = 5;
    private static final long BETWEEN_ATTEMPTS = 20_000_000L; // nanoseconds
    private static final long READERS_WAIT = 10_000_000_000L; // nanoseconds

    private final Path directory;
    private final List<Held> files;

    /** One lock file, open and locked. */
    private record Held(
            Path path, FileChannel channel, @Nullable Object key) {
        /** Whether the file that is locked is still the one that others find. */
        boolean stands() {
            return Objects.equals(key, keyOf(path)) && Files.exists(path);
        }
    }

    private FolderLock(Path directory, List<Held> files) {
        this.directory = directory;
        this.files = new ArrayList<>(files);
    }

    /**
     * Takes the lock.
     *
     * @param directory the run folder, which exists
     * @throws FolderHeld when another run, of this process or another, holds it
     */
    public static FolderLock take(Path directory) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryToTake(directory);
            } catch (FolderHeld e) {
                // somebody who only looks holds the lock for an instant
                if (attempt == ATTEMPTS
                        || e.process() == ProcessHandle.current().pid()) throw e;
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
            }
        }
    }

    private static synchronized FolderLock tryToTake(Path directory) {
        Path real = real(directory);
        if (!OURS.add(real))
            throw new FolderHeld(directory, ProcessHandle.current().pid());
        List<Held> files = new ArrayList<>();
        boolean taken = false;
        try {
            for (String name : List.of(SPARE, FILE)) files.add(hold(directory, real.resolve(name)));
            taken = true;
            return new FolderLock(real, files);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(real.resolve(FILE), e);
        } finally {
            if (!taken) {
                release(files);
                OURS.remove(real);
            }
        }
    }

    /** Opens and locks one file; once more where it was replaced between the two. */
    private static Held hold(Path directory, Path path) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(
                    path,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            Object key = keyOf(path);
            if (tryLock(channel, 0, WRITING, false) == null) {
                long holder = holder(channel);
                channel.close();
                throw new FolderHeld(directory, holder);
            }
            Held held = new Held(path, channel, key);
            if (held.stands()) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return held;
            }
            channel.close();
        }
    }

    /**
     * Looks after the lock: to be called every second or so. A lock file that was deleted or replaced is put back under the protection of the other.
     *
     * @throws EnvironmentFailure when both are gone: another process may then write the folder, so this one must not
     */
    public void renew() {
        synchronized (FolderLock.class) {
            for (int k = 0; k < files.size(); k++) {
                Held held = files.get(k);
                if (held.stands()) continue;
                if (files.stream().noneMatch(Held::stands))
                    throw new EnvironmentFailure(
                            directory + ": its lock files were removed while this process wrote it, so that another may"
                                    + " write it now; stopped, and what was stored stays",
                            null);
                try {
                    files.set(k, hold(directory, held.path));
                    held.channel.close();
                } catch (IOException e) {
                    throw EnvironmentFailure.writing(held.path, e);
                }
            }
        }
    }

    /** Replaces what others read while none of them does; somebody who does not come to an end of reading is waited for no longer than ten seconds. */
    public void alone(Runnable work) {
        long until = System.nanoTime() + READERS_WAIT;
        try {
            FileChannel channel = files.getLast().channel;
            FileLock lock = tryLock(channel, READING, 1, false);
            while (lock == null && System.nanoTime() < until) {
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
                lock = tryLock(channel, READING, 1, false);
            }
            try {
                work.run();
            } finally {
                if (lock != null && channel.isOpen()) lock.release();
            }
        } catch (IOException e) {
            throw EnvironmentFailure.writing(files.getLast().path, e);
        }
    }

    /**
     * The process that writes the folder.
     *
     * @return its id; -1 when it is held by a process that left no id; 0 when nobody holds it
     */
    public static synchronized long heldBy(Path directory) {
        Path real = real(directory);
        if (OURS.contains(real)) return ProcessHandle.current().pid();
        for (String name : List.of(FILE, SPARE)) {
            long holder = heldBy(real, real.resolve(name));
            if (holder != 0) return holder;
        }
        return 0;
    }

    private static long heldBy(Path real, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return 0;
        try {
            FileChannel shared = file.endsWith(FILE) ? SharedDescriptor.channel(real) : null;
            // closing another descriptor would drop what this process shares there
            if (shared != null) return heldBy(shared);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                return heldBy(channel);
            }
        } catch (IOException e) {
            return 0; // a folder that we may not read cannot be tried; its manifest then says how it stands
        }
    }

    private static long heldBy(FileChannel channel) throws IOException {
        FileLock lock = tryLock(channel, 0, WRITING, true);
        if (lock != null) {
            lock.release();
            return 0;
        }
        long holder = holder(channel);
        return holder > 0 ? holder : -1;
    }

    /** Whether this process writes the folder. */
    static boolean ours(Path directory) {
        return OURS.contains(real(directory));
    }

    static @Nullable FileLock tryLock(FileChannel channel, long from, long size, boolean shared) throws IOException {
        try {
            return channel.tryLock(from, size, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static long holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        try {
            return Long.parseLong(new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What tells one file from another of the same name; null where there is none, or the system has no such thing. */
    private static @Nullable Object keyOf(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return null;
        }
    }

    static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize();
        }
    }

    private static void release(List<Held> files) {
        for (Held held : files) {
            try {
                held.channel.close();
            } catch (IOException e) {
                throw EnvironmentFailure.writing(held.path, e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (FolderLock.class) {
            try {
                release(files);
            } finally {
                OURS.remove(directory);
            }
        }
    }
}
