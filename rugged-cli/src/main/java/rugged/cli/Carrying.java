package rugged.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;
import rugged.api.Archive;
import rugged.cli.text.Exit;
import rugged.cli.text.Following;
import rugged.cli.text.Version;
import rugged.num.kernel.KernelChoice;
import rugged.report.Reporting;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.refine.RefinedRun;
import rugged.run.watch.HeapWatch;
import rugged.store.DiskArchive;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderHeld;
import rugged.study.Plan;
import rugged.study.cost.Experience;
import rugged.study.read.Request;

/** Carries a plan out in a folder: the part that {@code run} and {@code resume} share. */
final class Carrying {
    private static final long CLOSING_SECONDS = 120;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "runs side by side (default: one per core)")
    int threads;

    @Option(names = "--quiet", description = "no progress")
    boolean quiet;

    private boolean gathering;
    private boolean extending;

    /** No point is computed: what is there is reported. */
    Carrying gathering() {
        gathering = true;
        return this;
    }

    /** The folder may hold fewer points than the plan has. */
    Carrying extending() {
        extending = true;
        return this;
    }

    /** The number of threads asked for; 0 for one per core. */
    int threads() {
        if (threads < 0) throw Exit.Refused.of("--threads: " + threads + ": must be >= 1");
        return threads;
    }

    private Execution execution(boolean afresh) {
        int used = threads() > 0 ? threads() : Runtime.getRuntime().availableProcessors();
        Provenance provenance = Provenance.here(
                Version.version(), Version.commit(), KernelChoice.best().name());
        Archive archive = DiskArchive.users();
        return Execution.of(used, provenance).with(afresh ? archive.emptied() : archive);
    }

    /** So that the next prediction knows how long this one took. */
    private static void remember(Plan plan, double seconds) {
        Experience.users()
                .add(new Experience.Run(
                        plan.study(), plan.size(), plan.estimate().bareSeconds(), seconds));
    }

    /** Runs to the end or until it is interrupted; prints what was found; returns the exit code. */
    int out(
            Plan plan,
            RunFolder folder,
            boolean afresh,
            boolean retry,
            boolean json,
            PrintWriter out,
            PrintWriter err) {
        boolean terminal = Boolean.getBoolean("rugged.terminal");
        Following following = new Following(err, terminal, quiet || json);
        if (!quiet && !json && !gathering) err.println(Plans.line(plan));
        for (String warning : plan.warnings()) err.println("warning: " + warning);
        RefinedRun session = refined(plan, folder, afresh, following);
        if (retry) session.retryingFailed();
        CountDownLatch ended = new CountDownLatch(1);
        Thread closing = new Thread(() -> close(session, ended, folder, err), "closing");
        Runtime.getRuntime().addShutdownHook(closing);
        try (HeapWatch heap = new HeapWatch(plan.estimate().heap())) {
            boolean begun = folder.begun() && !afresh;
            long from = System.nanoTime();
            Outcome outcome = session.run(afresh);
            if (!begun && !gathering && outcome.status() == RunStatus.COMPLETE)
                remember(plan, (System.nanoTime() - from) * 1e-9);
            following.close();
            if (gathering && Reporting.summary(folder).isPresent()) return gathered(outcome, folder, json, out, err);
            return report(outcome, folder, json, out, err);
        } catch (EnvironmentFailure failure) {
            following.close();
            if (failure instanceof FolderHeld
                    || failure instanceof Damaged
                    || folder.agenda().isEmpty()) throw failure;
            throw new EnvironmentFailure(
                    failure.getMessage() + "; what is stored stays, to go on: rugged resume " + folder.directory(),
                    failure);
        } finally {
            following.close();
            out.flush();
            err.flush();
            ended.countDown();
            remove(closing);
        }
    }

    private RefinedRun refined(Plan plan, RunFolder folder, boolean afresh, Following following) {
        String study = folder.directory().resolve("study.yaml").toString();
        RefinedRun run = new RefinedRun(
                plan,
                text -> Plans.plan(Request.of(study, text), threads()),
                folder,
                execution(afresh),
                following,
                new Reporting(plan, following::warning));
        if (gathering) run.gathering();
        if (extending) run.extending();
        return run;
    }

    /** Ctrl-C, a kill, a terminal that closes: asks for checkpoints and waits until they are written and the last line is printed. */
    private static void close(RefinedRun session, CountDownLatch ended, RunFolder folder, PrintWriter err) {
        session.stop();
        try {
            if (ended.await(CLOSING_SECONDS, TimeUnit.SECONDS)) return;
            err.println("interrupted; every checkpoint so far is stored. To continue:");
            err.println("  rugged resume " + folder.directory());
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread closing) {
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException shuttingDown) {
            // the hook is what waits for this line
        }
    }

    private static int gathered(Outcome outcome, RunFolder folder, boolean json, PrintWriter out, PrintWriter err) {
        Showing.print(folder, json, out);
        if (outcome.left() > 0) {
            err.println(outcome.left() + " of "
                    + (outcome.left() + outcome.done() + outcome.failures().size())
                    + " points are not there. To compute them:");
            err.println("  rugged resume " + folder.directory());
        }
        return outcome.failures().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private static int report(Outcome outcome, RunFolder folder, boolean json, PrintWriter out, PrintWriter err) {
        if (outcome.status() == RunStatus.INTERRUPTED) {
            err.println(
                    outcome.left() > 0
                            ? "interrupted with " + outcome.left()
                                    + " points to go; everything so far is stored. To continue:"
                            : "interrupted when all points were there; findings, figures and report are still to be"
                                    + " made. To continue:");
            err.println("  rugged resume " + folder.directory());
            return Exit.INTERRUPTED;
        }
        Showing.print(folder, json, out);
        if (outcome.status() == RunStatus.FAILED) {
            err.println(outcome.failures().size() + " points failed; the others are stored in " + folder.directory());
            return Exit.FAILED;
        }
        return Exit.DONE;
    }
}
