package rugged.params;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By what a file is taken for unchanged since it was last read in this process: its size, its times of change and what the file system knows it by.
 *
 * @param size bytes
 * @param modified when its content was last changed, as it says itself
 * @param changed when anything about it was last changed; empty where the file system does not know
 * @param key what the file system knows it by, such as its inode; empty where it has none
 */
public record FileStamp(long size, FileTime modified, String changed, String key) {
    /** Two changes within a tick of the file system's clock leave one time: a file is only known by its times when the last of them is over for longer. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** Of a file as it is now. */
    public static FileStamp of(Path path) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileStamp(basic.size(), basic.lastModifiedTime(), changed(path), String.valueOf(basic.fileKey()));
    }

    private static String changed(Path path) throws IOException {
        try {
            return Optional.ofNullable(Files.getAttribute(path, "unix:ctime"))
                    .map(Object::toString)
                    .orElse("");
        } catch (UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return "";
        }
    }

    /** Whether a later change of the content would show in the stamp. */
    public boolean settled() {
        return modified.toInstant().isBefore(Instant.now().minus(TICK));
    }
}
