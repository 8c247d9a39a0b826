package rugged.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import rugged.store.file.Checksums;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointRecord;

/**
 * Compares a run folder with its checksums.
 *
 * @param folder the run
 */
public record Integrity(RunFolder folder) {
    /**
     * A file that is not what was written.
     *
     * @param file relative to the run, with slashes
     * @param what what is wrong with it: "is missing", "is cut", "is damaged: why"
     */
    public record Damage(String file, String what) {
        @Override
        public String toString() {
            return file + " " + what;
        }
    }

    /** Whether the folder carries checksums: those of earlier versions do not, apart from their checkpoints. */
    public boolean vouches() {
        if (Files.exists(folder.directory().resolve(Checksums.FILE))) return true;
        try {
            return folder.manifest().filter(Manifest::vouches).isPresent();
        } catch (Damaged manifest) {
            return true;
        }
    }

    /**
     * Makes sure that what says what the run is can be read, before anything of it is told.
     *
     * @throws Damaged when it is not what was written
     */
    public void readable() {
        boolean atWork = FolderLock.heldBy(folder.directory()) != 0;
        for (String name : List.of("study.yaml", "plan.json", "manifest.json")) {
            Path file = folder.directory().resolve(name);
            if (!Files.exists(file) && !(atWork && name.equals("manifest.json"))) throw new Damaged(file, "is missing");
        }
        folder.study();
        folder.agenda();
        folder.manifest();
        folder.quantities();
    }

    /** How many files have been vouched for by name; points count with all that their checkpoints speak of. */
    public int vouched() {
        try {
            int count = 1;
            for (String name : sums().files().keySet()) {
                count++;
                if (!Ledger.ofPoint(name)) continue;
                Path directory = folder.directory().resolve(name).getParent();
                if (directory == null) continue;
                count += new PointRecord(directory)
                        .checkpoint()
                        .map(last -> last.logs().size() + last.files().size())
                        .orElse(0);
            }
            return count;
        } catch (Damaged unknown) {
            return 0;
        }
    }

    /** All damage. While the run is computed only what does not change is compared. */
    public List<Damage> damage() {
        Map<String, Damage> all = new LinkedHashMap<>();
        for (Damage one : files()) all.putIfAbsent(one.file(), one);
        for (Damage one : points()) all.putIfAbsent(one.file(), one);
        return List.copyOf(all.values());
    }

    /** Damage to everything but the content of points and theories. */
    public List<Damage> files() {
        List<Damage> found = new ArrayList<>();
        Optional<Checksums> sums = compared(found, () -> Checksums.of(folder.directory()));
        Optional<Manifest> manifest = compared(found, folder::manifest);
        compared(found, folder::progress);
        boolean atWork = FolderLock.heldBy(folder.directory()) != 0;
        Path stated = folder.directory().resolve("manifest.json");
        Path listed = folder.directory().resolve(Checksums.FILE);
        if (sums.isPresent() && !Files.exists(stated) && !atWork) found.add(new Damage("manifest.json", "is missing"));
        if (manifest.filter(Manifest::vouches).isPresent() && !Files.exists(listed))
            found.add(new Damage(Checksums.FILE, "is missing"));
        sums.orElse(Checksums.NONE).files().forEach((name, entry) -> {
            if (atWork && Ledger.ofPoint(name)) return;
            Path file = folder.directory().resolve(name);
            entry.differs(file).ifPresent(wrong -> {
                // a writer replaces what it speaks of no more
                boolean still = !atWork || sums().files().containsKey(name);
                if (still) found.add(new Damage(name, wrong));
            });
        });
        for (String name : List.of("plan.json", "quantities.json")) {
            boolean known = sums.flatMap(all -> all.of(name)).isPresent();
            if (!known
                    && manifest.isPresent()
                    && !Files.exists(folder.directory().resolve(name))) found.add(new Damage(name, "is missing"));
        }
        return found;
    }

    /**
     * Makes sure that one file is what was written, where anything vouches for it.
     *
     * @param name relative to the run, with slashes
     * @throws Damaged when it is not
     */
    public void require(String name) {
        Path file = folder.directory().resolve(name);
        switch (name) {
            case "manifest.json" -> folder.manifest();
            case "progress.json" -> folder.progress();
            case Checksums.FILE -> sums();
            default -> {
                Optional<Checksums.Entry> entry = sums().of(name);
                entry.flatMap(one -> one.differs(file)).ifPresent(wrong -> {
                    // a writer replaces what it speaks of no more
                    boolean meanwhile = FolderLock.heldBy(folder.directory()) != 0
                            && (Ledger.ofPoint(name) || !sums().of(name).equals(entry));
                    if (!meanwhile) throw new Damaged(file, wrong);
                });
                if (entry.isEmpty()) requirePart(file);
            }
        }
    }

    /** For the files of a point its checkpoint vouches. */
    private static void requirePart(Path file) {
        Path directory = file.getParent();
        Path name = file.getFileName();
        if (directory == null || name == null || !Files.exists(directory.resolve(PointRecord.LATEST))) return;
        List<Damage> found = new ArrayList<>();
        new PointRecord(directory).checkpoint().ifPresent(last -> {
            for (PointRecord.Part part : PointRecord.parts(last))
                if (part.name().equals(name.toString()))
                    part(directory, last, part).ifPresent(found::add);
        });
        for (Damage damage : found) throw new Damaged(file, damage.what());
    }

    private static Optional<Damage> part(Path directory, Checkpoint last, PointRecord.Part part) {
        Path file = directory.resolve(part.name());
        try {
            return part.extent()
                    .differs(file, part.whole() || last.ended())
                    .map(wrong -> new Damage(part.name(), wrong));
        } catch (java.io.IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    /** Damage to the content of points and theories. */
    public List<Damage> points() {
        List<Damage> found = new ArrayList<>();
        Optional<Agenda> agenda = compared(found, folder::agenda);
        if (agenda.isEmpty()) return found;
        for (Agenda.Entry entry : agenda.get().points()) point(folder.point(entry.key()), found);
        for (Agenda.Entry entry : agenda.get().theories()) point(folder.theory(entry.key()), found);
        return found;
    }

    private void point(Path directory, List<Damage> found) {
        if (!Files.exists(directory)) return;
        PointRecord record = new PointRecord(directory);
        Optional<Checkpoint> checkpoint = compared(found, record::checkpoint);
        if (checkpoint.isEmpty()) return;
        for (PointRecord.Part part : PointRecord.parts(checkpoint.get()))
            part(directory, checkpoint.get(), part)
                    .ifPresent(damage -> found.add(new Damage(name(directory.resolve(part.name())), damage.what())));
    }

    private Checksums sums() {
        return Checksums.of(folder.directory()).orElse(Checksums.NONE);
    }

    private <T> Optional<T> compared(List<Damage> found, Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (Damaged damaged) {
            found.add(new Damage(name(damaged.file()), damaged.what()));
            return Optional.empty();
        }
    }

    private String name(Path file) {
        return folder.directory().relativize(file).toString().replace('\\', '/');
    }
}
