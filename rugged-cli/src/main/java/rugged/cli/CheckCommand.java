package rugged.cli;

import java.io.PrintWriter;
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
import rugged.cli.text.JsonText;
import rugged.cli.text.TextTable;
import rugged.report.Numerals;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.read.Request;

/** {@code rugged check FILE}: every mistake, or the plan; runs nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads a study and prints every mistake in it, or the plan with its predicted time and memory. Runs"
                        + " nothing.")
final class CheckCommand implements Callable<Integer> {
    private static final int SHOWN = 8;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a study file, or the name of a bundled study")
    String study = "";

    @Option(names = "--size", paramLabel = "SIZE", description = "quick, laptop or paper (default: laptop)")
    String size = "";

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "changes a parameter; repeatable")
    List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "first seed")
    @Nullable
    Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "threads to plan for (default: one per core)")
    int threads;

    @Option(names = "--json", description = "the plan as JSON")
    boolean json;

    @Option(names = "--resolved", description = "prints the study with every default written out")
    boolean resolved;

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        OptionalLong first = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        Request request = Plans.changed(Plans.request(study), size, settings, first, with.files());
        Plan plan = Plans.plan(request, threads);
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(JsonText.of(plan.record()));
        else if (resolved) out.print(plan.yaml());
        else print(plan, out);
        return Exit.DONE;
    }

    private static void print(Plan plan, PrintWriter out) {
        out.println(Plans.line(plan));
        TextTable table = new TextTable();
        int shown = Math.min(SHOWN, plan.points().size());
        for (Point point : plan.points().subList(0, shown)) {
            List<String> cells = new ArrayList<>(List.of(point.key()));
            point.coordinates().forEach((path, value) -> cells.add(path + "=" + value));
            table.row(cells.toArray(String[]::new));
        }
        out.print(table.render("  "));
        if (plan.points().size() > shown)
            out.println("  ... and " + (plan.points().size() - shown) + " more");
        plan.theories().stream()
                .map(theory -> theory.name())
                .distinct()
                .forEach(name -> out.println("  theory " + name));
        out.println("memory per thread " + Numerals.bytes(plan.estimate().memoryPerThread()) + "; run folder runs/"
                + plan.folder());
        for (String warning : plan.warnings()) out.println("warning: " + warning);
    }
}
