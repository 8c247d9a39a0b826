package rugged.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.store.file.Looking;

/** {@code rugged show DIR}: the summary as a table. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "The findings of a run as a table, or how far it is.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Option(names = "--json", description = "the summary as JSON")
    boolean json;

    @Override
    public Integer call() {
        try (Looking looking = Looking.at(directory)) {
            Showing.print(Folders.run(directory), json, spec.commandLine().getOut());
        }
        return Exit.DONE;
    }
}
