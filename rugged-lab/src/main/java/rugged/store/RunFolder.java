package rugged.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import rugged.api.Quantity;
import rugged.api.Solution;
import rugged.store.file.Checksums;
import rugged.store.file.Damaged;
import rugged.store.file.Disk;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.store.file.Folders;
import rugged.store.file.Json;
import rugged.store.file.LocalDisk;
import rugged.store.file.StoredFile;
import rugged.store.library.AtlasDatabase;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;
import rugged.study.read.Request;

/**
 * The folder of a run: the only truth about it. Everything in it can be read at any time by anybody; it is written by the holder of its lock.
 *
 * @param directory where it is
 * @param disk how it is written
 */
public record RunFolder(Path directory, Disk disk) {
    private static final int ATTEMPTS = 5;
    private static final List<String> RESULTS = List.of(
            "points",
            "theory",
            "tables",
            "figures",
            "export",
            "cluster",
            "summary.json",
            "report.html",
            "analysis.json",
            AtlasDatabase.NAME,
            "manifest.json",
            Checksums.FILE,
            "progress.json",
            "plan.json",
            "quantities.json",
            "study.yaml");

    /** Where a run is, on this machine's file system. */
    public static RunFolder at(Path directory) {
        return new RunFolder(directory, LocalDisk.ONLY);
    }

