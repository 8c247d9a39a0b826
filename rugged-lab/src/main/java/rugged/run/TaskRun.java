package rugged.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.motion.Task;
import rugged.num.Streams;

/**
 * The tasks of one call under way. They are handed out in their order, to the thread of the point and to others that are idle, and their results are kept in this order: when the work is left, between two tasks, what is done is
 * a beginning of the list. One that throws ends the work once those before it are done, so that the same one is named whatever the number of threads.
 */
final class TaskRun implements UnderWay {
    private final List<? extends Task> tasks;
    private final Model model;
    private final Streams streams;
    private final List<Task.Result> kept;
    private final Consumer<Task.Result> keep;

    /**
     * @param tasks all of the call
     * @param model their landscape
     * @param streams their random numbers
     * @param kept results of the first ones, which grows as {@code keep} is called
     * @param keep takes the next result
     */
    TaskRun(
            List<? extends Task> tasks,
            Model model,
            Streams streams,
            List<Task.Result> kept,
            Consumer<Task.Result> keep) {
        this.tasks = tasks;
        this.model = model;
        this.streams = streams;
        this.kept = kept;
        this.keep = keep;
    }

    /** The part of them that is done. */
    double done() {
        return tasks.isEmpty() ? 1.0 : (double) kept.size() / tasks.size();
    }

    /** How a task ended: a result, or what it threw. */
    private record End(
            Task.@Nullable Result result, @Nullable Throwable thrown) {}

    /**
     * Works until all are done or the timer says so.
     *
     * @param spare threads of the run that are idle
     * @return whether all are done
     */
    boolean advance(CheckpointTimer timer, Semaphore spare) {
        if (kept.size() == tasks.size()) return true;
        Round round = new Round(kept.size());
        List<Thread> others = new ArrayList<>();
        try {
            while (others.size() < tasks.size() - kept.size() - 1 && spare.tryAcquire())
                others.add(Thread.ofPlatform().daemon().name("rugged-task").start(round::work));
            round.lead(timer);
        } finally {
            round.halt = true;
            others.forEach(TaskRun::join);
            spare.release(others.size());
        }
        round.keepWhatIsDone();
        return kept.size() == tasks.size();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** From one look at the timer that says so to the next. */
    private final class Round {
        private final AtomicInteger next;
        private final AtomicReferenceArray<@Nullable End> ends = new AtomicReferenceArray<>(tasks.size());
        private volatile boolean halt;

        Round(int first) {
            next = new AtomicInteger(first);
        }

        /** Tasks one after another until there are none, or it is to halt. */
        void work() {
            Model own = model.fork();
            while (!halt) {
                int k = next.getAndIncrement();
                if (k >= tasks.size()) return;
                ends.set(k, end(k, own));
            }
        }

        /** The same on the thread of the point, which keeps results and looks at the timer. */
        void lead(CheckpointTimer timer) {
            Model own = model.fork();
            while (!halt) {
                int k = next.getAndIncrement();
                if (k >= tasks.size()) return;
                ends.set(k, end(k, own));
                keepWhatIsDone();
                if (timer.now()) return;
            }
        }

        private End end(int k, Model own) {
            try {
                return new End(tasks.get(k).run(own, streams.family("task", k)), null);
            } catch (RuntimeException | Error thrown) {
                halt = true;
                return new End(null, thrown);
            }
        }

        /** Keeps the results that follow those that are kept; throws what the next one threw. */
        void keepWhatIsDone() {
            while (kept.size() < tasks.size()) {
                End end = ends.get(kept.size());
                if (end == null) return;
                if (end.result != null) keep.accept(end.result);
                else if (end.thrown instanceof Error error) throw error;
                else if (end.thrown instanceof RuntimeException failed) throw failed;
            }
        }
    }

    @Override
    public SavedPoint.Moment saved() {
        return new SavedPoint.Moment(0, -1, List.of());
    }

    @Override
    public void restore(SavedPoint.Moment saved) {}

    @Override
    public List<byte[]> probes(Trajectories of) {
        return of.probes().stream().map(Probe::save).toList();
    }
}
