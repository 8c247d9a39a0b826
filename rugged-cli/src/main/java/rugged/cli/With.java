package rugged.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import rugged.cli.text.Exit;
import rugged.params.Catalogue;
import rugged.params.Problems;
import rugged.study.read.Companions;

/** The option {@code --with}: files of the user's own that add to the catalogue. */
final class With {
    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = "a .java file or a jar with landscapes, dynamics, observables ... of your own; repeatable")
    List<Path> files = new ArrayList<>();

    /** The files; each must be there. */
    List<Path> files() {
        List<String> missing = files.stream()
                .filter(file -> !Files.isReadable(file))
                .map(file -> "--with: " + file + ": no such file; a .java file or a jar")
                .toList();
        if (!missing.isEmpty()) throw new Exit.Refused(missing);
        return files;
    }

    /** The catalogue with what the files bring. */
    Catalogue catalogue() {
        if (files.isEmpty()) return Catalogue.standard();
        Problems problems = new Problems();
        Catalogue catalogue = Companions.catalogue(files(), Catalogue.standard(), problems);
        if (!problems.none()) throw Exit.Refused.of(problems.list());
        return catalogue;
    }
}
