package rugged.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.report.Numerals;
import rugged.run.cluster.Standing;
import rugged.store.RunFolder;
import rugged.study.cost.Estimate;

/** {@code rugged status DIR}: how a run stands, here or on other machines. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "How a run stands, here or on other machines: points done, under way and failed, with reasons; the rate and"
                    + " the time left. Changes nothing."
        },
        footer = {"", "Example:", "  rugged status runs/aging-pspin-3fa91c07"})
final class StatusCommand implements Callable<Integer> {
    private static final int MOST_LINES = 20;
    private static final double MIB = 1 << 20;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the run folder")
    Path directory = Path.of("");

    @Option(names = "--json", description = "the same as JSON")
    boolean json;

    @Override
    public Integer call() {
        RunFolder folder = Folders.run(directory);
        Standing standing = Standing.of(folder);
        if (json) spec.commandLine().getOut().println(JsonText.of(plain(standing)));
        else say(standing, spec.commandLine().getOut());
        return Exit.DONE;
    }

    private Map<String, @Nullable Object> plain(Standing standing) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("directory", directory.toString());
        plain.put("status", standing.status());
        plain.put("done", standing.done());
        plain.put("of", standing.of());
        plain.put("unit", "points");
        plain.put("begun", standing.begun());
        plain.put("failed", standing.failures().size());
        plain.put("rate", standing.rate());
        plain.put("left", standing.left());
        plain.put("failures", standing.failures());
        plain.put("tasks", standing.tasks());
        return plain;
    }

    private void say(Standing standing, PrintWriter out) {
        StringBuilder line = new StringBuilder(directory.toString());
        line.append(": ").append(standing.status()).append(", ");
        line.append(standing.done()).append(" of ").append(standing.of()).append(" points");
        if (standing.begun() > 0) line.append(", ").append(standing.begun()).append(" begun");
        if (!standing.failures().isEmpty())
            line.append(", ").append(standing.failures().size()).append(" failed");
        Double rate = standing.rate();
        if (rate != null) line.append(String.format(Locale.ROOT, ", %.3g a second", rate));
        Double left = standing.left();
        if (left != null) line.append(", ").append(Numerals.duration(left)).append(" left");
        out.println(line);
        standing.failures().stream()
                .limit(MOST_LINES)
                .forEach(one ->
                        out.println("  point " + one.point() + " " + one.coordinates() + " failed: " + one.reason()));
        if (!standing.tasks().isEmpty()) tasks(standing.tasks(), out);
    }

    private void tasks(List<Standing.Task> tasks, PrintWriter out) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (Standing.Task task : tasks) states.merge(task.state(), 1, Integer::sum);
        StringBuilder line = new StringBuilder("tasks: ");
        states.forEach((state, count) -> line.append(line.length() > 7 ? ", " : "")
                .append(count)
                .append(' ')
                .append(state));
        out.println(line);
        tasks.stream()
                .filter(task -> !task.reason().isEmpty())
                .limit(MOST_LINES)
                .forEach(task -> out.println("  task " + task.task() + ": " + task.reason() + advice(task)));
    }

    private static String advice(Standing.Task task) {
        if (task.heap() <= 0) return "";
        return "; " + Estimate.bytes(task.heap()) + " of Java heap would do: run the study again with --out, --on and"
                + String.format(Locale.ROOT, " --task-memory %.0f", Math.ceil(task.heap() / MIB));
    }
}
