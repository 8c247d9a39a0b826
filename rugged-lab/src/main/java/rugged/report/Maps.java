package rugged.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.record.Atlas;
import rugged.api.record.Library.Entry;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.library.AtlasDatabase;
import rugged.store.library.LibraryFile;
import rugged.store.point.Records;

/** The maps that the points of a run have drawn, put together as one database. */
final class Maps {
    private Maps() {}

    /** Writes {@code library.db}, where any point has collected minima. */
    static void write(RunFolder folder) {
        List<AtlasDatabase.Of> all = new ArrayList<>();
        Records records = new Records(folder);
        for (Agenda.Entry point : folder.agenda().orElseThrow().points()) {
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
        if (!all.isEmpty()) Files.write(folder, AtlasDatabase.NAME, AtlasDatabase.of(all));
    }
}