    /** Creates the directory where it is missing. */
    public void create() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory, e);
        }
    }

    /**
     * Refuses a folder of which a part is a link out of it; the caller holds the lock and is about to write.
     *
     * @throws Damaged naming the link
     */
    public void requireOwn() {
        try {
            Folders.requireOwn(directory, List.of("points", "theory", "tables", "figures", "export"));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(directory, e);
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

    /** Whether a session has worked here; also where what it left is damaged. */
    public boolean begun() {
        try {
            return manifest().filter(Manifest::begun).isPresent();
        } catch (Damaged lost) {
            return true;
        }
    }

    /** Whether this folder holds the complete results of a plan. */
    public boolean holds(String plan) {
        return status() == RunStatus.COMPLETE
                && manifest().filter(manifest -> manifest.plan().equals(plan)).isPresent();
    }

    /** The study as resolved; empty when there is none. */
    public Optional<String> study() {
        return content("study.yaml").map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /**
     * Begins a session: writes what is computed, and what it records.
     *
     * @param yaml the study as resolved
     */
    public void begin(String yaml, Agenda agenda, List<Quantity> quantities) {
        Map<String, byte[]> inputs = new TreeMap<>();
        inputs.put("study.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        inputs.put("plan.json", Json.bytes(agenda));
        inputs.put("quantities.json", Json.bytes(quantities));
        ledger().begin(inputs);
    }

    /** Says that what was made of the results does not count any more, because it is about to be made anew. */
    public void reopen() {
        ledger().reopen();
    }

    /**
     * Ends a session: everything it wrote reaches the device and gets its checksum.
     *
     * @param outputs whether what is made of the results is whole
     */
    public void vouch(boolean outputs) {
        ledger().close(outputs, agenda());
    }

    /** Renews the checksums of files that were made anew, by name, in a run that nobody computes; the caller holds the lock. */
    public void vouch(List<String> names) {
        if (Checksums.of(directory).isPresent()) ledger().renew(names);
    }

    /**
     * The content of one of the run's files; empty when there is none, or when it is being made anew.
     *
     * @param name relative to the folder, with slashes
     * @throws Damaged when it is not what was written
     */
    public Optional<byte[]> content(String name) {
        Path file = directory.resolve(name);
        for (int attempt = 1; ; attempt++) {
            Optional<Checksums> sums = Checksums.of(directory);
            if (sums.isEmpty() && manifest().filter(Manifest::vouches).isPresent())
                throw new Damaged(directory.resolve(Checksums.FILE), "is missing");
            Optional<Checksums.Entry> entry = sums.flatMap(all -> all.of(name));
            boolean counts = sums.isEmpty() || entry.isPresent() || Ledger.INPUTS.contains(name);
            Optional<byte[]> content = counts ? StoredFile.bytes(file, most(name)) : Optional.empty();
            if (entry.isEmpty()) return content;
            Optional<String> wrong =
                    content.isEmpty() ? Optional.of("is missing") : entry.get().differs(content.get());
            if (wrong.isEmpty()) return content;
            // a writer may have replaced it between two looks
            if (attempt == ATTEMPTS || Checksums.of(directory).equals(sums)) throw new Damaged(file, wrong.get());
        }
    }

    private static long most(String name) {
        return name.equals("study.yaml") ? StoredFile.STUDY : StoredFile.LARGE;
    }

    /** The study as resolved, to be planned again; data files count as they did when the run was begun: by content, or in old folders by name. */
    public Optional<Request> request() {
        return study().map(text -> Request.of(directory.resolve("study.yaml").toString(), text))
                .map(request -> byContent() ? request : request.byNames());
    }

    private boolean byContent() {
        try {
            return manifest().filter(begun -> begun.inputs().isEmpty()).isEmpty();
        } catch (Damaged lost) {
            return true;
        }
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        return content(name).map(content -> Json.read(directory.resolve(name), content, type));
    }

    /** How the run came about. */
    public Optional<Manifest> manifest() {
        return Json.readSealed(directory.resolve("manifest.json"), Manifest.class);
    }

    /** Writes how the run came about. */
    public void manifest(Manifest manifest) {
        ledger().replace("manifest.json", Json.sealed(manifest));
    }

    /** What the run computes. */
    public Optional<Agenda> agenda() {
        return read("plan.json", Agenda.class);
    }

    /** Writes what the run computes. */
    public void agenda(Agenda agenda) {
        publish("plan.json", Json.bytes(agenda));
    }

    /** How a theory was solved; empty when it is not yet. */
    public Optional<Solution> solution(String key) {
        return Json.read(new PointRecord(theory(key)).file("solution.json"), Solution.class);
    }

    /** Everything that the run records, with its definition. */
    public List<Quantity> quantities() {
        return read("quantities.json", Quantity[].class).map(List::of).orElse(List.of());
    }

    /** Writes the definitions of everything that the run records. */
    public void quantities(List<Quantity> quantities) {
        publish("quantities.json", Json.bytes(quantities));
    }

    /** Writes a file that is made of the results, and its checksum; the caller holds the lock. */
    public void publish(String name, byte[] content) {
        ledger().publish(name, content);
    }

    /** Removes a file that is made of the results; the caller holds the lock. */
    public void withdraw(String name) {
        ledger().withdraw(name);
    }

    /** How far the run is. */
    public Optional<Progress> progress() {
        return Json.readSealed(directory.resolve("progress.json"), Progress.class);
    }

    /** Writes how far the run is. */
    public void progress(Progress progress) {
        Path file = directory.resolve("progress.json");
        try {
            disk.replace(file, Json.sealed(progress), false);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
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

    /** Whether logs count beyond what checkpoints vouch for: while somebody writes the run, and where an earlier version left no checksums. */
    public boolean growing() {
        if (FolderLock.heldBy(directory) != 0) return true;
        return Checksums.of(directory).isEmpty()
                && manifest().filter(Manifest::vouches).isEmpty();
    }

    /** Where a point is stored. */
    public Path point(String key) {
        return directory.resolve("points").resolve(key);
    }

    /** Where the values of a theory are stored. */
    public Path theory(String key) {
        return directory.resolve("theory").resolve(key);
    }

    /** Removes all results, and keeps the user's notes; the caller holds the lock. */
    public void clear() {
        for (String results : RESULTS) {
            Path path = directory.resolve(results);
            try {
                Folders.remove(path);
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

    private Ledger ledger() {
        return new Ledger(directory, disk);
    }
}
