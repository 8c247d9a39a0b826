package rugged.study.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rugged.num.file.ArrayFile;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.SpecBinder;

/** Which files an untrusted study may name. Looked at before anything is opened, so that not even the existence of a file elsewhere can be asked for. */
public final class FileAccess {
    private final Catalogue catalogue;
    private final String start;
    private final List<Path> folders;
    private final Problems problems;

    private FileAccess(Catalogue catalogue, String start, List<Path> folders, Problems problems) {
        this.catalogue = catalogue;
        this.start = start;
        this.folders = folders;
        this.problems = problems;
    }

    /** Adds a problem for every file that a request may not name; true when there is none. */
    public static boolean check(Request request, Reader.Read study, Catalogue catalogue, Problems problems) {
        if (request.trusted()) return true;
        int before = problems.count();
        new FileAccess(catalogue, study.file().folder(), request.folders(), problems).walk(study.root());
        return problems.count() == before;
    }

    private void walk(Node node) {
        switch (node) {
            case Node.Scalar scalar -> {}
            case Node.Sequence sequence -> sequence.items().forEach(this::walk);
            case Node.Mapping mapping -> {
                Optional<Node> is = mapping.value(SpecBinder.IS);
                if (is.isPresent() && is.get() instanceof Node.Scalar name) files(name.text(), mapping);
                mapping.entries().forEach(entry -> walk(entry.value()));
            }
        }
    }

    private void files(String name, Node.Mapping mapping) {
        for (Catalogue.Entry entry : catalogue.named(name)) {
            for (Parameter parameter : entry.schema().parameters()) {
                if (parameter.declared().file())
                    mapping.value(parameter.key()).ifPresent(value -> named(parameter, value));
            }
        }
    }

    private void named(Parameter parameter, Node value) {
        switch (value) {
            case Node.Scalar scalar -> {
                if (!scalar.text().isEmpty() && !allowed(DataFolder.located(start, scalar.text())))
                    problems.add(
                            scalar.at(),
                            parameter.key(),
                            "\"" + scalar.text() + "\" is outside the folders that may be read from here",
                            "a file in "
                                    + String.join(
                                            ", ",
                                            folders.stream().map(Path::toString).toList()));
                else if (!scalar.text().isEmpty() && special(DataFolder.located(start, scalar.text())))
                    problems.add(
                            scalar.at(),
                            parameter.key(),
                            "\"" + scalar.text() + "\" is neither a file nor a folder",
                            "a regular file");
            }
            case Node.Sequence sequence -> sequence.items().forEach(item -> named(parameter, item));
            case Node.Mapping mapping -> mapping.entries().forEach(entry -> named(parameter, entry.value()));
        }
    }

    /** A pipe or a device, which would be waited for. */
    private static boolean special(String text) {
        Path path = Path.of(text);
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /** By the real path where the file is there, so that no link leads out. */
    private boolean allowed(String text) {
        try {
            Path path = ArrayFile.of(text).path().toAbsolutePath().normalize();
            Path real = Files.exists(path) ? path.toRealPath() : path;
            for (Path folder : folders) {
                Path inside = Files.exists(folder)
                        ? folder.toRealPath()
                        : folder.toAbsolutePath().normalize();
                if (real.startsWith(inside)) return true;
            }
            return false;
        } catch (InvalidPathException | IOException unreadable) {
            return false;
        }
    }
}
