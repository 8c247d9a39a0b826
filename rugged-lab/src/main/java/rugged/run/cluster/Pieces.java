package rugged.run.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Folders;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.study.Point;

/** Points on their way between the folders of attempts and that of the run: each is moved as a whole, and the first that is there stays. */
public final class Pieces {
    private static final String COPY = ".copy";

    private Pieces() {}

    /** Whether a point, or what failed of it, is final. */
    public static boolean ended(Path point) {
        return PointFolder.standing(point)
                .filter(last -> last.ended() && last.standing() != Checkpoint.Standing.BROKEN)
                .isPresent();
    }

    /** The points that are in their place, by name, whether they have ended or not: one look at the folder instead of one for each point that is not there. */
    public static Set<String> there(RunFolder run) {
        Path points = run.directory().resolve("points");
        if (!Files.isDirectory(points)) return Set.of();
        try (Stream<Path> folders = Files.list(points)) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).collect(Collectors.toSet());
        } catch (IOException e) {
            throw EnvironmentFailure.reading(points, e);
        }
    }

    /** Those of some points that have not ended. */
    public static List<Point> left(RunFolder run, List<Point> points) {
        Set<String> there = there(run);
        return points.stream()
                .filter(point -> !there.contains(point.key()) || !ended(run.point(point.key())))
                .toList();
    }

    /**
     * Moves every point that has ended out of an attempt and into its place.
     *
     * @return how many
     */
    static int place(Path attempt, RunFolder run) {
        Path points = attempt.resolve("points");
        if (!Files.isDirectory(points)) return 0;
        int placed = 0;
        List<Path> all;
        try (Stream<Path> folders = Files.list(points)) {
            all = folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(points, e);
        }
        for (Path point : all)
            if (ended(point) && move(point, run.point(String.valueOf(point.getFileName())))) placed++;
        return placed;
    }

    private static boolean move(Path from, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            if (!Files.exists(to)) {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
        } catch (IOException e) {
            // another attempt may have been faster by a moment
            if (!Files.exists(to)) throw EnvironmentFailure.writing(to, e);
        }
        return false;
    }

    /**
     * Everything that attempts have ended comes to its place, wherever their workers died.
     *
     * @return how many points
     */
    public static int collect(RunFolder run) {
        int placed = 0;
        for (Distribution one : Distribution.all(run))
            for (int task = 0; task < one.tasks().groups().size(); task++)
                for (Path attempt : one.attempts(task)) placed += place(attempt, run);
        return placed;
    }

    /** Removes the folders of attempts, of which everything was collected. */
    public static void clear(RunFolder run) {
        for (Distribution one : Distribution.all(run))
            for (int task = 0; task < one.tasks().groups().size(); task++)
                for (Path attempt : one.attempts(task)) remove(attempt);
    }

    static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(folder, e);
        }
    }

    /** Copies the best that earlier attempts left of a point: its writer may still be alive, so that only what a checkpoint vouches for counts. */
    static void adopt(String key, List<Path> earlier, Path to) {
        Optional<Path> best = Optional.empty();
        long most = -1;
        for (Path attempt : earlier) {
            Path point = attempt.resolve("points").resolve(key);
            Optional<Checkpoint> last = PointFolder.standing(point);
            if (last.isEmpty() || last.get().evaluations() <= most) continue;
            most = last.get().evaluations();
            best = Optional.of(point);
        }
        if (best.isEmpty()) return;
        Path fresh = to.resolveSibling(key + COPY);
        try {
            Files.createDirectories(fresh);
            List<Path> files = new ArrayList<>();
            // the checkpoint first: logs only grow, so that what is copied after it is at least what it vouches for
            for (String name : List.of("checkpoint", "checkpoint.1"))
                files.add(best.get().resolve(name));
            try (Stream<Path> others = Files.list(best.get())) {
                others.filter(file -> !files.contains(file)).forEach(files::add);
            }
            for (Path file : files)
                if (Files.isRegularFile(file))
                    Files.copy(
                            file,
                            fresh.resolve(String.valueOf(file.getFileName())),
                            StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException gone) {
            // its owner has moved it meanwhile, or tidied up: the point is begun anew
            remove(fresh);
        }
    }
}
