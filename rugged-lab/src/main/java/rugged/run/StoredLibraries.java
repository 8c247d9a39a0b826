package rugged.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import rugged.api.record.KeptLibraries;
import rugged.api.record.Library.Entry;
import rugged.store.file.EnvironmentFailure;
import rugged.store.library.LibraryFile;

/** The libraries of points, as they are stored. */
public final class StoredLibraries implements KeptLibraries {
    @Override
    public List<Entry> read(Path file) throws IOException {
        try {
            return LibraryFile.read(file);
        } catch (EnvironmentFailure unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }
}
