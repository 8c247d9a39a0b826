package rugged.report;

import java.io.IOException;
import java.nio.file.Path;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;

/** Files that are made of the results, in the run's folder: replaced as a whole, never half written. */
final class Files {
    private Files() {}

    static Path write(RunFolder folder, String name, byte[] content) {
        Path file = folder.directory().resolve(name);
        try {
            Path parent = file.getParent();
            if (parent != null) java.nio.file.Files.createDirectories(parent);
            folder.disk().replace(file, content, false);
            return file;
        } catch (IOException e) {
            throw new EnvironmentFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
