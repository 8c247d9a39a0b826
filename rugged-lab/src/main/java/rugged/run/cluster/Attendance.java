package rugged.run.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rugged.run.Watcher;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.point.Checkpoint;

/** Follows a job that this process attends to, by the run folder alone, which every machine writes. */
public final class Attendance {
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Looking at very many points takes long: this many times as long there is no next look. */
    private static final long REST = 10;

    private static final long CLOSING_SECONDS = 100;

    private final RunFolder folder;
    private final Engine.Attended job;
    private final Watcher watcher;
    private final Set<String> told = new HashSet<>();

    /** @param watcher who is told of progress, of points that failed, and of tasks in trouble */
    public Attendance(RunFolder folder, Engine.Attended job, Watcher watcher) {
        this.folder = folder;
        this.job = job;
        this.watcher = watcher;
    }

    /** Returns when the job has ended: how the run stands then. */
    public Standing follow() throws InterruptedException {
        Duration pause = LEAST;
        while (!job.ended(pause)) {
            long begun = System.nanoTime();
            look();
            pause = Duration.ofNanos(Math.max(LEAST.toNanos(), REST * (System.nanoTime() - begun)));
        }
        settle();
        if (look().atWork() == 0) Pieces.collect(folder);
        return look();
    }

    /** Stops the job and waits for the last checkpoints of its tasks, from any thread. */
    public void stop() {
        job.stop();
        try {
            settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A driver that was killed leaves workers behind, which notice it and write their checkpoints. */
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(CLOSING_SECONDS).toNanos();
        while (System.nanoTime() < end && look().atWork() > 0) Thread.sleep(LEAST);
    }

    private synchronized Standing look() {
        job.said().forEach(watcher::warning);
        Standing standing;
        try {
            standing = Standing.of(folder);
        } catch (Damaged torn) {
            // a file that is being replaced; the next look reads it whole
            return new Standing(
                    "running",
                    1,
                    0,
                    0,
                    List.of(),
                    null,
                    null,
                    List.of(new Standing.Task(0, "at work", 0, 0, 1, "", 0)));
        }
        for (Standing.Failure one : standing.failures())
            if (told.add(one.point())) watcher.ended(one.point(), Checkpoint.Standing.FAILED, one.reason());
        for (Standing.Task task : standing.tasks())
            if (!task.reason().isEmpty() && told.add(task.task() + " " + task.reason()))
                watcher.warning("task " + task.task() + ": " + task.reason());
        watcher.progress(standing.progress());
        return standing;
    }
}
