package rugged.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import rugged.api.record.KeptLibraries;
import rugged.api.record.Library.Entry;
import rugged.store.file.EnvironmentFailure;
import rugged.store.library.AtlasDatabase;
import rugged.store.library.AtlasFiles;
import rugged.store.library.LibraryFile;

/** The libraries of points, as they are stored; and maps as other programs store them. */
public final class StoredLibraries implements KeptLibraries {
    @Override
    public List<Entry> read(Path file) throws IOException {
        if (!AtlasFiles.ofPrograms(file)) {
            try {
                return LibraryFile.read(file);
            } catch (EnvironmentFailure unreadable) {
                throw new IOException(unreadable.getMessage(), unreadable);
            }
        }
        List<AtlasDatabase.Of> maps = AtlasFiles.read(file);
        if (maps.size() != 1)
            throw new IOException(file + " holds " + maps.size() + " maps"
                    + (maps.isEmpty() ? "" : ": 'rugged merge-maps' makes one of those of the same landscape"));
        return maps.getFirst().atlas().entries();
    }
}
