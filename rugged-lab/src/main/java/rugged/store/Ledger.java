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
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Folders;
import rugged.store.point.PointFolder;

/**
 * Keeps the checksums of a run in step with its files, for the holder of its lock. Wherever the process dies, no file stands there with the sum of another
 * content: an entry goes before its file is replaced and comes back after.
 */
final class Ledger {
    /** What decides what is computed. */
    static final Set<String> INPUTS = Set.of("study.yaml", "plan.json", "quantities.json");

    private static final Set<String> OUTPUTS = Set.of("summary.json", "analysis.json", "report.html");
    private static final List<String> OUTPUT_FOLDERS = List.of("figures", "tables");

    private final RunFolder folder;

    Ledger(RunFolder folder) {
        this.folder = folder;
    }

    /** The sums as far as they can be read. */
    private Checksums known() {
        try {
            return Checksums.of(folder.directory()).orElse(Checksums.NONE);
        } catch (Damaged lost) {
            return Checksums.NONE;
        }
    }

    private void write(Checksums sums) {
        Path file = folder.directory().resolve(Checksums.FILE);
        try {
            clear(file);
            folder.disk().replace(file, sums.content(), true);
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
            if (!unchanged(name, content)) folder.replace(name, content);
            entries.put(name, Checksums.Entry.of(content));
        });
        write(same.with(entries));
    }

    private boolean unchanged(String name, byte[] content) {
        Path file = folder.directory().resolve(name);
        return Files.isRegularFile(file)
                && Checksums.Entry.of(content).differs(file).isEmpty();
    }

    /** What is made of the results is about to be made anew. */
    void reopen() {
        Checksums before = known();
        write(before.without(name -> !INPUTS.contains(name)));
        for (String name : before.files().keySet()) {
            if (!INPUTS.contains(name) && !ofPoint(name))
                clear(folder.directory().resolve(name));
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

    /** Replaces one file and vouches for it. */
    void publish(String name, byte[] content) {
        Checksums rest = known().without(name::equals);
        write(rest);
        folder.replace(name, content);
        write(rest.with(Map.of(name, Checksums.Entry.of(content))));
    }

    /** Removes one file that nothing speaks of any more. */
    void withdraw(String name) {
        Checksums before = known();
        if (before.of(name).isPresent()) write(before.without(name::equals));
        try {
            Files.deleteIfExists(folder.directory().resolve(name));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(folder.directory().resolve(name), e);
        }
    }

    /**
     * The session ends: vouches for its points, and for all that was made of them.
     *
     * @param outputs whether the files made of the results are whole
     */
    void close(boolean outputs) {
        Checksums before = known();
        Map<String, Checksums.Entry> entries = new TreeMap<>();
        Set<Path> folders = new TreeSet<>();
        for (String name : outputs ? outputs() : Set.<String>of()) enter(name, entries, folders);
        for (String name : checkpoints()) enter(name, entries, folders);
        folders.forEach(folder.disk()::sync);
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
        Path file = folder.directory().resolve(name);
        try {
            folder.disk().sync(file);
            entries.put(name, Checksums.Entry.of(file));
            Path above = file.getParent();
            if (above != null) folders.add(above);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    private Set<String> outputs() {
        Set<String> names = new TreeSet<>();
        for (String name : OUTPUTS) if (Files.isRegularFile(folder.directory().resolve(name))) names.add(name);
        for (String below : OUTPUT_FOLDERS) {
            for (Path file : list(folder.directory().resolve(below))) {
                String name = String.valueOf(file.getFileName());
                if (Files.isRegularFile(file) && !name.endsWith(".new")) names.add(below + "/" + name);
            }
        }
        return names;
    }

    private Set<String> checkpoints() {
        Set<String> names = new TreeSet<>();
        Optional<Agenda> agenda = folder.agenda();
        if (agenda.isEmpty()) return names;
        agenda.get().points().forEach(entry -> names.add("points/" + entry.key() + "/" + PointFolder.LATEST));
        agenda.get().theories().forEach(entry -> names.add("theory/" + entry.key() + "/" + PointFolder.LATEST));
        names.removeIf(name -> !Files.isRegularFile(folder.directory().resolve(name)));
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
