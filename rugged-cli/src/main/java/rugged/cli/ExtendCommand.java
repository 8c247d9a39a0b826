package rugged.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.run.join.Extension;
import rugged.run.join.Source;
import rugged.store.Manifest;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.FolderHeld;
import rugged.store.file.FolderLock;
import rugged.study.Plan;
import rugged.study.read.Request;

/** {@code rugged extend RUN}: more seeds, more values of parameters; what is there is not computed again. */
@Command(
        name = "extend",
        mixinStandardHelpOptions = true,
        description = {
            "Adds seeds, or values of parameters, to a run. What is there is not computed again, and the run is to the"
                    + " last bit what it would be had it had them all from the start."
        },
        footer = {
            "",
            "Examples:",
            "  rugged extend runs/aging-pspin-3fa91c07 --seed 9..32",
            "  rugged extend runs/aging-pspin-3fa91c07 --set dynamics.temperature=0.3,0.4"
        })
final class ExtendCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "the run folder")
    Path directory = Path.of("");

    @Option(names = "--seed", paramLabel = "SEEDS", description = "more seeds: one, a list or a range such as 9..32")
    @Nullable
    String seeds;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUES",
            description = "more values of a parameter, beside those that it has; repeatable")
    List<String> settings = new ArrayList<>();

    @Option(names = "--json", description = "the summary, and nothing else, on standard output")
    boolean json;

    @Mixin
    Carrying carrying = new Carrying();

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<String> changes = new ArrayList<>(settings);
        if (seeds != null) changes.add("seed=" + seeds);
        if (changes.isEmpty()) throw Exit.Refused.of(directory + ": by what? --seed 9..32, or --set path=values");
        RunFolder folder = Folders.run(directory);
        long writer = FolderLock.heldBy(directory);
        if (writer != 0) throw new FolderHeld(directory, writer);
        Source run = Source.of(folder);
        Manifest manifest = run.manifest();
        if (!manifest.changes().isEmpty()) throw new Exit.Refused(manifest.changes());
        ResumeCommand.sameKernels(manifest.vectors());
        Request request = Folders.request(folder, with.files());
        Plan more = Plans.plan(request.set(changes), carrying.threads());
        Plan plan = Plans.plan(
                Request.of(request.file(), Extension.study(run, more)).with(with.files()), carrying.threads());
        int added = Extension.added(run, plan);
        if (added == 0 && folder.status() == RunStatus.COMPLETE) {
            if (!carrying.quiet && !json) err.println("nothing to add: this run has all of these points");
            Showing.print(folder, json, spec.commandLine().getOut());
            return Exit.DONE;
        }
        if (!carrying.quiet && !json) err.println(directory + ": " + added + " points more");
        return carrying.extending()
                .out(plan, folder, false, false, json, spec.commandLine().getOut(), err);
    }
}
