package rugged.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rugged.cli.text.Exit;
import rugged.cli.text.Following;
import rugged.cli.text.Version;
import rugged.num.kernel.KernelChoice;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.report.Numerals;
import rugged.run.cluster.Attendance;
import rugged.run.cluster.Engine;
import rugged.run.cluster.Engines;
import rugged.run.cluster.LaunchWords;
import rugged.run.cluster.Pieces;
import rugged.run.cluster.Sending;
import rugged.run.cluster.Settings;
import rugged.run.cluster.Standing;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.study.Plan;
import rugged.study.cost.Estimate;

/** Hands a run over to an engine: the options of {@code run} that say where points are computed. */
final class Dispatch {
    @Option(
            names = "--on",
            paramLabel = "ENGINE",
            description =
                    "where points are computed: local (default), slurm, spark or spark:MASTER; 'on:' in your settings"
                            + " decides otherwise")
    @Nullable
    String on;

    @Option(
            names = "--task-minutes",
            paramLabel = "MIN",
            description = "predicted length of a task (default: 30; on spark shorter where the whole run is short)")
    @Nullable
    Double minutes;

    @Option(
            names = "--task-memory",
            paramLabel = "MIB",
            description = "Java heap of a task (default: as the plan predicts)")
    @Nullable
    Double memory;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "a setting of the engine's own: spark.KEY=VALUE for spark, --KEY=VALUE for slurm; repeatable")
    List<String> conf = new ArrayList<>();

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
    int send(Plan plan, RunFolder folder, Carrying carrying, boolean json, PrintWriter out, PrintWriter err) {
        Engine engine = Engines.of(on()).orElseThrow();
        String[] words = on().split(":", 2);
        String target = words.length > 1 ? words[1] : "";
        Provenance provenance = Provenance.here(
                Version.version(), Version.commit(), KernelChoice.best().name());
        Sending sending = new Sending(provenance, task(carrying.threads(), engine), LaunchWords.here());
        engine.require(target);
        requireOurs(folder, plan);
        Optional<Sending.Handed> all = sending.send(plan, folder, engine, target);
        if (all.isEmpty()) {
            err.println("all points are there; tables and findings: rugged resume " + folder.directory());
            return Exit.DONE;
        }
        Sending.Handed handed = all.get();
        Engine.Sent sent = handed.sent();
        say(plan, handed, err);
        sent.said().forEach(err::println);
        if (!sent.taken()) out.print(sent.script());
        if (sent.attended().isPresent()) return attend(sent.attended().get(), plan, folder, carrying, json, out, err);
        err.println("How it stands:      rugged status " + folder.directory() + "\nWhen it has ended:  rugged resume "
                + folder.directory());
        return Exit.DONE;
    }

    /** Follows a job to its end; when all points are there, findings and figures are made here. */
    private int attend(
            Engine.Attended job,
            Plan plan,
            RunFolder folder,
            Carrying carrying,
            boolean json,
            PrintWriter out,
            PrintWriter err) {
        Following following = new Following(err, Boolean.getBoolean("rugged.terminal"), carrying.quiet || json);
        Attendance attendance = new Attendance(folder, job, following);
        String further = "every checkpoint so far is stored. To continue:\n  rugged resume " + folder.directory()
                + "\nor the same line again, --out " + folder.directory() + " included";
        Thread closing = new Thread(
                () -> {
                    attendance.stop();
                    following.close();
                    err.println("interrupted; " + further);
                },
                "closing");
        Runtime.getRuntime().addShutdownHook(closing);
        Standing standing;
        try {
            standing = attendance.follow();
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (InterruptedException | IllegalStateException shuttingDown) {
            return Exit.INTERRUPTED;
        } finally {
            following.close();
        }
        int left = standing.of() - standing.done() - standing.failures().size();
        if (left > 0) {
            err.println(left + " of " + standing.of() + " points are not there; " + further);
            return Exit.FAILED;
        }
        int code = carrying.out(plan, folder, false, false, json, out, err);
        if (code == Exit.DONE) Pieces.clear(folder);
        return code;
    }

    private static void say(Plan plan, Sending.Handed handed, PrintWriter err) {
        err.println(plan.study() + ", size " + plan.size() + ": " + handed.points() + " points in " + handed.tasks()
                + (handed.tasks() == 1 ? " task" : " tasks") + ", the longest about "
                + Numerals.duration(handed.seconds()) + " and " + Estimate.bytes(handed.heap()) + " of Java heap");
    }

    private Settings.Task task(int threads, Engine engine) {
        Settings.Task users = settings().task();
        if (minutes != null && !(minutes > 0)) throw Exit.Refused.of("--task-minutes: " + minutes + ": must be > 0");
        if (memory != null && !(memory >= 64))
            throw Exit.Refused.of("--task-memory: " + memory + ": must be >= 64 MiB");
        return new Settings.Task(
                minutes == null ? users.minutes() : minutes,
                threads > 0 ? threads : users.threads(),
                memory == null ? users.memory() : memory,
                options(users.options(), engine));
    }

    /** Settings may hold options of several engines; what is typed must be one of this. */
    private List<String> options(List<String> users, Engine engine) {
        List<String> wrong = conf.stream()
                .filter(one -> !engine.takes(one))
                .map(one -> "--conf: " + one + ": is no setting of " + engine.name()
                        + "; spark.KEY=VALUE is one of spark, --KEY=VALUE one of slurm")
                .toList();
        if (!wrong.isEmpty()) throw new Exit.Refused(wrong);
        List<String> all = new ArrayList<>(users.stream().filter(engine::takes).toList());
        all.addAll(conf);
        return all;
    }

    private static void requireOurs(RunFolder folder, Plan plan) {
        folder.agenda().filter(there -> !there.plan().equals(plan.hash())).ifPresent(other -> {
            throw Exit.Refused.of(folder.directory() + ": holds the results of another plan; choose another --out");
        });
    }
}
