package rugged.store.point;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import rugged.store.file.Disk;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Folders;

/** What the holder of a run's lock does to the folder of a point before anything is added to it. */
public final class PointRecovery {
    private PointRecovery() {}

    /**
     * Makes a folder fit to go on from, for the holder of the run's lock: what an earlier session would have removed had it lived one moment longer goes, and a
     * point whose files are not what was written is removed as a whole, with a warning, so that it is computed again.
     *
     * @return where the point stands
     */
    public static Optional<Checkpoint> recover(Path directory, Disk disk, Consumer<String> warnings) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
        try {
            List<String> complaints = new ArrayList<>();
            Optional<Checkpoint> last = PointFolder.find(directory, complaints::add);
            if (last.isEmpty() && complaints.isEmpty() && Files.isDirectory(directory)) return last;
            if (last.isEmpty()) {
                if (complaints.isEmpty()) complaints.add(directory + " is no folder");
                warnings.accept(complaints.getFirst() + "; computed again");
                remove(directory);
                return last;
            }
            if (!last.get().ended()) return last;
            Checkpoint ended = last.get();
            if (!ended.vouches()) return Optional.of(vouchFor(directory, disk, ended));
            for (Map.Entry<String, Extent> log : ended.logs().entrySet()) {
                Path file = directory.resolve(log.getKey());
                if (!Files.exists(file) || Files.size(file) <= log.getValue().length()) continue;
                warnings.accept(file + " is longer than it was; cut");
                disk.append(file, log.getValue().length()).close();
            }
            sweep(directory);
            return last;
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory, e);
        }
    }

    /** Gives a point that an earlier version ended its checksums: what stands there is taken as it is. */
    private static Checkpoint vouchFor(Path directory, Disk disk, Checkpoint ended) throws IOException {
        sweep(directory);
        Map<String, Extent> logs = new HashMap<>();
        for (Map.Entry<String, Extent> log : ended.logs().entrySet()) {
            long length = log.getValue().length();
            CRC32C sum = new CRC32C();
            Extent.add(sum, directory.resolve(log.getKey()), 0, length);
            logs.put(log.getKey(), new Extent(length, sum.getValue()));
        }
        Map<String, Extent> files = new HashMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".npy") || name.endsWith(".json"))
                    files.put(name, Extent.of(Files.readAllBytes(file)));
            }
        }
        Checkpoint vouched = new Checkpoint(
                PointRecord.key(directory),
                ended.standing(),
                ended.reason(),
                ended.seconds(),
                ended.evaluations(),
                logs,
                files,
                ended.state());
        disk.replace(directory.resolve(PointRecord.LATEST), vouched.bytes(), true);
        return vouched;
    }

    /** Removes a point as a whole. */
    public static void remove(Path directory) {
        try {
            Folders.remove(directory);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory, e);
        }
    }

    private static void sweep(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(PointRecord.WORKING) || name.equals(PointRecord.PREVIOUS)) Folders.remove(file);
            }
        }
    }
}
