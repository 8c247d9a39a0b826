package rugged.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import rugged.store.file.Checksums;
import rugged.store.file.Damaged;
import rugged.store.file.Disk;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Folders;
import rugged.store.library.AtlasDatabase;
import rugged.store.point.PointRecord;

/**
 * Keeps the checksums of a run in step with its files, for the holder of its lock. Wherever the process dies, no file stands there with the sum of another
 * content: an entry goes before its file is replaced and comes back after.
 */
final class Ledger {
    /** What decides what is computed. */
    static final Set<String> INPUTS = Set.of("study.yaml", "plan.json", "quantities.json");

    private static final Set<String> OUTPUTS =
            Set.of("summary.json", "analysis.json", "report.html", AtlasDatabase.NAME);
    private static final List<String> OUTPUT_FOLDERS = List.of("figures", "tables");

    private final Path directory;
    private final Disk disk;

    /**
     * @param directory the folder of the run
     * @param disk how it is written
     */
    Ledger(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** The sums as far as they can be read. */
    private Checksums known() {
        try {
            return Checksums.of(directory).orElse(Checksums.NONE);
        } catch (Damaged lost) {
            return Checksums.NONE;
        }
    }

    private void write(Checksums sums) {
        Path file = directory.resolve(Checksums.FILE);
        try {
            clear(file);
            disk.replace(file, sums.content(), true);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }

    /** A session begins with these inputs; points are under way from here on. */
    void begin(Map<String, byte[]> inputs) {
        Checksums before = known().without(Ledger::ofPoint);
        Checksums same = before.without(name -> inputs.containsKey(name) && !unchanged(name, inputs.get(name)));
        if (!same.equals(before)) write(same);
        Map<String, Checksums.Entry> entries = new TreeMap<>();
        inputs.forEach((name, content) -> {
            if (!unchanged(name, content)) replace(name, content);
            entries.put(name, Checksums.Entry.of(content));
        });
        write(same.with(entries));
    }

    private boolean unchanged(String name, byte[] content) {
        Path file = directory.resolve(name);
        return Files.isRegularFile(file)
                && Checksums.Entry.of(content).differs(file).isEmpty();
    }

    /** What is made of the results is about to be made anew. */
    void reopen() {
        Checksums before = known();
        write(before.without(name -> !INPUTS.contains(name)));
        for (String name : before.files().keySet()) {
            if (!INPUTS.contains(name) && !ofPoint(name)) clear(directory.resolve(name));
        }
    }

    /** Makes room for a file where somebody put a folder. */
    private static void clear(Path file) {
        try {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) Folders.remove(file);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }

    /** Replaces one file, for which nothing vouches then. */
    void replace(String name, byte[] content) {
        Path file = directory.resolve(name);
        try {
            clear(file);
            disk.replace(file, content, true);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }

    /** Replaces one file and vouches for it. */
    void publish(String name, byte[] content) {
        Checksums rest = known().without(name::equals);
        write(rest);
        replace(name, content);
        write(rest.with(Map.of(name, Checksums.Entry.of(content))));
    }

    /** Removes one file that nothing speaks of any more. */
    void withdraw(String name) {
        Checksums before = known();
        if (before.of(name).isPresent()) write(before.without(name::equals));
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(directory.resolve(name), e);
        }
    }

    /**
     * The session ends: vouches for its points, and for all that was made of them.
     *
     * @param outputs whether the files made of the results are whole
     * @param agenda what the run computes; empty when that is unknown
     */
    void close(boolean outputs, Optional<Agenda> agenda) {
        Checksums before = known();
        Map<String, Checksums.Entry> entries = new TreeMap<>();
        Set<Path> folders = new TreeSet<>();
        for (String name : outputs ? outputs() : Set.<String>of()) enter(name, entries, folders);
        for (String name : checkpoints(agenda)) enter(name, entries, folders);
        folders.forEach(disk::sync);
        write(before.with(entries));
    }

    /** Vouches for one output that was replaced while nobody writes the run. */
    void renew(List<String> names) {
        Map<String, Checksums.Entry> entries = new TreeMap<>();
        Set<Path> folders = new TreeSet<>();
        for (String name : names) enter(name, entries, folders);
        write(known().with(entries));
    }

    private void enter(String name, Map<String, Checksums.Entry> entries, Set<Path> folders) {
        Path file = directory.resolve(name);
        try {
            disk.sync(file);
            entries.put(name, Checksums.Entry.of(file));
            Path above = file.getParent();
            if (above != null) folders.add(above);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    private Set<String> outputs() {
        Set<String> names = new TreeSet<>();
        for (String name : OUTPUTS) if (Files.isRegularFile(directory.resolve(name))) names.add(name);
        for (String below : OUTPUT_FOLDERS) {
            for (Path file : list(directory.resolve(below))) {
                String name = String.valueOf(file.getFileName());
                if (Files.isRegularFile(file) && !name.endsWith(".new")) names.add(below + "/" + name);
            }
        }
        return names;
    }

    private Set<String> checkpoints(Optional<Agenda> agenda) {
        Set<String> names = new TreeSet<>();
        if (agenda.isEmpty()) return names;
        agenda.get().points().forEach(entry -> names.add("points/" + entry.key() + "/" + PointRecord.LATEST));
        agenda.get().theories().forEach(entry -> names.add("theory/" + entry.key() + "/" + PointRecord.LATEST));
        names.removeIf(name -> !Files.isRegularFile(directory.resolve(name)));
        return names;
    }

    /** Whether a name is that of a point's or a theory's file. */
    static boolean ofPoint(String name) {
        return name.startsWith("points/") || name.startsWith("theory/");
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(directory, e);
        }
    }
}
