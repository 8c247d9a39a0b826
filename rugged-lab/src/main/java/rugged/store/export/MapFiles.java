package rugged.store.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rugged.store.library.AtlasDatabase;
import rugged.store.library.AtlasFormat;
import rugged.store.point.MapLibraries;
import rugged.store.table.Results;

/** The maps of a run in the form of another program, each in a folder or file named after its point. */
final class MapFiles {
    private final List<AtlasDatabase.Of> maps;
    private final AtlasFormat format;

    MapFiles(Results results, AtlasFormat format) {
        this.maps = MapLibraries.of(results.agenda(), results.records());
        this.format = format;
    }

    /** Why there is nothing to write. */
    Optional<String> objection() {
        if (maps.isEmpty())
            return Optional.of("no point has collected minima: protocols such as quenches and basin-hopping do");
        return maps.stream()
                .flatMap(map -> format.objection(map.atlas()).map(why -> map.point() + ": " + why).stream())
                .findFirst();
    }

    /** Writes them into a folder that is made for them. */
    void write(Path into) throws IOException {
        for (AtlasDatabase.Of map : maps) {
            String name = format.folder() ? map.point() : map.point() + ".sqlite";
            format.write(into.resolve(format.word()).resolve(name), map.atlas());
        }
    }
}
