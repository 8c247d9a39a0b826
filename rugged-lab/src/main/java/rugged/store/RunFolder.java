package rugged.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rugged.api.Quantity;
import rugged.api.Solution;
import rugged.study.Request;

/**
 * The folder of a run: the only truth about it. Everything in it can be read at any time by anybody; it is written by the holder of its lock.
 *
 * @param directory where it is
 * @param disk how it is written
 */
public record RunFolder(Path directory, Disk disk) {
    private static final List<String> RESULTS = List.of(
            "points",
            "theory",
            "tables",
            "figures",
            "export",
            "summary.json",
            "report.html",
            "manifest.json",
            "progress.json",
            "plan.json",
            "quantities.json",
            "study.yaml");

    /** Where a run is, on this machine's file system. */
    public static RunFolder at(Path directory) {
        return new RunFolder(directory, Disk.LOCAL);
    }

    /** Creates the directory where it is missing. */
    public void create() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory, e);
        }
    }

    /** Takes the lock; see {@link FolderLock#take}. */
    public FolderLock lock() {
        return FolderLock.take(directory);
    }

    /** How the run stands: the lock decides whether somebody is at work, the manifest how it ended. */
    public RunStatus status() {
        if (FolderLock.heldBy(directory) != 0) return RunStatus.RUNNING;
        RunStatus last =
                manifest().map(manifest -> RunStatus.of(manifest.status())).orElse(RunStatus.INTERRUPTED);
        return last == RunStatus.RUNNING ? RunStatus.INTERRUPTED : last;
    }

    /** Whether this folder holds the complete results of a plan. */
    public boolean holds(String plan) {
        return status() == RunStatus.COMPLETE
                && manifest().filter(manifest -> manifest.plan().equals(plan)).isPresent();
    }

    /** The study as resolved; empty when there is none. */
    public Optional<String> study() {
        Path file = directory.resolve("study.yaml");
        return StoredFile.bytes(file, StoredFile.STUDY).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** The study as resolved, to be planned again; data files count as they did when the run was begun: by content, or in old folders by name. */
    public Optional<Request> request() {
        boolean byContent =
                manifest().filter(begun -> !begun.inputs().isEmpty()).isPresent();
        return study().map(text -> Request.of(directory.resolve("study.yaml").toString(), text))
                .map(request -> byContent ? request : request.byNames());
    }

    /** Writes the study as resolved. */
    public void study(String yaml) {
        replace("study.yaml", yaml.getBytes(StandardCharsets.UTF_8), true);
    }

    /** How the run came about. */
    public Optional<Manifest> manifest() {
        return Json.read(directory.resolve("manifest.json"), Manifest.class);
    }

    /** Writes how the run came about. */
    public void manifest(Manifest manifest) {
        replace("manifest.json", Json.bytes(manifest), true);
    }

    /** What the run computes. */
    public Optional<Agenda> agenda() {
        return Json.read(directory.resolve("plan.json"), Agenda.class, StoredFile.LARGE);
    }

    /** Writes what the run computes. */
    public void agenda(Agenda agenda) {
        replace("plan.json", Json.bytes(agenda), true);
    }

    /** Everything that the run records, with its definition. */
    public List<Quantity> quantities() {
        return Json.read(directory.resolve("quantities.json"), Quantity[].class)
                .map(List::of)
                .orElse(List.of());
    }

    /** Writes the definitions of everything that the run records. */
    public void quantities(List<Quantity> quantities) {
        replace("quantities.json", Json.bytes(quantities), true);
    }

    /** How far the run is. */
    public Optional<Progress> progress() {
        return Json.read(directory.resolve("progress.json"), Progress.class);
    }

    /** Writes how far the run is. */
    public void progress(Progress progress) {
        replace("progress.json", Json.bytes(progress), false);
    }

    /** Makes room for a few bytes on a full disk. */
    public void forgetProgress() {
        Path file = directory.resolve("progress.json");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }

    /** Where a point is stored. */
    public Path point(String key) {
        return directory.resolve("points").resolve(key);
    }

    /** Where the values of a theory are stored. */
    public Path theory(String key) {
        return directory.resolve("theory").resolve(key);
    }

    /** How a theory was solved; empty when it is not yet. */
    public Optional<Solution> solution(String key) {
        return Json.read(theory(key).resolve("solution.json"), Solution.class);
    }

    /** Writes how a theory was solved, into its folder, which exists. */
    public void solution(String key, Solution solution) {
        replace("theory/" + key + "/solution.json", Json.bytes(solution), true);
    }

    /** Removes all results, and keeps the user's notes; the caller holds the lock. */
    public void clear() {
        for (String results : RESULTS) {
            Path path = directory.resolve(results);
            if (!Files.exists(path)) continue;
            try (Stream<Path> below = Files.walk(path)) {
                for (Path file : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            } catch (IOException e) {
                throw EnvironmentFailure.writing(path, e);
            }
        }
    }

    /** Opens the folder of a point for writing. */
    public PointFolder openPoint(String key, Consumer<String> warnings) {
        return PointFolder.open(point(key), disk, warnings);
    }

    /** Opens the folder of a theory for writing. */
    public PointFolder openTheory(String key, Consumer<String> warnings) {
        return PointFolder.open(theory(key), disk, warnings);
    }

    private void replace(String name, byte[] content, boolean durable) {
        try {
            disk.replace(directory.resolve(name), content, durable);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory.resolve(name), e);
        }
    }
}
