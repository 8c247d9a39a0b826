package rugged.web.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.params.Catalogue;
import rugged.report.Reporting;
import rugged.run.Acceptance;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.run.refine.RefinedRun;
import rugged.run.watch.HeapWatch;
import rugged.store.DiskArchive;
import rugged.store.Progress;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderHeld;
import rugged.study.Checked;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Experience;
import rugged.study.cost.Machine;
import rugged.study.read.Request;
import rugged.web.http.Refusal;

/** Computes runs, one after another, on the threads that it is given. Everything that it is asked for twice is done once. */
public final class RunQueue {
    /** Runs that may wait. */
    public static final int MOST_WAITING = 50;

    /** Heap of the server itself, with what its readers look at. */
    private static final double OWN_HEAP = 512.0 * (1 << 20);

    private static final System.Logger LOG = System.getLogger("rugged.web");

    private final RunIndex index;
    private final Provenance provenance;
    private final List<Job> waiting = new ArrayList<>();
    private final Map<String, Double> predicted = new HashMap<>();
    private final Object accepting = new Object();
    private final Experience experience = Experience.users();
    private int threads;
    private @Nullable Job current;
    private boolean closed;

    /** A run to be computed. */
    private static final class Job {
        final String id;
        final Plan plan;
        final RunFolder folder;
        final boolean afresh;

        /** Its stored state is that of this session, no longer that of an earlier one. */
        volatile boolean begun;

        volatile boolean stopping;

        @Nullable
        RefinedRun session;

        Job(String id, Plan plan, RunFolder folder, boolean afresh) {
            this.id = id;
            this.plan = plan;
            this.folder = folder;
            this.afresh = afresh;
        }

        /** Whether it will not go on: it was told to stop, or its folder says already how it ended. */
        boolean leaving() {
            if (stopping) return true;
            return begun
                    && folder.manifest()
                            .filter(manifest -> !RunStatus.RUNNING.word().equals(manifest.status()))
                            .isPresent();
        }
    }

    /**
     * @param index told when something happens to a run
     * @param provenance what computes
     * @param threads threads of a run
     */
    public RunQueue(RunIndex index, Provenance provenance, int threads) {
        this.index = index;
        this.provenance = provenance;
        this.threads = threads;
    }

    /** Begins to work. */
    public void start() {
        Thread.ofPlatform().name("runQueue").daemon(true).start(this::work);
    }

    /** Where a plan's run is or will be. */
    public RunFolder folder(Plan plan) {
        return RunFolder.at(index.root().resolve(plan.folder()));
    }

    /**
     * Asks for a run. One that is stored, being computed or waiting is not asked for again.
     *
     * @param afresh whether stored results are thrown away
     * @return whether something new was begun
     */
    public boolean ask(Plan plan, boolean afresh) {
        return ask(RunIndex.id(plan.folder()), plan, folder(plan), afresh);
    }

    /** Asks for a run in a folder that is there already to be continued. */
    public boolean resume(String id, Plan plan, RunFolder folder) {
        return ask(id, plan, folder, false);
    }

    private boolean ask(String id, Plan plan, RunFolder folder, boolean afresh) {
        if (!wanted(id, plan, folder, afresh)) return false;
        // a plan of very many points takes its time to write: nobody who only looks waits for it
        synchronized (accepting) {
            // of two who ask at the same time the second finds what the first has begun, and leaves its folder alone
            if (!wanted(id, plan, folder, afresh)) return false;
            if (!accept(plan, folder)) return false;
            join(new Job(id, plan, folder, afresh));
            return true;
        }
    }

    /** Looks into the folder, so the lock is not held: everybody who looks at runs needs it. */
    private boolean wanted(String id, Plan plan, RunFolder folder, boolean afresh) {
        Job own;
        synchronized (this) {
            if (waits(id)) return false;
            own = current != null && current.id.equals(id) ? current : null;
        }
        // one that is just leaving is waited for: asked for again, it goes on from what it leaves
        if (own != null && !own.leaving()) return false;
        if (!afresh && folder.holds(plan.hash())) return false;
        requirePlace();
        return true;
    }

    private synchronized void requirePlace() {
        if (closed) throw Refusal.of(503, "the server is closing");
        if (waiting.size() >= MOST_WAITING) throw Refusal.of(429, MOST_WAITING + " runs are waiting already");
    }

    private synchronized void join(Job job) {
        requirePlace();
        predicted.put(job.id, job.plan.estimate().seconds().likely());
        waiting.add(job);
        notifyAll();
    }

    /** What was answered for must be found by whoever comes after this process; whether it is for this server to compute. */
    private boolean accept(Plan plan, RunFolder folder) {
        try {
            Acceptance.write(Work.of(plan), folder, provenance, threads());
            return true;
        } catch (FolderHeld held) {
            // what is just leaving here was written down when it began, also where it has left by now
            return held.process() == ProcessHandle.current().pid();
        }
    }

    /** Whether this server computes a run. */
    public synchronized boolean computing(String id) {
        return current != null && current.id.equals(id);
    }

    /** Whether a run waits, or has its turn and has not begun. */
    public synchronized boolean queued(String id) {
        return waits(id) || (current != null && current.id.equals(id) && !current.begun);
    }

