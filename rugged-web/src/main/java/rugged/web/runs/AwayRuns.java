package rugged.web.runs;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.run.Watcher;
import rugged.run.cluster.Attendance;
import rugged.run.cluster.Engine;
import rugged.run.cluster.Engines;
import rugged.run.cluster.LaunchWords;
import rugged.run.cluster.Pieces;
import rugged.run.cluster.Sending;
import rugged.run.cluster.Settings;
import rugged.run.cluster.Standing;
import rugged.store.Progress;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.study.Plan;
import rugged.web.http.Refusal;

/**
 * Runs whose points an engine computes on other machines. Each is followed by its folder, which those machines write; when all points are there the queue makes tables and findings. What this server
 * no longer follows, because it was told to stop or was started anew, goes on or not as its engine decides, and is gathered when it is resumed.
 */
public final class AwayRuns {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger("rugged.web");

    private final RunQueue queue;
    private final RunIndex index;
    private final Provenance provenance;
    private final Map<String, Followed> followed = new HashMap<>();

    /**
     * @param queue gathers what is complete
     * @param index told when something happens to a run
     * @param provenance what hands over
     */
    public AwayRuns(RunQueue queue, RunIndex index, Provenance provenance) {
        this.queue = queue;
        this.index = index;
        this.provenance = provenance;
    }

    /** A run that is away, and what to do to bring it back early. */
    private static final class Followed {
        volatile boolean left;

        @Nullable
        volatile Attendance attendance;
    }

    /** Whether an engine computes a run, as far as this server knows. */
    public synchronized boolean has(String id) {
        return followed.containsKey(id);
    }

    /**
     * Hands a plan over; a run that is away already is left alone.
     *
     * @param on engine, with a colon and its target where it needs one
     * @return whether something was handed over
     */
    public boolean send(Plan plan, String on) {
        Engine engine = engine(on);
        String[] words = on.split(":", 2);
        RunFolder folder = queue.folder(plan);
        String id = RunIndex.id(plan.folder());
        Followed mine = new Followed();
        synchronized (this) {
            if (followed.containsKey(id) || queue.queued(id) || queue.computing(id) || folder.holds(plan.hash()))
                return false;
            followed.put(id, mine);
        }
        try {
            Sending sending = new Sending(provenance, task(engine), LaunchWords.here());
            Optional<Sending.Handed> handed = sending.send(plan, folder, engine, words.length > 1 ? words[1] : "");
            handed.filter(one -> !one.sent().taken()).ifPresent(one -> {
                throw Refusal.of(409, String.join(" ", one.sent().said()).replaceAll("\\s+", " "));
            });
            Optional<Engine.Attended> job = handed.flatMap(one -> one.sent().attended());
            Thread.ofVirtual().name("away " + id).start(() -> follow(id, plan, folder, mine, job));
            return true;
        } catch (EnvironmentFailure failure) {
            forget(id);
            throw Refusal.of(409, String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            forget(id);
            throw failure;
        }
    }

    private static Engine engine(String on) {
        Problems problems = new Problems();
        Settings.requireEngine(Node.Place.of("on"), "on", on, problems);
        if (!problems.none()) throw new Refusal(422, "there is no such engine", problems.list(), null);
        return Engines.of(on).orElseThrow(() -> Refusal.malformed("on: local is no engine to send to"));
    }

    private static Settings.Task task(Engine engine) {
        Problems problems = new Problems();
        Settings settings = Settings.users(problems)
                .orElseThrow(() -> new Refusal(409, "your settings have mistakes", problems.list(), null));
        Settings.Task task = settings.task();
        return new Settings.Task(
                task.minutes(),
                task.threads(),
                task.memory(),
                task.options().stream().filter(engine::takes).toList());
    }

    private void follow(String id, Plan plan, RunFolder folder, Followed mine, Optional<Engine.Attended> job) {
        try {
            Standing standing;
            if (job.isPresent()) {
                Attendance attendance = new Attendance(folder, job.get(), new Told(id, folder));
                mine.attendance = attendance;
                if (mine.left) attendance.stop();
                standing = attendance.follow();
            } else {
                standing = poll(id, folder, mine);
            }
            boolean whole = standing.done() + standing.failures().size() >= standing.of();
            if (whole) Pieces.collect(folder);
            // before it is forgotten here, so that it waits all the time
            if (whole && !mine.left) queue.resume(id, plan, folder);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "run " + id + ": " + failure.getMessage());
        } finally {
            forget(id);
        }
        index.touch(id);
    }

    /** Looks now and then, until all points are there or nobody cares any longer. */
    private Standing poll(String id, RunFolder folder, Followed mine) throws InterruptedException {
        Told told = new Told(id, folder);
        Standing standing = Standing.of(folder);
        while (!mine.left && standing.done() + standing.failures().size() < standing.of()) {
            Thread.sleep(PAUSE);
            try {
                standing = Standing.of(folder);
                told.progress(standing.progress());
            } catch (Damaged torn) {
                // a file that is being replaced; the next look reads it whole
            }
        }
        return standing;
    }

    private synchronized void forget(String id) {
        followed.remove(id);
    }

    /** Ends a job that lives by this server, and follows others no longer; whether the run was away. */
    public boolean stop(String id) {
        Followed one;
        synchronized (this) {
            one = followed.get(id);
        }
        if (one == null) return false;
        leave(one);
        return true;
    }

    private static void leave(Followed one) {
        one.left = true;
        Attendance attendance = one.attendance;
        if (attendance != null) Thread.ofVirtual().start(attendance::stop);
    }

    /** Lets go of everything. */
    public void close() {
        List<Followed> all;
        synchronized (this) {
            all = List.copyOf(followed.values());
        }
        all.forEach(AwayRuns::leave);
    }

    /** Writes progress where the page looks for it. */
    private final class Told implements Watcher {
        private final String id;
        private final RunFolder folder;

        Told(String id, RunFolder folder) {
            this.id = id;
            this.folder = folder;
        }

        @Override
        public void progress(Progress progress) {
            folder.progress(progress);
            index.touch(id);
        }
    }
}
