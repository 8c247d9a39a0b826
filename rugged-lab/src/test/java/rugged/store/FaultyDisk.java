package rugged.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import rugged.store.file.Disk;
import rugged.store.file.LocalDisk;

/**
 * A disk on which something happens: the process dies at one of its operations, before, in the middle of, or after it; or the space runs out. Nothing is
 * forced to the device, since the operating system survives here.
 */
public final class FaultyDisk implements Disk {
    /** The death of the process: nothing catches it, and nothing is written after it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private final Random random;
    private long operationsLeft;
    private long bytesLeft;
    private boolean dead;

    private FaultyDisk(long operationsLeft, long bytesLeft, long seed) {
        this.operationsLeft = operationsLeft;
        this.bytesLeft = bytesLeft;
        this.random = new Random(seed);
    }

    /** Dies at the given operation. */
    public static FaultyDisk dyingAt(long operation, long seed) {
        return new FaultyDisk(operation, Long.MAX_VALUE, seed);
    }

    /** Takes so many bytes and no more. */
    public static FaultyDisk full(long bytes) {
        return new FaultyDisk(Long.MAX_VALUE, bytes, 0);
    }

    /** Never fails, and never waits for the device. */
    public static FaultyDisk sound() {
        return new FaultyDisk(Long.MAX_VALUE, Long.MAX_VALUE, 0);
    }

    /** Whether the process dies here; -1 not yet, else the part of the operation, in [0, 1], that still happens. */
    private double fate() {
        if (dead) throw new Killed();
        if (--operationsLeft > 0) return -1;
        dead = true;
        return random.nextInt(3) == 0 ? 1.0 : random.nextDouble();
    }

    private void use(long bytes) throws IOException {
        if (bytes > bytesLeft) throw new IOException("No space left on device");
        bytesLeft -= bytes;
    }

    @Override
    public synchronized Log append(Path file, long length) throws IOException {
        double fate = fate();
        if (fate >= 0 && fate < 0.5) throw new Killed();
        Log log = LocalDisk.ONLY.append(file, length);
        if (fate >= 0) {
            log.close();
            throw new Killed();
        }
        return new Log() {
            @Override
            public void write(byte[] bytes, int count) throws IOException {
                synchronized (FaultyDisk.this) {
                    double part = fate();
                    if (part >= 0) {
                        log.write(bytes, (int) (part * count));
                        throw new Killed();
                    }
                    int fits = (int) Math.min(count, bytesLeft);
                    log.write(bytes, fits); // as a real disk does: what fits is there
                    use(count);
                }
            }

            @Override
            public void force() {}

            @Override
            public void close() throws IOException {
                log.close();
            }
        };
    }

    @Override
    public synchronized void replace(Path file, byte[] content, boolean durable) throws IOException {
        double fate = fate();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        if (fate >= 0 && fate < 1.0) {
            Files.write(fresh, Arrays.copyOf(content, (int) (fate * content.length)));
            throw new Killed();
        }
        use(content.length);
        LocalDisk.ONLY.replace(file, content, false);
        if (fate >= 0) throw new Killed();
    }

    @Override
    public void sync(Path path) {}

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        double fate = fate();
        if (fate >= 0 && fate < 0.5) throw new Killed();
        LocalDisk.ONLY.rename(from, to);
        if (fate >= 0) throw new Killed();
    }
}
