package rugged.web.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Bytes of run folders, counted once for each version of a run. */
public final class Sizes {
    private record Counted(String version, double bytes) {}

    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    /** The size of a run; counted now where it is not known. */
    public double of(Known run) {
        Counted last = counted.get(run.id());
        if (last != null && last.version.equals(run.version())) return last.bytes;
        double bytes = bytes(run.folder().directory());
        counted.put(run.id(), new Counted(run.version(), bytes));
        return bytes;
    }

    /** The size of a run where it was counted before. */
    public OptionalDouble known(Known run) {
        Counted last = counted.get(run.id());
        return last == null ? OptionalDouble.empty() : OptionalDouble.of(last.bytes);
    }

    /** Counts what is new, again and again, without hurry. */
    public void follow(RunIndex index) {
        try {
            while (!index.closed()) {
                for (Known run : index.all()) {
                    if (index.closed()) return;
                    of(run);
                }
                Thread.sleep(3000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double bytes(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(Sizes::size).sum();
        } catch (IOException | UncheckedIOException vanishing) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
