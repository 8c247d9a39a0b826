package rugged.web.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rugged.analysis.atlas.LandscapeMap;
import rugged.api.record.Atlas;
import rugged.store.Agenda;
import rugged.store.file.Checksums;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;
import rugged.store.library.AtlasDatabase;
import rugged.store.library.AtlasReader;
import rugged.store.library.LibraryFile;
import rugged.store.library.MapRecords;
import rugged.store.library.StoredMap;
import rugged.store.point.Records;

/**
 * The maps of energy landscapes in run folders. A run that has ended has all of them in one database; one under way has that of each point that has ended. Each is compared with its checksum and read once, without
 * coordinates, and the last few are kept: what is asked of a map afterwards reads no file.
 */
public final class RunMaps {
    /** Maps that are kept. */
    private static final int KEPT = 6;

    /** Stationary points of all that are kept; the last one is kept whatever it has. */
    private static final int MOST = 2_000_000;

    private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Path, Contents> contents = new HashMap<>();

    /**
     * The map of a point.
     *
     * @param map the map
     * @param ids what the file calls its minima, by their numbers
     * @param file where it stands
     * @param whole whether that is the database of all points
     */
    public record Held(LandscapeMap map, int[] ids, Path file, boolean whole, String stamp) {
        /** The coordinates of a minimum; none where they are not kept. */
        public double[] state(int minimum) {
            return whole ? AtlasReader.state(file, ids[minimum]) : MapRecords.state(file, ids[minimum]);
        }

        private int size() {
            return map.atlas().minima().size() + map.atlas().saddles().size();
        }
    }

    private record Contents(Path file, String stamp, Map<String, AtlasReader.Size> sizes) {}

    /** Whether a run has a map, or something in the place of one that cannot be read. */
    public static boolean any(Known run) {
        if (Files.exists(run.folder().directory().resolve(AtlasDatabase.NAME))) return true;
        for (Agenda.Entry point : points(run)) {
            Path library = run.folder().point(point.key()).resolve(LibraryFile.NAME);
            if (!StoredFile.exists(library)) continue;
            try {
                return MapRecords.any(library);
            } catch (Damaged unreadable) {
                return true;
            }
        }
        return false;
    }

    /** The points of a run. */
    public static List<Agenda.Entry> points(Known run) {
        return run.folder().agenda().map(Agenda::points).orElse(List.of());
    }

    /**
     * How much each point of a run holds, as far as its database says.
     *
     * @throws Damaged when that is not what was written
     */
    public synchronized Map<String, AtlasReader.Size> sizes(Known run) {
        return database(run).map(Contents::sizes).orElse(Map.of());
    }

    /** Points that have a map that can be asked for, in the order of the run. */
    public List<String> having(Known run) {
        Map<String, AtlasReader.Size> sizes = sizes(run);
        List<String> having = new ArrayList<>();
        for (Agenda.Entry point : points(run)) {
            Path library = run.folder().point(point.key()).resolve(LibraryFile.NAME);
            if (sizes.containsKey(point.key()) || StoredFile.exists(library)) having.add(point.key());
        }
        return having;
    }

    /**
     * The map of a point; empty where it has none yet.
     *
     * @throws Damaged when a file is not what was written
     */
    public synchronized Optional<Held> of(Known run, String point) {
        Optional<Contents> database = database(run).filter(one -> one.sizes.containsKey(point));
        if (database.isPresent()) return Optional.of(hold(run, point, database.get().file, true));
        return new Records(run.folder()).point(point).library().map(file -> hold(run, point, file, false));
    }

    private Held hold(Known run, String point, Path file, boolean whole) {
        String stamp = stamp(file);
        String key = file + " " + point;
        Held known = held.get(key);
        if (known != null && known.stamp.equals(stamp)) return known;
        StoredMap stored = whole ? AtlasReader.read(file, point) : MapRecords.read(file);
        LandscapeMap map;
        try {
            map = LandscapeMap.of(whole ? further(run, point, stored) : stored.atlas());
        } catch (IllegalArgumentException e) {
            throw new Damaged(file, "is damaged: " + e.getMessage());
        }
        Held read = new Held(map, stored.ids(), file, whole, stamp);
        held.put(key, read);
        forget();
        return read;
    }

    /** With the numbers that only the library of the point has. */
    private static Atlas further(Known run, String point, StoredMap stored) {
        Atlas atlas = stored.atlas();
        Optional<Path> library = new Records(run.folder()).point(point).library();
        if (library.isEmpty()) return atlas;
        Map<String, double[]> numbers = new HashMap<>(MapRecords.further(library.get()));
        numbers.values().removeIf(column -> column.length != atlas.minima().size());
        return new Atlas(atlas.minima(), atlas.saddles(), atlas.vibrations(), atlas.kinetic(), numbers);
    }

    private void forget() {
        var oldest = held.values().iterator();
        int all = held.values().stream().mapToInt(Held::size).sum();
        while (held.size() > 1 && (held.size() > KEPT || all > MOST)) {
            all -= oldest.next().size();
            oldest.remove();
        }
    }

    /** The database of all points, once compared; empty where there is none, or where it is being made anew. */
    private Optional<Contents> database(Known run) {
        Path file = run.folder().directory().resolve(AtlasDatabase.NAME);
        if (!Files.exists(file)) return Optional.empty();
        Optional<Checksums> sums = Checksums.of(run.folder().directory());
        Optional<Checksums.Entry> entry = sums.flatMap(all -> all.of(AtlasDatabase.NAME));
        if (sums.isPresent() && entry.isEmpty()) return Optional.empty();
        String stamp = stamp(file);
        Contents known = contents.get(file);
        if (known == null || !known.stamp.equals(stamp)) {
            known = new Contents(file, stamp, sizes(file, entry));
            contents.put(file, known);
        }
        return Optional.of(known);
    }

    /** Reads and compares it at the same time; what differs is told first. */
    private static Map<String, AtlasReader.Size> sizes(Path file, Optional<Checksums.Entry> entry) {
        CompletableFuture<Optional<String>> comparing =
                CompletableFuture.supplyAsync(() -> entry.flatMap(sum -> sum.differs(file)));
        Optional<Damaged> unreadable = Optional.empty();
        Map<String, AtlasReader.Size> sizes = Map.of();
        try {
            sizes = AtlasReader.sizes(file);
        } catch (Damaged damaged) {
            unreadable = Optional.of(damaged);
        }
        comparing.join().ifPresent(wrong -> {
            throw new Damaged(file, wrong);
        });
        unreadable.ifPresent(damaged -> {
            throw damaged;
        });
        return sizes;
    }

    private static String stamp(Path file) {
        try {
            Path sound = StoredFile.sound(file);
            return Files.getLastModifiedTime(sound) + " " + Files.size(sound);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }
}
