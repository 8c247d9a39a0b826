package rugged.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rugged.cli.text.Exit;
import rugged.cli.text.Version;
import rugged.num.kernel.KernelChoice;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.report.Numerals;
import rugged.run.Acceptance;
import rugged.run.Work;
import rugged.run.cluster.Distribution;
import rugged.run.cluster.Engine;
import rugged.run.cluster.Engines;
import rugged.run.cluster.Group;
import rugged.run.cluster.Grouping;
import rugged.run.cluster.Pieces;
import rugged.run.cluster.Settings;
import rugged.run.cluster.TaskList;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.cost.Estimate;
import rugged.study.cost.Machine;

/** Hands a run over to an engine: the options of {@code run} that say where points are computed. */
final class Dispatch {
    private static final double MIB = 1 << 20;

    @Option(
            names = "--on",
            paramLabel = "ENGINE",
            description = "where points are computed: local (default), slurm; 'on:' in your settings decides otherwise")
    @Nullable
    String on;

    @Option(names = "--task-minutes", paramLabel = "MIN", description = "predicted length of a task (default: 30)")
    @Nullable
    Double minutes;

    @Option(
            names = "--task-memory",
            paramLabel = "MIB",
            description = "Java heap of a task (default: as the plan predicts)")
    @Nullable
    Double memory;

    /** Whether this process computes the points. */
    boolean here() {
        return on().equals(Engines.LOCAL);
    }

    private String on() {
        if (on == null) return settings().on();
        Problems problems = new Problems();
        Settings.requireEngine(Node.Place.of("--on"), "engine", on, problems);
        if (!problems.none()) throw Exit.Refused.of(problems.list());
        return on;
    }

    private static Settings settings() {
        Problems problems = new Problems();
        return Settings.users(problems).orElseThrow(() -> Exit.Refused.of(problems.list()));
    }

    /** Writes the tasks of all points that are not there, and hands them over. */
    int send(Plan plan, RunFolder folder, int threads, PrintWriter out, PrintWriter err) {
        Settings.Task task = task(threads);
        Engine engine = Engines.of(on()).orElseThrow();
        Provenance provenance = Provenance.here(
                Version.version(), Version.commit(), KernelChoice.best().name());
        requireOurs(folder, plan);
        Acceptance.write(Work.of(plan), folder, provenance, task.threads());
        requireIdle(folder);
        Pieces.collect(folder);
        List<Point> left = plan.points().stream()
                .filter(point -> !Pieces.ended(folder.point(point.key())))
                .toList();
        if (left.isEmpty()) {
            err.println("all points are there; tables and findings: rugged resume " + folder.directory());
            return Exit.DONE;
        }
        List<Group> groups = Grouping.of(left, Machine.here(), task.threads(), 60 * task.minutes(), engine.mostTasks());
        double heap = task.memory() > 0
                ? task.memory() * MIB
                : groups.stream().mapToDouble(Group::heap).max().orElseThrow();
        double seconds = groups.stream().mapToDouble(Group::seconds).max().orElseThrow() / task.threads();
        Distribution next = Distribution.next(folder);
        next.tasks(new TaskList(engine.name(), provenance.version(), provenance.commit(), plan.hash(), heap, groups));
        String[] words = on().split(":", 2);
        Engine.Sent sent = engine.send(new Engine.Job(
                next,
                plan.study(),
                words.length > 1 ? words[1] : "",
                program(),
                task.threads(),
                seconds,
                heap,
                task.options()));
        say(plan, left.size(), groups.size(), seconds, heap, err);
        sent.said().forEach(err::println);
        if (!sent.taken()) out.print(sent.script());
        err.println("How it stands:      rugged status " + folder.directory() + "\nWhen it has ended:  rugged resume "
                + folder.directory());
        return Exit.DONE;
    }

    private static void say(Plan plan, int points, int tasks, double seconds, double heap, PrintWriter err) {
        err.println(plan.study() + ", size " + plan.size() + ": " + points + " points in " + tasks
                + (tasks == 1 ? " task" : " tasks") + ", the longest about " + Numerals.duration(seconds) + " and "
                + Estimate.bytes(heap) + " of Java heap");
    }

    private Settings.Task task(int threads) {
        Settings.Task users = settings().task();
        if (minutes != null && !(minutes > 0)) throw Exit.Refused.of("--task-minutes: " + minutes + ": must be > 0");
        if (memory != null && !(memory >= 64))
            throw Exit.Refused.of("--task-memory: " + memory + ": must be >= 64 MiB");
        return new Settings.Task(
                minutes == null ? users.minutes() : minutes,
                threads > 0 ? threads : users.threads(),
                memory == null ? users.memory() : memory,
                users.options());
    }

    private static void requireOurs(RunFolder folder, Plan plan) {
        folder.agenda().filter(there -> !there.plan().equals(plan.hash())).ifPresent(other -> {
            throw Exit.Refused.of(folder.directory() + ": holds the results of another plan; choose another --out");
        });
    }

    /** Two jobs that compute the same points would only waste one another's time. */
    private static void requireIdle(RunFolder folder) {
        List<String> busy = new ArrayList<>();
        for (Distribution one : Distribution.all(folder)) {
            var now = one.now();
            for (int task = 0; task < one.tasks().groups().size(); task++)
                if (one.atWork(task, now)) busy.add(one.number() + "/" + task);
        }
        if (!busy.isEmpty())
            throw new EnvironmentFailure(
                    folder.directory() + ": " + busy.size() + " of its tasks are at work already, the first of them "
                            + busy.getFirst() + "; 'rugged status' follows them",
                    null);
    }

    /** The words that start this program: its launcher, or this very Java run time. */
    static List<String> program() {
        String home = System.getProperty("rugged.home", "");
        if (!home.isEmpty() && Files.isExecutable(Path.of(home, "rugged")))
            return List.of(Path.of(home, "rugged").toString());
        String kernels = System.getProperty("rugged.kernels", "");
        List<String> words = new ArrayList<>(List.of(
                "env",
                "CLASSPATH=" + System.getProperty("java.class.path"),
                "sh",
                "-c",
                "exec " + Path.of(System.getProperty("java.home"), "bin", "java")
                        + " --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
                        + (kernels.isEmpty() ? "" : " -Drugged.kernels=" + kernels.split(" ")[0])
                        + " $RUGGED_JAVA_OPTS rugged.cli.Main \"$@\"",
                "rugged"));
        return List.copyOf(words);
    }
}
