package rugged.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.Following;
import rugged.cli.text.Version;
import rugged.num.kernel.KernelChoice;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.cluster.Distribution;
import rugged.run.cluster.TaskList;
import rugged.run.cluster.Worker;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.study.Plan;

/** {@code rugged work RUN N TASK}: one task of a run that was handed over to an engine; the engine's scripts start it. */
@Command(
        name = "work",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Computes one task of a run that was handed over to an engine; its scripts call this.")
final class WorkCommand implements Callable<Integer> {
    private static final long CLOSING_SECONDS = 100;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "the run folder")
    Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "N", description = "which handing over")
    int number;

    @Parameters(index = "2", paramLabel = "TASK", description = "the task, from 0")
    int task;

    @Option(names = "--leash", description = "stops, with checkpoints, when standard input ends")
    boolean leash;

    @Mixin
    Carrying carrying = new Carrying();

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        RunFolder folder = Folders.existing(directory);
        Distribution distribution = new Distribution(folder, number);
        TaskList tasks = distribution.tasks();
        if (task < 0 || task >= tasks.groups().size())
            throw Exit.Refused.of(
                    "TASK: " + task + ": must be in [0, " + (tasks.groups().size() - 1) + "]");
        Provenance here = Provenance.here(
                Version.version(), Version.commit(), KernelChoice.best().name());
        requireSameProgram(distribution, tasks, here);
        Plan plan = plan(folder, distribution, here);
        if (!plan.hash().equals(tasks.plan()))
            throw refused(
                    distribution,
                    here,
                    "reads the study as plan " + plan.hash() + ", which was handed over as " + tasks.plan());
        String attempt = here.host() + "-" + ProcessHandle.current().pid() + "-" + System.currentTimeMillis();
        Worker worker = new Worker(
                plan,
                distribution,
                task,
                attempt,
                Execution.of(Math.max(1, carrying.threads()), here),
                new Following(err, false, carrying.quiet));
        CountDownLatch ended = new CountDownLatch(1);
        Thread closing = new Thread(() -> close(worker, ended), "closing");
        Runtime.getRuntime().addShutdownHook(closing);
        if (leash) Thread.ofPlatform().daemon().name("leash").start(() -> leash(worker));
        try {
            return code(worker.run(), err);
        } finally {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(closing);
            } catch (IllegalStateException shuttingDown) {
                // the hook is what waits for this line
            }
        }
    }

    private Plan plan(RunFolder folder, Distribution distribution, Provenance here) {
        try {
            return Plans.handedOver(Folders.request(folder, with.files()));
        } catch (Exit.Refused refused) {
            throw refused(
                    distribution,
                    here,
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static void close(Worker worker, CountDownLatch ended) {
        worker.stop();
        try {
            ended.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever started this process holds the other end: it ends with them. */
    private static void leash(Worker worker) {
        try {
            while (System.in.read() >= 0) {
                // nobody says anything here
            }
        } catch (IOException gone) {
            // the same as its end
        }
        worker.stop();
    }

    private int code(Outcome outcome, PrintWriter err) {
        if (outcome.left() > 0) {
            err.println("task " + task + ": stopped with " + outcome.left() + " points to go, from its checkpoints");
            return Exit.INTERRUPTED;
        }
        err.println("task " + task + ": " + outcome.done() + " points are there"
                + (outcome.failures().isEmpty() ? "" : ", " + outcome.failures().size() + " failed"));
        return outcome.failures().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private void requireSameProgram(Distribution distribution, TaskList tasks, Provenance here) {
        if (tasks.version().equals(here.version()) && tasks.commit().equals(here.commit())) return;
        throw refused(
                distribution,
                here,
                "runs " + here.program() + ", the run was handed over by rugged " + tasks.version() + " ("
                        + tasks.commit() + "): its points would not be the same");
    }

    private Exit.Refused refused(Distribution distribution, Provenance here, String why) {
        String line = "worker on " + here.host() + ": " + why;
        distribution.note(task, here.host(), line);
        return Exit.Refused.of(line);
    }
}
