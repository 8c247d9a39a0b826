package rugged.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.Notebook;
import rugged.figure.Markup;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.Yaml;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Looking;

/** {@code rugged notebook DIR}: a Jupyter notebook that lists the findings and draws the figures of a run from its folder. */
@Command(
        name = "notebook",
        mixinStandardHelpOptions = true,
        description =
                "Writes a Jupyter notebook that lists the findings of a run and redraws its figures, by the Python"
                        + " package rugged.",
        footer = {
            "",
            "Examples:",
            "  rugged notebook runs/aging-pspin-3fa91c07",
            "  rugged notebook runs/aging-pspin-3fa91c07 --out aging.ipynb"
        })
final class NotebookCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "the notebook (default: DIR/notebook.ipynb)")
    @Nullable
    Path out;

    @Option(names = "--force", description = "replaces a notebook that is there already")
    boolean force;

    @Override
    public Integer call() {
        RunFolder folder = Folders.run(directory);
        Path file = out == null ? directory.resolve("notebook.ipynb") : out;
        if (Files.isDirectory(file)) throw Exit.Refused.of("--out: " + file + ": is a folder; the name of a file");
        String text;
        try (Looking looking = Looking.at(directory)) {
            text = notebook(folder, file).json();
        }
        write(file, text);
        spec.commandLine().getOut().println(file);
        return Exit.DONE;
    }

    /** Words of one's own may stand in a notebook, so that nothing is replaced unasked. */
    private void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.writeString(
                    file,
                    text,
                    force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException there) {
            throw Exit.Refused.of(file + ": is there already; --force replaces it, --out FILE writes another");
        } catch (IOException e) {
            throw new EnvironmentFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Notebook notebook(RunFolder folder, Path file) {
        Node.Mapping study = study(folder);
        Node.Mapping about = block(study, "about");
        String title = text(about, "title");
        Notebook notebook = new Notebook();
        notebook.words(
                "# " + (title.isEmpty() ? text(study, "study") : mathematics(title)),
                mathematics(text(about, "claim")),
                "Study `" + text(study, "study") + "`, size " + text(study, "size")
                        + ". Nothing is computed here: the numbers are those of the run folder.");
        notebook.code("import rugged", "", "run = rugged.open(" + Notebook.quoted(place(file)) + ")", "run.findings");
        notebook.words("What was run: every parameter, a list where it was swept.");
        notebook.code("run.parameters");
        drawn(study).forEach((name, words) -> {
            notebook.words("## " + mathematics(words));
            notebook.code("run.figures[" + Notebook.quoted(name) + "]");
        });
        notebook.words(
                "## Numbers",
                "`run.tables` names the tables; `to_polars()` and `to_pandas()` make data frames of them.");
        notebook.code("run.table(\"averages\")");
        return notebook;
    }

    /** How the notebook finds the run: Jupyter starts it in its own folder, and the two move together. */
    private String place(Path file) {
        Path from = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElse(Path.of("/"));
        Path to = directory.toAbsolutePath().normalize();
        boolean sameRoot = from.getRoot() != null && from.getRoot().equals(to.getRoot());
        String way = sameRoot ? from.relativize(to).toString() : to.toString();
        return way.isEmpty() ? "." : way.replace('\\', '/');
    }

    /** Figures that were drawn, in the order of the study, with their titles. */
    private Map<String, String> drawn(Node.Mapping study) {
        Map<String, String> titles = new LinkedHashMap<>();
        if (!(study.value("figures").orElse(study) instanceof Node.Sequence figures)) return titles;
        for (Node item : figures.items()) {
            if (!(item instanceof Node.Mapping figure)) continue;
            String name = text(figure, "name");
            if (!Files.isRegularFile(directory.resolve("figures").resolve(name + ".vl.json"))) continue;
            String title = text(figure, "title");
            titles.put(name, title.isEmpty() ? name : title);
        }
        return titles;
    }

    private static Node.Mapping study(RunFolder folder) {
        String text = folder.study().orElseThrow();
        Problems problems = new Problems();
        Node root = Yaml.read("study.yaml", text, problems).orElseThrow(() -> Exit.Refused.of(problems.list()));
        if (root instanceof Node.Mapping mapping) return mapping;
        throw Exit.Refused.of(folder.directory() + "/study.yaml: is no study; run it again into the same folder");
    }

    private static Node.Mapping block(Node.Mapping from, String key) {
        return from.value(key).orElse(from) instanceof Node.Mapping inner && inner != from
                ? inner
                : new Node.Mapping(from.at(), List.of());
    }

    private static String text(Node.Mapping from, String key) {
        return from.value(key).orElse(from) instanceof Node.Scalar scalar && !scalar.empty() ? scalar.text() : "";
    }

    /** Indices and powers as Markdown shows them. */
    private static String mathematics(String words) {
        return Markup.html(words).replace("*", "\\*").replace("_", "\\_");
    }
}
