package rugged.store.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the program that stops it: a full disk, a folder that cannot be written, memory. The message is one sentence for the user; the command
 * line ends with exit code 3.
 */
public class EnvironmentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do about it
     * @param cause what happened
     */
    public EnvironmentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A file that could not be written. */
    public static EnvironmentFailure writing(Path file, IOException cause) {
        return new EnvironmentFailure("cannot write " + file + ": " + reason(cause), cause);
    }

    /** A file that could not be read. */
    public static EnvironmentFailure reading(Path file, IOException cause) {
        return new EnvironmentFailure("cannot read " + file + ": " + reason(cause), cause);
    }

    /** Whether it was writing that failed: then room is missing, or a permission, and what is stored can still be read. */
    public boolean writing() {
        return written(String.valueOf(getMessage()));
    }

    /** Whether such a message, as a manifest keeps it, says that writing failed. */
    public static boolean written(String message) {
        return message.startsWith("cannot write");
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "there is no such file";
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> cause.getMessage() == null ? "it failed without a reason" : cause.getMessage();
        };
    }
}
