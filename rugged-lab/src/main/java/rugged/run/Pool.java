package rugged.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import rugged.api.LandscapeSpec;
import rugged.store.Origins;
import rugged.store.Phase;
import rugged.store.RunFolder;
import rugged.store.file.FolderLock;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecovery;
import rugged.study.Point;
import rugged.study.TheoryTask;
import rugged.study.cost.Footprint;

/**
 * Computes the points and theories of a run on a few threads, one point a thread at a time. Each point's bits depend on its own parameters only, so neither
 * the number of threads nor their order shows in the results.
 */
final class Pool {
    private static final long PATIENCE = 30_000_000_000L; // nanoseconds until a point has written its last checkpoint

    private final Work work;
    private final RunFolder folder;
    private final Execution execution;
    private final Tally tally;
    private final LongSupplier clock;
    private final Runnable unchanged;
    private final FolderLock lock;
    private final Scope scope;
    private final Landscapes landscapes;
    private final List<Task> tasks = new ArrayList<>();
    private final int threads;

    /** Threads that no point needs, which a point may use for its tasks. */
    private final Semaphore spare;

    private double busy;
    private int next;
    private int ended;
    private int solved;
    private int unsolved;
    private int alive;
    private int solving;
    private boolean closed;
    private volatile boolean stop;
    private Optional<Throwable> trouble = Optional.empty();

    /** Work for one thread, with the bytes that it takes for itself. */
    private record Task(double bytes, Runnable work) {}

    /**
     * @param work what is computed
     * @param folder where; its lock is held by the caller
     * @param execution how
     * @param tally who keeps count
     * @param clock nanoseconds, by which checkpoints are due
     * @param unchanged throws where a file that points are made of has another content than when they were planned
     * @param lock of the folder
     * @param scope which points are computed
     */
    Pool(
            Work work,
            RunFolder folder,
            Execution execution,
            Tally tally,
            LongSupplier clock,
            Runnable unchanged,
            FolderLock lock,
            Scope scope) {
        this.work = work;
        this.folder = folder;
        this.execution = execution;
        this.tally = tally;
        this.clock = clock;
        this.lock = lock;
        this.scope = scope;
        this.unchanged = unchanged;
        this.landscapes = new Landscapes(execution.memory(), () -> stop, unchanged);
        plan();
        threads = Math.max(1, Math.min(execution.threads(), tasks.size()));
        spare = new Semaphore(Math.max(0, execution.threads() - threads));
    }

    /** Theories first, because a long one that came last would leave the other threads idle; then points, those of one landscape together. */
    private void plan() {
        Map<String, TheoryTask> theories = new LinkedHashMap<>();
        for (TheoryTask theory : work.theories()) theories.putIfAbsent(theory.key(), theory);
        for (TheoryTask theory : theories.values()) {
            Optional<Checkpoint> last = standing(folder.theory(theory.key()));
            if (last.isEmpty()) {
                tasks.add(new Task(Footprint.of(theory).own(), () -> solve(theory)));
                unsolved++;
            } else if (last.get().failed())
                tally.warn(TheoryRun.complaint(theory, last.get().reason()));
        }
        Map<LandscapeSpec, List<Integer>> byLandscape = new LinkedHashMap<>();
        for (int p = 0; p < work.points().size(); p++) {
            Point point = work.points().get(p);
            Optional<Checkpoint> last = standing(folder.point(point.key()));
            if (last.isPresent()) tally.before(p, last.get());
            else if (scope != Scope.NONE)
                byLandscape
                        .computeIfAbsent(point.landscape(), spec -> new ArrayList<>())
                        .add(p);
        }
        for (int p : byLandscape.values().stream().flatMap(Collection::stream).toList()) {
            double bytes = Footprint.of(work.points().get(p)).own();
            tasks.add(new Task(bytes, () -> compute(p)));
        }
    }

