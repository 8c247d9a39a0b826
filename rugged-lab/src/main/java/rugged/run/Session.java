package rugged.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import rugged.api.DataMissing;
import rugged.params.BadParameter;
import rugged.store.Agenda;
import rugged.store.Integrity;
import rugged.store.Manifest;
import rugged.store.Origins;
import rugged.store.Phase;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.store.file.JvmFailure;
import rugged.study.Point;

/**
 * A run carried out, from its beginning or from where an earlier session left it, to its end or until it is stopped: the two differ in nothing but what is
 * found in the folder. Points that have ended there are not computed again.
 */
public final class Session {
    private final Work work;
    private final RunFolder folder;
    private final Execution execution;
    private final Watcher watcher;
    private final Closing closing;
    private final LongSupplier clock;
    private Optional<Pool> pool = Optional.empty();
    private boolean stopped;
    private Scope scope = Scope.LEFT;
    private boolean growing;

    /** What is done with the results once all points have ended, while the folder is still held: tables, figures, findings. */
    @FunctionalInterface
    public interface Closing {
        /** Nothing more. */
        Closing NONE = (folder, outcome) -> {};

        /**
         * Called once, after the last point, unless the run was interrupted; where points were only gathered, after those that are there.
         *
         * @param folder the results
         * @param outcome how the points ended
         */
        void close(RunFolder folder, Outcome outcome);

        /**
         * Called before the first point is computed.
         *
         * @throws EnvironmentFailure when it is known already that this machine cannot {@link #close}
         */
        default void prepare() {}

        /** Tells {@link #close} whom to tell what it is busy with. */
        default void tell(Consumer<Phase> listener) {}

        /** Asks {@link #close}, from any thread, to end early, by throwing {@link Stopped}. */
        default void stop() {}
    }

    /**
     * @param work what is computed
     * @param folder where; created when it is missing
     * @param execution how
     * @param watcher who is told
     * @param closing what is done with the results
     */
    public Session(Work work, RunFolder folder, Execution execution, Watcher watcher, Closing closing) {
        this(work, folder, execution, watcher, closing, System::nanoTime);
    }

    /** The same by another clock, so that checkpoints fall where a test wants them. */
    Session(Work work, RunFolder folder, Execution execution, Watcher watcher, Closing closing, LongSupplier clock) {
        this.work = work;
        this.folder = folder;
        this.execution = execution;
        this.watcher = watcher;
        this.closing = closing;
        this.clock = clock;
    }

    /**
     * Carries the run out; see {@link #stop}.
     *
     * @param afresh whether results that are there already are thrown away
     * @throws rugged.store.file.FolderHeld when another process writes the folder
     * @throws EnvironmentFailure when the disk is full or memory does not suffice; what was stored before stays, and a later session goes on from it
     * @throws BadParameter when the folder holds the results of another plan
     */
    public Outcome run(boolean afresh) {
        long begun = System.nanoTime();
        folder.create();
        try (FolderLock lock = folder.lock()) {
            if (!afresh) folder.requireOwn();
            else lock.alone(folder::clear);
            List<Integrity.Damage> damage = new Integrity(folder).files();
            requireSamePoints();
            Optional<Manifest> earlier = earlier();
            List<String> said = earlier.map(Manifest::warnings).orElseGet(List::of).stream()
                    .filter(warning -> !TheoryRun.complaint(warning) && !Origins.complaint(warning))
                    .toList();
            Tally tally = new Tally(work, folder, watcher, said);
            for (Integrity.Damage one : damage)
                tally.warn(folder.directory().resolve(one.file()) + " " + one.what() + "; made again");
            Manifest manifest = open(earlier, tally, lock);
            tally.book(warnings ->
                    folder.manifest(manifest.ended(RunStatus.RUNNING, "", seconds(manifest, begun), warnings)));
            try {
                closing.prepare();
                Pool threads =
                        new Pool(work, folder, execution, tally, clock, () -> requireInputs(manifest), lock, scope);
                tally.begin();
                employ(threads);
                boolean whole = threads.run();
                if (whole) remark(tally);
                Outcome outcome = outcome(tally, whole, seconds(manifest, begun));
                boolean drawn = whole && drawn(outcome, lock, tally);
                if (!drawn) outcome = outcome.interrupted();
                folder.vouch(drawn);
                folder.manifest(manifest.ended(outcome.status(), "", seconds(manifest, begun), outcome.warnings()));
                return outcome;
            } catch (RuntimeException | Error e) {
                Optional<EnvironmentFailure> machine = JvmFailure.of(e);
                fail(manifest, machine.isPresent() ? machine.get() : e, tally, begun);
                if (machine.isPresent()) throw machine.get();
                throw e;
            }
        }
    }

    /** Points that their physics ended are computed again as well; to be said before the run. */
    public Session retryingFailed() {
        scope = Scope.FAILED_TOO;
        return this;
    }

    /** No point is computed: what is there is reported, as an interrupted run where points are missing; to be said before the run. */
    public Session gathering() {
        scope = Scope.NONE;
        return this;
    }

    /** The folder may hold fewer points than there are now; to be said before the run. */
    public Session extending() {
        growing = true;
        return this;
    }

