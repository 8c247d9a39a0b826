package rugged.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rugged.cli.text.Exit;
import rugged.store.Integrity;
import rugged.store.RunFolder;
import rugged.study.read.Request;

/** Run folders named on the command line. */
final class Folders {
    private Folders() {}

    /** The run in a folder, which must hold one. */
    static RunFolder existing(Path directory) {
        if (!Files.isDirectory(directory))
            throw Exit.Refused.of(directory + ": no such folder; a run folder, as 'rugged run' prints it");
        // any two of them tell a run of which the third was lost
        long there = Stream.of("study.yaml", "plan.json", "manifest.json")
                .filter(name -> Files.exists(directory.resolve(name)))
                .count();
        if (there < 2)
            throw Exit.Refused.of(directory + ": is not a run folder; it should hold study.yaml and plan.json");
        return RunFolder.at(directory);
    }

    /**
     * The run in a folder, to be read: what says what it is must be whole.
     *
     * @throws rugged.store.file.Damaged when it is not
     */
    static RunFolder run(Path directory) {
        RunFolder folder = existing(directory);
        new Integrity(folder).readable();
        return folder;
    }

    /** The study of a run, as it was resolved. */
    static Request request(RunFolder folder, List<Path> with) {
        return folder.request().orElseThrow().with(with);
    }
}
