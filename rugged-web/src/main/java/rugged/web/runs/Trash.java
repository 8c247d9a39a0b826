package rugged.web.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.store.file.EnvironmentFailure;

/** Deleting is never immediate: a run goes into {@code .trash} of its workspace, can be taken out again, and is gone after thirty days. */
public final class Trash {
    /** How long a run stays. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Path root;
    private final Path folder;

    /**
     * A run in the trash.
     *
     * @param id its name there
     * @param folder where it lies
     * @param name the name of its folder as it was
     * @param when it was thrown away
     */
    public record Thrown(String id, Path folder, String name, Instant when) {
        /** What its files say. */
        public Known known() {
            return Inspector.read(
                    RunIndex.id(name), folder, Inspector.stamp(folder), null, false, System.currentTimeMillis());
        }
    }

    /** @param root the workspace */
    public Trash(Path root) {
        this.root = root;
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

    /** What lies there, the last thrown away first. */
    public List<Thrown> all() {
        List<Thrown> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) return all;
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder)) {
            for (Path run : below) if (!Files.isSymbolicLink(run)) thrown(run).ifPresent(all::add);
        } catch (IOException unreadable) {
            throw EnvironmentFailure.reading(folder, unreadable);
        }
        all.sort(Comparator.comparing(Thrown::when).reversed());
        return all;
    }

    /**
     * Takes a run out again.
     *
     * @return its folder; empty when another run has its place
     */
    public Optional<Path> restore(Thrown run) {
        Path target = root.resolve(run.name());
        if (Files.exists(target)) return Optional.empty();
        try {
            return Optional.of(Files.move(run.folder(), target));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(target, e);
        }
    }

    /** Removes what has been there for thirty days. */
    public void empty() {
        Instant limit = Instant.now().minus(KEPT);
        try {
            for (Thrown run : all()) if (run.when().isBefore(limit)) remove(run.folder());
        } catch (IOException | UncheckedIOException | EnvironmentFailure unreadable) {
            // then it stays another day
        }
    }

    private static Optional<Thrown> thrown(Path run) {
        String name = run.getFileName().toString();
        int dot = name.lastIndexOf('.');
        try {
            Instant when = Instant.ofEpochMilli(Long.parseLong(name.substring(dot + 1)));
            return dot <= 0
                    ? Optional.empty()
                    : Optional.of(new Thrown(RunIndex.id(name), run, name.substring(0, dot), when));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    private static void remove(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
