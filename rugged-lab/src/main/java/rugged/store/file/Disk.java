package rugged.store.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The few ways in which a run writes into its folder. An interface, so that tests can make each of them fail at any moment: what counts is the state of
 * the files when the process dies between two calls, or in the middle of one.
 */
public interface Disk {
    /**
     * Opens a file for appending, cut to its first {@code length} bytes, and created when it is missing.
     *
     * @param file the file
     * @param length bytes that are kept
     */
    Log append(Path file, long length) throws IOException;

    /**
     * Replaces a file as a whole: the content goes to a temporary file beside it, which is then moved over it atomically. A reader sees the old content or
     * the new one, never a mixture.
     *
     * @param file the file
     * @param content what it holds afterwards
     * @param durable whether the content must have reached the device before the move
     */
    void replace(Path file, byte[] content, boolean durable) throws IOException;

    /** Waits until a file, or the names in a folder, have reached the device; nothing where the file system cannot be asked for it. */
    void sync(Path path);

    /** Renames a file atomically; replaces the target. */
    void rename(Path from, Path to) throws IOException;

    /** An open append-only file. */
    interface Log extends AutoCloseable {
        /** Appends bytes[0..length). */
        void write(byte[] bytes, int length) throws IOException;

        /** Waits until everything written has reached the device. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }
}
