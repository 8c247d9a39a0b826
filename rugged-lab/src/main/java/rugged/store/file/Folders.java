package rugged.store.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done with folders as a whole. */
public final class Folders {
    private Folders() {}

    /**
     * Refuses a run folder of which a part is a link out of it: what is written there would land in a folder of somebody else.
     *
     * @throws Damaged naming the first such link
     */
    public static void requireOwn(Path run, List<String> below) throws IOException {
        Path real = run.toRealPath();
        requireOwn(real, run);
        for (String name : below) {
            Path folder = run.resolve(name);
            if (Files.isDirectory(folder)) requireOwn(real, folder);
        }
    }

    public static void requireOwn(Path real, Path folder) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                if (!Files.isSymbolicLink(one)) continue;
                boolean inside = Files.exists(one) && one.toRealPath().startsWith(real);
                if (!inside) throw new Damaged(one, "is a symbolic link out of the run; nothing is written there");
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Removes a file or a folder with all that is in it; nothing that a link points to. */
    public static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> below = Files.walk(path)) {
            for (Path file : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
