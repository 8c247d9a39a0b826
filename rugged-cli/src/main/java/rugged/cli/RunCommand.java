package rugged.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.store.Integrity;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.study.Plan;
import rugged.study.read.Request;

/** {@code rugged run STUDY}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a bundled study by name, or a study file. Results that are stored already are shown, not"
                + " computed again.",
        footer = {
            "",
            "Examples:",
            "  rugged run aging-pspin --size quick",
            "  rugged run aging-pspin --set landscape.n=128,256 --set dynamics.temperature=0.4 --seed 7",
            "  rugged run my-study.yaml --with MyLandscape.java --out results",
            "  rugged run aging-pspin --size paper --on slurm       an array job; docs/clusters.md",
            "  rugged run aging-pspin --on spark:spark://host:7077  on executors of Apache Spark"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "STUDY", description = "a bundled study ('rugged list --kind study') or a YAML file")
    String study = "";

    @Option(names = "--size", paramLabel = "SIZE", description = "quick, laptop or paper (default: laptop)")
    String size = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "changes a parameter; a list or range is a sweep; repeatable")
    List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "first seed; a range of seeds keeps its length")
    @Nullable
    Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "the run folder (default: runs/STUDY-HASH)")
    @Nullable
    Path out;

    @Option(names = "--json", description = "the summary, and nothing else, on standard output")
    boolean json;

    @Option(names = "--force", description = "computes again what is stored")
    boolean force;

    @Mixin
    Carrying carrying = new Carrying();

    @Mixin
    Dispatch dispatch = new Dispatch();

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        OptionalLong first = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        Request request = Plans.changed(Plans.request(study), size, settings, first, with.files());
        Plan plan = Plans.plan(request, carrying.threads());
        RunFolder folder = RunFolder.at(out == null ? Path.of("runs", plan.folder()) : out);
        var err = spec.commandLine().getErr();
        if (!force && whole(folder, plan)) {
            if (!carrying.quiet && !json) err.println("computed already (--force computes again)");
            Showing.print(folder, json, spec.commandLine().getOut());
            return Exit.DONE;
        }
        if (!dispatch.here())
            return dispatch.send(
                    plan, folder, carrying, json, spec.commandLine().getOut(), err);
        return carrying.out(plan, folder, force, false, json, spec.commandLine().getOut(), err);
    }

    /** Whether the results are there and are what was written. */
    private static boolean whole(RunFolder folder, Plan plan) {
        try {
            return folder.holds(plan.hash()) && new Integrity(folder).damage().isEmpty();
        } catch (Damaged manifest) {
            return false;
        }
    }
}
