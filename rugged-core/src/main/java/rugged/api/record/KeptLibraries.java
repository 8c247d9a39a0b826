package rugged.api.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Reads the libraries that runs keep. How they are stored is known elsewhere, and found as a service. */
public interface KeptLibraries {
    /**
     * The records of a file, in their order.
     *
     * @throws IOException with a sentence that says why it is no library
     */
    List<Library.Entry> read(Path file) throws IOException;

    /** What reads them here; where nothing does, no file is a library. */
    static KeptLibraries here() {
        return ServiceLoader.load(KeptLibraries.class, KeptLibraries.class.getClassLoader())
                .findFirst()
                .orElse(file -> {
                    throw new IOException(file + " cannot be read: nothing here reads libraries");
                });
    }
}
