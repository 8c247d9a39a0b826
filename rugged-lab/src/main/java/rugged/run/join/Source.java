package rugged.run.join;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import rugged.store.Agenda;
import rugged.store.Manifest;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;

/**
 * A run folder whose points are to be joined with those of others.
 *
 * @param folder where
 * @param study its study as resolved
 * @param agenda what it computes
 * @param manifest how it came about
 */
public record Source(RunFolder folder, String study, Agenda agenda, Manifest manifest) {
    /**
     * Reads what a folder says of itself.
     *
     * @throws Damaged when one of its files is missing, or not what was written
     */
    public static Source of(RunFolder folder) {
        Path directory = folder.directory();
        return new Source(
                folder,
                folder.study().orElseThrow(() -> new Damaged(directory.resolve("study.yaml"), "is missing")),
                folder.agenda().orElseThrow(() -> new Damaged(directory.resolve("plan.json"), "is missing")),
                folder.manifest().orElseThrow(() -> new Damaged(directory.resolve("manifest.json"), "is missing")));
    }

    /** The values that its points have of each parameter that distinguishes them, as typed; seeds are left out. */
    public Map<String, Set<String>> swept() {
        return swept(agenda.points().stream().map(Agenda.Entry::coordinates));
    }

    static Map<String, Set<String>> swept(Stream<Map<String, String>> points) {
        Map<String, Set<String>> swept = new LinkedHashMap<>();
        points.forEach(coordinates -> coordinates.forEach((path, value) -> {
            if (!path.equals("seed"))
                swept.computeIfAbsent(path, name -> new LinkedHashSet<>()).add(value);
        }));
        return swept;
    }

    /** Who computed its points, where they do not say so themselves. */
    Provenance provenance() {
        return new Provenance(
                manifest.version(), manifest.commit(), manifest.jdk(), manifest.cpu(), manifest.vectors(), "");
    }

    @Override
    public String toString() {
        return folder.directory().toString();
    }
}