    /** What there is to say of all points together. */
    private void remark(Tally tally) {
        tally.warnOfUnconverged();
        Origins.mixture(folder, work.points().stream().map(Point::key)).ifPresent(tally::warn);
    }

    /** Makes of the results what is to be made of them; whether it came to its end. */
    private boolean drawn(Outcome outcome, FolderLock lock, Tally tally) {
        synchronized (this) {
            if (stopped) return false;
        }
        lock.renew();
        lock.alone(folder::reopen);
        try {
            closing.tell(tally::busy);
            closing.close(folder, outcome);
            return true;
        } catch (Stopped early) {
            return false;
        } finally {
            tally.busy(null);
        }
    }

    /** How it came about so far; nothing where that was lost, or where it was only accepted. */
    private Optional<Manifest> earlier() {
        try {
            return folder.manifest().filter(Manifest::begun);
        } catch (Damaged lost) {
            return Optional.empty();
        }
    }

    /** Asks the run to write its checkpoints and to return, from any thread: within one round of steps of each point. */
    public synchronized void stop() {
        stopped = true;
        pool.ifPresent(Pool::stop);
        closing.stop();
    }

    private synchronized void employ(Pool threads) {
        pool = Optional.of(threads);
        if (stopped) threads.stop();
    }

    /** Another plan is welcome where it computes the same points: it only draws them differently. */
    private void requireSamePoints() {
        Set<String> ours = keys(work.agenda());
        Optional<Agenda> before;
        try {
            before = folder.agenda();
        } catch (Damaged lost) {
            before = Optional.empty(); // points are found by their keys
        }
        before.filter(there ->
                        growing ? !ours.containsAll(keys(there)) : !keys(there).equals(ours))
                .ifPresent(other -> {
                    throw new BadParameter(
                            "out",
                            folder.directory(),
                            "holds the results of another plan",
                            "choose another folder, or --force");
                });
    }

    /** No point may be computed from other files than its key says: neither before it is, nor while it is. */
    private static void requireInputs(Manifest manifest) {
        List<String> changes = manifest.changesOfData();
        if (!changes.isEmpty()) throw new DataMissing(String.join("; ", changes));
    }

    private static Set<String> keys(Agenda agenda) {
        Set<String> keys = new HashSet<>();
        for (Agenda.Entry point : agenda.points()) keys.add(point.key());
        return keys;
    }

    /** Writes what the run is, before it is anything. */
    private Manifest open(Optional<Manifest> before, Tally tally, FolderLock lock) {
        Provenance by = execution.provenance();
        String kernels = work.kernels(by.vectors());
        before.filter(earlier -> !earlier.vectors().equals(kernels))
                .ifPresent(earlier -> tally.warn(
                        "an earlier session computed with " + earlier.vectors() + ", this one with " + kernels
                                + ": points that both worked on differ in their last bits from an uninterrupted run"));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                work.study(),
                work.size(),
                work.seed(),
                work.plan(),
                by.version(),
                by.commit(),
                by.jdk(),
                by.cpu(),
                execution.threads(),
                kernels,
                before.map(Manifest::start).orElseGet(() -> Instant.now().toString()),
                before.map(Manifest::seconds).orElse(0.0),
                before.map(Manifest::sessions).orElse(0) + 1,
                RunStatus.RUNNING.word(),
                "",
                tally.warnings(),
                work.inputs());
        lock.alone(() -> {
            // what was made of fewer points does not count from here on
            if (growing) folder.reopen();
            folder.begin(work.yaml(), work.agenda(), work.quantities());
            folder.manifest(manifest);
        });
        return manifest;
    }

    private Outcome outcome(Tally tally, boolean whole, double seconds) {
        int left = work.points().size() - tally.done() - tally.failures().size();
        RunStatus status = RunStatus.COMPLETE;
        if (!tally.failures().isEmpty()) status = RunStatus.FAILED;
        if (!whole || left > 0) status = RunStatus.INTERRUPTED;
        return new Outcome(status, tally.done(), tally.failures(), left, seconds, tally.warnings());
    }

    /** Says in the manifest why the run ended; when not even that can be written, the lock that falls says that it did. */
    private void fail(Manifest manifest, Throwable e, Tally tally, long begun) {
        String reason = e.getMessage() == null ? "an error of the program itself" : e.getMessage();
        // what the machine could not give today, it may give to the next session
        boolean later = e instanceof EnvironmentFailure machine && !machine.writing();
        RunStatus status = later ? RunStatus.INTERRUPTED : RunStatus.FAILED;
        Manifest ended = manifest.ended(status, reason, seconds(manifest, begun), tally.warnings());
        try {
            try {
                folder.vouch(false);
                folder.manifest(ended);
            } catch (EnvironmentFailure full) {
                // the reason is worth more than how far the run was, and fits where that stood
                folder.forgetProgress();
                folder.manifest(ended);
            }
        } catch (EnvironmentFailure unwritten) {
            e.addSuppressed(unwritten);
        }
    }

    private static double seconds(Manifest manifest, long begun) {
        return manifest.seconds() + (System.nanoTime() - begun) * 1e-9;
    }
}
