package rugged.run.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.Session;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JvmFailure;
import rugged.study.Plan;
import rugged.study.Point;

/** One attempt at a task: takes over what earlier attempts left, computes in a folder of its own, and moves what has ended into its place. */
public final class Worker {
    private final Plan plan;
    private final Distribution distribution;
    private final int task;
    private final Path attempt;
    private final Execution execution;
    private final Session session;

    /**
     * @param plan the whole run
     * @param task which of the groups
     * @param name of the attempt, like no other
     * @param execution how
     */
    public Worker(Plan plan, Distribution distribution, int task, String name, Execution execution, Watcher watcher) {
        this.plan = plan;
        this.distribution = distribution;
        this.task = task;
        this.attempt = distribution.attempt(task, name);
        this.execution = execution;
        this.session = new Session(work(), RunFolder.at(attempt), execution, watcher, Session.Closing.NONE);
    }

    private Work work() {
        Set<String> wanted =
                new HashSet<>(distribution.tasks().groups().get(task).points());
        Work all = Work.of(plan);
        List<Point> ours = all.points().stream()
                .filter(point -> wanted.contains(point.key()))
                .toList();
        List<Point> left = Pieces.left(distribution.run(), ours);
        return new Work(all.study(), all.size(), all.seed(), all.plan(), all.yaml(), left, List.of(), all.inputs());
    }

    /** Asks for checkpoints and an early end, from any thread. */
    public void stop() {
        session.stop();
    }

    /**
     * Works to the end, or until it is stopped.
     *
     * @return how its points ended
     * @throws EnvironmentFailure when memory or the disk does not suffice; the reason is noted for whoever asks how the run stands
     */
    public Outcome run() {
        distribution.begin(task);
        List<Path> earlier = earlier();
        RunFolder own = RunFolder.at(attempt);
        own.create();
        try {
            for (String key : distribution.tasks().groups().get(task).points()) {
                if (Files.exists(distribution.run().point(key))) continue;
                Pieces.adopt(key, earlier, own.point(key));
            }
            Outcome outcome = session.run(false);
            Pieces.place(attempt, distribution.run());
            if (outcome.left() == 0 && outcome.failures().isEmpty()) {
                for (Path done : distribution.attempts(task)) if (done.equals(attempt)) Pieces.remove(done);
            } else if (!outcome.failures().isEmpty()) {
                note(
                        outcome.failures().getFirst().key() + " failed: "
                                + outcome.failures().getFirst().reason(),
                        shortOfMemory());
            }
            return outcome;
        } catch (RuntimeException | Error e) {
            Optional<EnvironmentFailure> machine = JvmFailure.of(e);
            Throwable said = machine.isPresent() ? machine.get() : e;
            note(
                    String.valueOf(said.getMessage()),
                    memory(e) ? Trouble.MORE * Runtime.getRuntime().maxMemory() : 0);
            throw e;
        }
    }

    /** Bytes of heap that the plan predicts, where this worker was given less; 0 otherwise. */
    private double shortOfMemory() {
        double needed = distribution.tasks().groups().get(task).heap();
        return needed > Runtime.getRuntime().maxMemory() ? needed : 0;
    }

    private static boolean memory(@org.jspecify.annotations.Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof OutOfMemoryError) return true;
        return false;
    }

    private void note(String reason, double heap) {
        try {
            distribution.trouble(task, new Trouble(execution.provenance().host(), reason, heap));
        } catch (EnvironmentFailure full) {
            // the disk that is full takes no note of it either: the log of the task says it
        }
    }

    /** Attempts at this task, and at all tasks of earlier distributions, whose groups were others. */
    private List<Path> earlier() {
        List<Path> all = new ArrayList<>(distribution.attempts(task));
        for (Distribution before : Distribution.all(distribution.run())) {
            if (before.number() >= distribution.number()) continue;
            int tasks = before.tasks().groups().size();
            for (int other = 0; other < tasks; other++) all.addAll(before.attempts(other));
        }
        return all;
    }
}
