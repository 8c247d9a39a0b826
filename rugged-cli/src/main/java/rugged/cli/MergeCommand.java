package rugged.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.run.join.Gathering;
import rugged.run.join.JoinedStudy;
import rugged.run.join.Refusal;
import rugged.run.join.Source;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.study.Plan;
import rugged.study.read.Request;

/** {@code rugged merge DIR... --out DIR}: runs of one study as one run. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Joins runs of one study, of other seeds, sizes or machines, into one: each point once, with the tables,"
                    + " findings and figures of a run of all.",
            "Runs may differ in their seeds and in parameters that any of them sweeps; what does not belong is left"
                    + " out, point by point, with the reason (exit 1). Maps of landscapes are joined by 'rugged"
                    + " merge-maps'."
        },
        footer = {
            "",
            "Examples:",
            "  rugged merge runs/aging-pspin-3fa91c07 elsewhere/more-seeds --out runs/aging-all",
            "  rugged merge n64 n128 --sweep landscape.n --out both",
            "  rugged resume runs/aging-all                 computes what is missing"
        })
final class MergeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "the run folders")
    List<Path> directories = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the run folder; not there yet")
    Path out = Path.of("");

    @Option(
            names = "--sweep",
            paramLabel = "PATH",
            description = "a parameter that may differ although no run sweeps it; repeatable")
    List<String> sweep = new ArrayList<>();

    @Option(
            names = "--mixed",
            description = "also points of another build of rugged or of other kernels, which the report then says")
    boolean mixed;

    @Option(names = "--json", description = "the summary, and nothing else, on standard output")
    boolean json;

    @Mixin
    Carrying carrying = new Carrying();

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        requireEmpty(out);
        JoinedStudy joined = new JoinedStudy(sources(), sweep);
        String first = joined.members()
                .getFirst()
                .folder()
                .directory()
                .resolve("study.yaml")
                .toString();
        Plan plan = Plans.plan(Request.of(first, joined.text()).with(with.files()), carrying.threads());
        Gathering gathering = new Gathering(plan, mixed);
        joined.members().forEach(gathering::look);
        List<Refusal> refusals = new ArrayList<>(joined.refusals());
        refusals.addAll(gathering.refusals());
        List<String> lines = Refusal.lines(refusals);
        if (gathering.taken() == 0) {
            lines.add(out + ": is not written: no point belongs together with another");
            throw new Exit.Refused(lines);
        }
        lines.forEach(err::println);
        gathering.warnings().forEach(warning -> err.println("warning: " + warning));
        RunFolder folder = RunFolder.at(out);
        folder.create();
        gathering.copy(folder);
        if (!json && !carrying.quiet)
            err.println(said(gathering, joined.members().size()));
        int code = carrying.gathering()
                .out(plan, folder, false, false, json, spec.commandLine().getOut(), err);
        return code == Exit.DONE && !refusals.isEmpty() ? Exit.FAILED : code;
    }

    private String said(Gathering gathering, int runs) {
        return out + ": " + gathering.taken() + " points of " + runs + (runs == 1 ? " run" : " runs")
                + (gathering.twice() > 0 ? "; " + gathering.twice() + " were there twice" : "")
                + (gathering.unfinished() > 0 ? "; " + gathering.unfinished() + " have not ended" : "");
    }

    private static void requireEmpty(Path out) {
        try {
            if (!Files.exists(out)) return;
            if (Files.isDirectory(out)) {
                try (Stream<Path> files = Files.list(out)) {
                    if (files.findAny().isEmpty()) return;
                }
            }
        } catch (IOException e) {
            throw EnvironmentFailure.reading(out, e);
        }
        throw Exit.Refused.of("--out: " + out + ": is there already; name a new one");
    }

    /** Everything that is wrong with any folder is said at once. */
    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isRegularFile(directory)) {
                wrong.add(directory + ": is a file; a run folder, or 'rugged merge-maps' for maps of landscapes");
                continue;
            }
            try {
                sources.add(Source.of(Folders.existing(directory)));
            } catch (Exit.Refused none) {
                wrong.add(String.valueOf(none.getMessage()));
            } catch (Damaged damaged) {
                wrong.add(damaged.getMessage() + "; 'rugged resume " + directory + "' makes it again where it can");
            }
        }
        if (!wrong.isEmpty()) throw new Exit.Refused(wrong);
        return sources;
    }
}
