package rugged.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rugged.store.RunFolder;
import rugged.study.Request;

/** Run folders named on the command line. */
final class Folders {
    private Folders() {}

    /** The run in a folder, which must hold one. */
    static RunFolder run(Path directory) {
        if (!Files.isDirectory(directory))
            throw Exit.Refused.of(directory + ": no such folder; a run folder, as 'rugged run' prints it");
        RunFolder folder = RunFolder.at(directory);
        if (folder.study().isEmpty() || folder.agenda().isEmpty()) {
            throw Exit.Refused.of(directory + ": is not a run folder; it should hold study.yaml and plan.json");
        }
        return folder;
    }

    /** The study of a run, as it was resolved. */
    static Request request(RunFolder folder, List<Path> with) {
        return folder.request().orElseThrow().with(with);
    }
}