    private boolean waits(String id) {
        return waiting.stream().anyMatch(job -> job.id.equals(id));
    }

    /** The plan of a run that waits or is being computed. */
    public synchronized Optional<Plan> plan(String id) {
        if (current != null && current.id.equals(id)) return Optional.of(current.plan);
        return waiting.stream()
                .filter(job -> job.id.equals(id))
                .map(job -> job.plan)
                .findFirst();
    }

    /** Runs being computed or waiting, in order. */
    public synchronized List<String> order() {
        List<String> order = new ArrayList<>();
        if (current != null) order.add(current.id);
        waiting.forEach(job -> order.add(job.id));
        return List.copyOf(order);
    }

    /** Changes the order of those that wait; unknown ids are passed over, those not named come last. */
    public synchronized void reorder(List<String> ids) {
        waiting.sort(java.util.Comparator.comparingInt(job -> ids.contains(job.id) ? ids.indexOf(job.id) : ids.size()));
    }

    /** Stops a run at its next checkpoint, or takes it out of the queue; whether there was something to stop. */
    public boolean stop(String id) {
        Job running;
        synchronized (this) {
            if (waiting.removeIf(job -> job.id.equals(id))) return true;
            if (current == null || !current.id.equals(id)) return false;
            running = current;
        }
        stop(running);
        return true;
    }

    /** Holds also where the session does not exist yet. A session is told without the lock: it takes those of its own, whose holders may ask this queue. */
    private void stop(Job job) {
        RefinedRun session;
        synchronized (this) {
            job.stopping = true;
            session = job.session;
        }
        if (session != null) session.stop();
    }

    /** Threads of the runs that begin from now on. */
    public synchronized void threads(int count) {
        threads = count;
    }

    /** Threads of a run. */
    public synchronized int threads() {
        return threads;
    }

    /** Predicted seconds of a run that was begun here. */
    public synchronized Optional<Double> predicted(String id) {
        return Optional.ofNullable(predicted.get(id));
    }

    /** Stops everything at its next checkpoint and waits for it, at most so many seconds. */
    public void close(int seconds) {
        Job running;
        synchronized (this) {
            closed = true;
            waiting.clear();
            running = current;
            notifyAll();
        }
        if (running != null) stop(running);
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < until) {
            synchronized (this) {
                if (current == null) return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work() {
        while (true) {
            Job job = next();
            if (job == null) return;
            try {
                // what was stopped too late to stop has nothing left to do
                if (job.afresh || !job.folder.holds(job.plan.hash())) compute(job);
            } catch (RuntimeException | Error failure) {
                // the manifest says why; the next run is not its concern
                LOG.log(System.Logger.Level.WARNING, "run " + job.id + ": " + failure.getMessage());
            } finally {
                synchronized (this) {
                    current = null;
                }
                index.touch(job.id);
            }
        }
    }

    /** What is computed from beginning to end in one go tells how long the next will take. */
    private void compute(Job job) {
        boolean whole = job.afresh || !job.folder.begun();
        long from = System.nanoTime();
        Outcome outcome;
        try (HeapWatch heap = new HeapWatch(OWN_HEAP + job.plan.estimate().heap())) {
            outcome = session(job).run(job.afresh);
        }
        if (!whole || outcome.status() != RunStatus.COMPLETE) return;
        experience.add(new Experience.Run(
                job.plan.study(),
                job.plan.size(),
                job.plan.estimate().bareSeconds(),
                (System.nanoTime() - from) * 1e-9));
    }

    private synchronized @Nullable Job next() {
        try {
            while (waiting.isEmpty() && !closed) wait();
        } catch (InterruptedException e) {
            return null;
        }
        if (closed) return null;
        current = waiting.removeFirst();
        return current;
    }

    private RefinedRun session(Job job) {
        RefinedRun session = new RefinedRun(
                job.plan,
                text -> refined(job, text),
                job.folder,
                Execution.of(threads(), provenance).with(DiskArchive.users()),
                new Touching(job),
                new Reporting(job.plan, warning -> {}));
        boolean stopping;
        synchronized (this) {
            job.session = session;
            stopping = closed || job.stopping;
        }
        if (stopping) session.stop();
        return session;
    }

    /** The plan of a run to which places have come. */
    private static Plan refined(Job job, String text) {
        String file = job.folder.directory().resolve("study.yaml").toString();
        Checked checked = Planner.check(
                Request.of(file, text).untrusted(List.of(Path.of("/"))), Catalogue.standard(), Machine.here());
        return checked.plan().orElseThrow(() -> new EnvironmentFailure(checked.said(), null));
    }

    /** Where runs are. */
    public Path root() {
        return index.root();
    }

    /** Lets the index look as soon as something is new, without waiting for its round. */
    private final class Touching implements Watcher {
        private final Job job;

        Touching(Job job) {
            this.job = job;
        }

        @Override
        public void begun(int points, int ended) {
            job.begun = true;
            index.touch(job.id);
        }

        @Override
        public void progress(Progress progress) {
            index.touch(job.id);
        }
    }
}
