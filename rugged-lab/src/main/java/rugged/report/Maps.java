package rugged.report;

import java.util.List;
import rugged.store.RunFolder;
import rugged.store.library.AtlasDatabase;
import rugged.store.point.MapLibraries;
import rugged.store.point.Records;

/** The maps that the points of a run have drawn, put together as one database. */
final class Maps {
    private Maps() {}

    /** Writes {@code library.db}, where any point has collected minima. */
    static void write(RunFolder folder) {
        List<AtlasDatabase.Of> all = MapLibraries.of(folder.agenda().orElseThrow(), new Records(folder));
        if (!all.isEmpty()) Files.write(folder, AtlasDatabase.NAME, AtlasDatabase.of(all));
    }
}
