package rugged.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.store.export.Exporter;
import rugged.store.file.Looking;

/** {@code rugged export DIR}: tables and arrays for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes tables and final states for Python, Julia and R into DIR/export.",
        footer = {"", "Example:", "  rugged export runs/aging-pspin-3fa91c07 --format csv,hdf5"})
final class ExportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Option(
            names = "--format",
            split = ",",
            required = true,
            paramLabel = "FORMAT",
            description = "parquet, csv, npy, hdf5, xyz (recorded particles), cambridge, topsearch, pele (maps of"
                    + " landscapes); several by commas")
    List<String> formats = new ArrayList<>();

    @Override
    public Integer call() {
        Folders.existing(directory);
        List<String> wrong = formats.stream()
                .filter(word -> format(word).isEmpty())
                .map(word -> "--format: " + word + ": unknown; one of "
                        + Arrays.stream(Exporter.Format.values())
                                .map(Exporter.Format::word)
                                .collect(Collectors.joining(", ")))
                .toList();
        if (!wrong.isEmpty()) throw new Exit.Refused(wrong);
        List<Path> files = new ArrayList<>();
        try (Looking looking = Looking.at(directory)) {
            Exporter exporter = new Exporter(Folders.run(directory));
            List<String> empty = formats.stream()
                    .flatMap(
                            word -> exporter
                                    .objection(format(word).orElseThrow())
                                    .map(why -> "--format: " + word + ": " + why)
                                    .stream())
                    .toList();
            if (!empty.isEmpty()) throw new Exit.Refused(empty);
            for (String word : formats) files.addAll(exporter.write(format(word).orElseThrow()));
        }
        files.forEach(file -> spec.commandLine().getOut().println(file));
        return Exit.DONE;
    }

    private static Optional<Exporter.Format> format(String word) {
        return Arrays.stream(Exporter.Format.values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
