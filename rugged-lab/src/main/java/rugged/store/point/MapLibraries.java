package rugged.store.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.record.Atlas;
import rugged.api.record.Library.Entry;
import rugged.store.Agenda;
import rugged.store.library.AtlasDatabase;
import rugged.store.library.LibraryFile;

/** The maps that the points of a run have drawn. */
public final class MapLibraries {
    private MapLibraries() {}

    /** Those of all points that have one, in their order. */
    public static List<AtlasDatabase.Of> of(Agenda agenda, Records records) {
        List<AtlasDatabase.Of> all = new ArrayList<>();
        for (Agenda.Entry point : agenda.points()) {
            List<Entry> entries =
                    records.point(point.key()).library().map(LibraryFile::read).orElse(List.of());
            Optional<Entry> map = entries.stream()
                    .filter(entry -> entry.kind().equals(Atlas.MAP))
                    .findFirst();
            if (map.isEmpty()) continue;
            Atlas atlas = Atlas.of(kind ->
                    entries.stream().filter(entry -> entry.kind().equals(kind)).toList());
            all.add(new AtlasDatabase.Of(point.key(), point.coordinates(), atlas));
        }
        return all;
    }
}