    /**
     * Computes everything, and returns when it is done or was stopped; trouble with its environment is thrown.
     *
     * @return whether nothing is left
     */
    boolean run() {
        synchronized (this) {
            alive = threads;
        }
        for (int t = 1; t <= threads; t++) {
            Thread.ofPlatform().daemon().name("rugged-" + t).start(this::loop);
        }
        try {
            tally.busy(theory());
            while (!finished()) {
                lock.renew();
                tally.report();
            }
            synchronized (this) {
                closed = true;
            }
            tally.report();
        } catch (RuntimeException | Error e) {
            abandon();
            throw e;
        }
        if (trouble.isPresent()) {
            switch (trouble.get()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
        synchronized (this) {
            return ended == tasks.size();
        }
    }

    private synchronized void end(Throwable why) {
        if (trouble.isEmpty()) trouble = Optional.of(why);
        stop = true;
    }

    /** Asks the points to write their checkpoints and to stop. */
    void stop() {
        stop = true;
        synchronized (this) {
            notifyAll();
        }
    }

    /** Lets nobody write into the folder any more: its lock is about to fall. */
    private void abandon() {
        stop();
        long until = System.nanoTime() + PATIENCE;
        synchronized (this) {
            closed = true;
            while (alive > solving && System.nanoTime() < until) {
                try {
                    wait(PATIENCE / 1_000_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** How a point or a theory ended; empty when it is to be computed, or computed again. */
    private Optional<Checkpoint> standing(Path directory) {
        Optional<Checkpoint> last = PointRecovery.recover(directory, folder.disk(), tally::warn);
        if (last.isEmpty() || !last.get().ended()) return Optional.empty();
        boolean again = last.get().standing() == Checkpoint.Standing.BROKEN
                || last.get().standing() == Checkpoint.Standing.FAILED && scope == Scope.FAILED_TOO;
        if (!again) return last;
        PointRecovery.remove(directory);
        return Optional.empty();
    }

    /** Waits for at most one report's time; whether nobody is left whom it is worth waiting for: a theory under way is given up by a stop. */
    private synchronized boolean finished() {
        long until = System.nanoTime() + execution.progress().toNanos();
        try {
            while (alive > 0 && !(stop && alive == solving)) {
                long left = until - System.nanoTime();
                if (left <= 0) return false;
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException e) {
            stop = true;
            Thread.currentThread().interrupt();
        }
        return alive == 0 || stop && alive == solving;
    }

    private void loop() {
        try {
            for (Optional<Task> task = take(); task.isPresent(); task = take()) {
                try {
                    task.get().work.run();
                } finally {
                    release(task.get());
                }
            }
        } catch (RuntimeException | Error e) {
            end(e);
        } finally {
            spare.release();
            synchronized (this) {
                alive--;
                notifyAll();
            }
        }
    }

    /** The next task, as soon as there is memory for it beside those under way; one that needs more than there is runs alone. */
    private synchronized Optional<Task> take() {
        while (!stop && next < tasks.size()) {
            Task task = tasks.get(next);
            if (busy == 0 || busy + task.bytes <= execution.own()) {
                next++;
                busy += task.bytes;
                return Optional.of(task);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private synchronized void release(Task task) {
        busy = Math.max(0, busy - task.bytes);
        notifyAll();
    }

    private void compute(int p) {
        Point point = work.points().get(p);
        unchanged.run();
        try (PointFolder at = folder.openPoint(point.key(), tally::warn)) {
            CheckpointTimer timer = new CheckpointTimer(
                    clock, execution.checkpoints().toNanos(), () -> stop, fraction -> tally.at(p, fraction), at::flush);
            Origins.note(at, execution.provenance());
            PointRun run = new PointRun(point, at, timer, spare);
            Checkpoint.Standing standing = run.run(landscapes);
            if (standing == Checkpoint.Standing.RUNNING) return;
            tally.ended(p, standing, run.reason());
        }
        synchronized (this) {
            ended++;
        }
    }

    private void solve(TheoryTask theory) {
        TheoryRun run = new TheoryRun(theory);
        synchronized (this) {
            solving++;
            notifyAll();
        }
        run.solve(execution.archive());
        List<String> warnings = new ArrayList<>();
        synchronized (this) {
            solving--;
            if (closed) return;
            run.record(folder, warnings::add);
            ended++;
            solved++;
        }
        warnings.forEach(tally::warn);
        tally.busy(theory());
    }

    private synchronized @Nullable Phase theory() {
        return solved < unsolved ? new Phase("theory", solved, unsolved) : null;
    }
}
