package rugged.store;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code lock} of a run folder: whoever writes the run holds an operating-system lock on it, and its text is the process id. The lock falls with
 * the process however that ends, so "running" is never read from a goodbye that did not come.
 */
public final class FolderLock implements AutoCloseable {
    /**
     * Folders held by this process. POSIX drops all locks of a process on a file as soon as it closes any descriptor of it, so a process must never open
     * the lock file of a run that it holds itself, not even to look; looking and taking exclude one another.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final int ATTEMPTS = 5;
    private static final long BETWEEN_ATTEMPTS = 20_000_000L; // nanoseconds

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
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
        Path file = fileOf(directory);
        if (!OURS.add(file))
            throw new FolderHeld(directory, ProcessHandle.current().pid());
        try {
            FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (tryLock(channel) == null) {
                long holder = holder(channel);
                channel.close();
                throw new FolderHeld(directory, holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(file, channel);
        } catch (IOException e) {
            OURS.remove(file);
            throw EnvironmentFailure.writing(file, e);
        } catch (FolderHeld e) {
            OURS.remove(file);
            throw e;
        }
    }

    /**
     * The process that writes the folder.
     *
     * @return its id; -1 when it is held by a process that left no id; 0 when nobody holds it
     */
    public static synchronized long heldBy(Path directory) {
        Path file = fileOf(directory);
        if (OURS.contains(file)) return ProcessHandle.current().pid();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return 0;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                lock.release();
                return 0;
            }
            long holder = holder(channel);
            return holder > 0 ? holder : -1;
        } catch (IOException e) {
            return 0; // a folder that we may not write cannot be tried; its manifest then says how it stands
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
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

    private static Path fileOf(Path directory) {
        try {
            return directory.toRealPath().resolve("lock");
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize().resolve("lock");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        } finally {
            OURS.remove(file);
        }
    }
}
