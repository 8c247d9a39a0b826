package rugged.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reading a run: as long as somebody does, nobody replaces what was made of its results or takes it away. Several processes may read at a time, and while the run
 * is computed. Where there is no lock file, or none that may be read, nothing is held: checksums then tell what fits together.
 */
public final class Looking implements AutoCloseable {
    private static final long LONGEST_WAIT = 5_000_000_000L; // nanoseconds
    private static final long BETWEEN_ATTEMPTS = 20_000_000L; // nanoseconds

    private final @Nullable Path held;

    private Looking(@Nullable Path held) {
        this.held = held;
    }

    /** Begins to read a run; waits while its writer replaces what is read. */
    public static Looking at(Path directory) {
        Path real = FolderLock.real(directory);
        long until = System.nanoTime() + LONGEST_WAIT;
        while (true) {
            Looking begun = tried(real);
            if (begun != null) return begun;
            if (System.nanoTime() > until) return new Looking(null);
            LockSupport.parkNanos(BETWEEN_ATTEMPTS);
        }
    }

    private static @Nullable Looking tried(Path real) {
        synchronized (FolderLock.class) {
            if (SharedDescriptor.join(real)) return new Looking(real);
            Path file = real.resolve(FolderLock.FILE);
            if (FolderLock.ours(real) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                return new Looking(null);
            try {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = FolderLock.tryLock(channel, FolderLock.READING, 1, true);
                if (lock == null) {
                    channel.close();
                    return null;
                }
                SharedDescriptor.begin(real, channel);
                return new Looking(real);
            } catch (IOException unreadable) {
                return new Looking(null);
            }
        }
    }

    @Override
    public void close() {
        if (held == null) return;
        synchronized (FolderLock.class) {
            try {
                SharedDescriptor.leave(held);
            } catch (IOException e) {
                throw EnvironmentFailure.reading(held, e);
            }
        }
    }
}
