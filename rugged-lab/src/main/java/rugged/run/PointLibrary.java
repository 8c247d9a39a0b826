package rugged.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.record.Library;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.library.LibraryFile;

/** What the protocol of one point has collected so far, in memory. */
final class PointLibrary implements Library {
    private final Map<Name, Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byKind = new LinkedHashMap<>();

    private record Name(String kind, String key) {}

    @Override
    public boolean add(Entry entry) {
        Name name = new Name(entry.kind(), entry.key());
        if (entries.containsKey(name)) return false;
        for (Link link : entry.links())
            if (!entries.containsKey(new Name(link.kind(), link.key())))
                throw new IllegalArgumentException("the " + link.role() + " of " + entry.kind() + " " + entry.key()
                        + " is " + link.kind() + " " + link.key() + ", which is not in the library");
        entries.put(name, entry);
        byKind.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
        return true;
    }

    @Override
    public Optional<Entry> find(String kind, String key) {
        return Optional.ofNullable(entries.get(new Name(kind, key)));
    }

    @Override
    public List<Entry> all(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    @Override
    public int adopt(Path file) {
        int fresh = 0;
        for (Entry entry : read(file)) if (add(entry)) fresh++;
        return fresh;
    }

    /** A file from outside that is no library is an input that cannot be read, not damage of this run. */
    private static List<Entry> read(Path file) {
        try {
            return LibraryFile.read(file);
        } catch (Damaged damaged) {
            throw new EnvironmentFailure(String.valueOf(damaged.getMessage()), damaged);
        }
    }

    /** The content of its file; empty when nothing was collected. */
    Optional<byte[]> file() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(LibraryFile.of(List.copyOf(entries.values())));
    }
}
