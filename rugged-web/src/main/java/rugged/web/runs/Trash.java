package rugged.web.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import rugged.store.EnvironmentFailure;

/** Deleting is never immediate: a run goes into {@code .trash} of its workspace and is gone after thirty days. */
public final class Trash {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;

    /** @param root the workspace */
    public Trash(Path root) {
        folder = root.resolve(".trash");
    }

    /** Puts a run into the trash. */
    public Path put(Path run) {
        Path target = folder.resolve(run.getFileName() + "." + Instant.now().toEpochMilli());
        try {
            Files.createDirectories(folder);
            return Files.move(run, target);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(target, e);
        }
    }

    /** Removes what has been there for thirty days. */
    public void empty() {
        if (!Files.isDirectory(folder)) return;
        Instant limit = Instant.now().minus(KEPT);
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder)) {
            for (Path run : below) if (thrown(run).isBefore(limit)) remove(run);
        } catch (IOException | UncheckedIOException unreadable) {
            // then it stays another day
        }
    }

    private static Instant thrown(Path run) {
        String name = run.getFileName().toString();
        try {
            return Instant.ofEpochMilli(Long.parseLong(name.substring(name.lastIndexOf('.') + 1)));
        } catch (NumberFormatException foreign) {
            return Instant.now();
        }
    }

    private static void remove(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
