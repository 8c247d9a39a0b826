package rugged.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.api.DataMissing;
import rugged.cli.text.Exit;
import rugged.params.Suggestion;
import rugged.report.Gallery;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.file.FolderHeld;
import rugged.store.file.FolderLock;
import rugged.store.file.Looking;
import rugged.store.table.Results;
import rugged.study.FigureSection;
import rugged.study.StoredFigures;
import rugged.study.read.Request;

/** {@code rugged figure DIR [NAME]}: redraws from what is stored. */
@Command(
        name = "figure",
        mixinStandardHelpOptions = true,
        description = "Redraws figures from the stored results, without running anything.",
        footer = {"", "Example:", "  rugged figure runs/aging-pspin-3fa91c07 C --format pdf,png"})
final class FigureCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "figures by name; all when none is named")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            defaultValue = "svg,vl.json",
            description = "svg, png, pdf, vl.json; several by commas")
    Set<String> formats = new LinkedHashSet<>();

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        RunFolder folder = Folders.run(directory);
        List<String> wrong = new ArrayList<>();
        for (String format : formats) {
            if (!Gallery.FORMATS.contains(format))
                wrong.add("--format: " + format + ": unknown; svg, png, pdf or vl.json");
        }
        StoredFigures plan = stored(folder);
        List<String> known = plan.figures().stream().map(FigureSection::name).toList();
        for (String name : names) {
            if (!known.contains(name)) wrong.add("figure: " + name + ": unknown; " + Suggestion.among(name, known));
        }
        if (!wrong.isEmpty()) throw new Exit.Refused(wrong);
        // a page is made of other figures, which are drawn with it
        List<String> parts = plan.figures().stream()
                .filter(figure -> names.contains(figure.name()))
                .flatMap(figure -> figure.page().stream())
                .toList();
        List<FigureSection> wanted = plan.figures().stream()
                .filter(figure -> names.isEmpty() || names.contains(figure.name()) || parts.contains(figure.name()))
                .toList();
        var line = spec.commandLine();
        List<String> failures = new ArrayList<>();
        List<Path> files = drawn(folder, plan, wanted, failures::add);
        files.forEach(file -> line.getOut().println(file));
        failures.forEach(line.getErr()::println);
        return failures.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    /** The figures of the plan; where its data are gone, those of the text, because drawing needs none. */
    private StoredFigures stored(RunFolder folder) {
        Request request = Folders.request(folder, with.files());
        try {
            return StoredFigures.of(Plans.plan(request, 0));
        } catch (DataMissing gone) {
            Results results = Results.of(folder);
            Set<String> theories = new TreeSet<>();
            for (Agenda.Entry theory : results.agenda().theories()) theories.add(theory.source());
            Set<String> columns = new TreeSet<>(results.agenda().coordinates(true));
            return StoredFigures.of(request, results.quantities(), theories, columns)
                    .orElseThrow(() -> gone);
        }
    }

    /** Draws as the only writer, so that the new files get their checksums; beside a run that is being computed, whose end gives them theirs. */
    private List<Path> drawn(
            RunFolder folder, StoredFigures plan, List<FigureSection> wanted, Consumer<String> failures) {
        try (FolderLock lock = folder.lock()) {
            List<Path> files = draw(folder, plan, wanted, failures);
            lock.alone(() -> folder.vouch(
                    files.stream().map(file -> "figures/" + file.getFileName()).toList()));
            return files;
        } catch (FolderHeld atWork) {
            try (Looking looking = Looking.at(directory)) {
                return draw(folder, plan, wanted, failures);
            }
        }
    }

    private List<Path> draw(
            RunFolder folder, StoredFigures plan, List<FigureSection> wanted, Consumer<String> failures) {
        Gallery gallery = new Gallery(Results.of(folder)).beside(plan.about().published());
        return gallery.write(wanted, formats, failures);
    }
}
