package rugged.run.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rugged.store.Agenda;
import rugged.store.Progress;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointRecord;

/**
 * How a run stands, wherever its points are computed.
 *
 * @param status of its folder; running as well where tasks on other machines are at work
 * @param of all points
 * @param done points that ended as they should
 * @param begun points that have begun and not ended
 * @param failures points that failed, and points that are damaged
 * @param rate points per second; null before it is known
 * @param left seconds left at this rate; null before it is known, and where nobody is at work
 * @param tasks the tasks on other machines, of the last handing over
 */
public record Standing(
        String status,
        int of,
        int done,
        int begun,
        List<Failure> failures,
        @Nullable Double rate,
        @Nullable Double left,
        List<Task> tasks) {
    public Standing {
        failures = List.copyOf(failures);
        tasks = List.copyOf(tasks);
    }

    /**
     * A point that failed.
     *
     * @param point its key
     * @param coordinates what distinguishes it from others
     * @param reason why
     */
    public record Failure(String point, Map<String, String> coordinates, String reason) {}

    /**
     * A task.
     *
     * @param task its number
     * @param state done, at work, stopped (it was begun, and nobody is at work), failed, waiting
     * @param done of its points; those that ended in the folder of an attempt at work among them, which are moved to their place when it ends
     * @param moving how many of these are not in their place yet
     * @param of its points
     * @param reason why it failed; empty otherwise
     * @param heap bytes of Java heap that would do, where memory was the reason; 0 otherwise
     */
    public record Task(int task, String state, int done, int moving, int of, String reason, double heap) {}

    private static final String AT_WORK = "at work";

    /** How many tasks are at work. */
    public long atWork() {
        return tasks.stream().filter(task -> task.state().equals(AT_WORK)).count();
    }

    /** The same as a run says it that is computed here. */
    public Progress progress() {
        return new Progress(
                done,
                of,
                "points",
                rate,
                left,
                done + failures.size(),
                failures.size(),
                of,
                Instant.now().toString(),
                null);
    }

    /** Looks at a run; nothing is changed. */
    public static Standing of(RunFolder run) {
        Agenda agenda =
                run.agenda().orElseThrow(() -> new Damaged(run.directory().resolve("plan.json"), "is missing"));
        Map<String, Checkpoint> last = new HashMap<>();
        List<Failure> failures = new ArrayList<>();
        Set<String> there = Pieces.there(run);
        for (Agenda.Entry point : agenda.points()) {
            if (!there.contains(point.key())) continue;
            try {
                new PointRecord(run.point(point.key())).checkpoint().ifPresent(one -> last.put(point.key(), one));
            } catch (Damaged damaged) {
                failures.add(new Failure(point.key(), point.coordinates(), String.valueOf(damaged.getMessage())));
            }
        }
        List<Distribution> all = Distribution.all(run);
        Optional<Distribution> current = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        List<Task> tasks = current.map(one -> tasks(one, last)).orElse(List.of());
        int done = tasks.stream().mapToInt(Task::moving).sum();
        int begun = 0;
        for (Agenda.Entry point : agenda.points()) {
            Checkpoint one = last.get(point.key());
            if (one == null) continue;
            if (!one.ended()) begun++;
            else if (one.failed()) failures.add(new Failure(point.key(), point.coordinates(), one.reason()));
            else done++;
        }
        boolean away = tasks.stream().anyMatch(task -> task.state().equals(AT_WORK));
        String status = away ? RunStatus.RUNNING.word() : run.status().word();
        Standing bare = new Standing(status, agenda.points().size(), done, begun, failures, null, null, tasks);
        return current.isPresent() ? bare.paced(current.get()) : bare.paced(run.progress());
    }

    /** At the rate at which this process's points end. */
    private Standing paced(Optional<Progress> progress) {
        if (progress.isEmpty() || !status.equals(RunStatus.RUNNING.word())) return this;
        Double seconds = progress.get().left();
        int open = of - done - failures.size();
        Double pace = seconds == null || seconds <= 0 ? null : open / seconds;
        return new Standing(status, of, done, begun, failures, pace, seconds, tasks);
    }

    /** At the rate at which points have come to their place since they were handed over. */
    private Standing paced(Distribution current) {
        int handed = tasks.stream().mapToInt(Task::of).sum();
        int there = tasks.stream().mapToInt(Task::done).sum();
        double seconds = Duration.between(current.begun(), current.now()).toMillis() / 1000.0;
        if (there == 0 || seconds <= 0 || atWork() == 0) return this;
        double pace = there / seconds;
        return new Standing(status, of, done, begun, failures, pace, (handed - there) / pace, tasks);
    }

    private static List<Task> tasks(Distribution current, Map<String, Checkpoint> last) {
        List<Task> tasks = new ArrayList<>();
        Instant now = current.now();
        List<Group> groups = current.tasks().groups();
        for (int t = 0; t < groups.size(); t++) {
            List<String> points = groups.get(t).points();
            int done = (int) points.stream()
                    .filter(key -> Optional.ofNullable(last.get(key))
                            .filter(Checkpoint::ended)
                            .isPresent())
                    .count();
            Optional<Trouble> trouble = trouble(current, t);
            String state;
            if (done == points.size()) state = "done";
            else if (current.atWork(t, now)) state = AT_WORK;
            else if (trouble.isPresent()) state = "failed";
            else state = current.attempts(t).isEmpty() ? "waiting" : "stopped";
            boolean said = state.equals("failed");
            int moving = state.equals(AT_WORK) ? Math.min(points.size() - done, moving(current, t)) : 0;
            tasks.add(new Task(
                    t,
                    state,
                    done + moving,
                    moving,
                    points.size(),
                    said ? trouble.get().host() + ": " + trouble.get().reason() : "",
                    said ? trouble.get().heap() : 0));
        }
        return tasks;
    }

    /** Points that ended in the folder of the newest attempt. */
    private static int moving(Distribution current, int task) {
        try {
            return current.attempts(task).stream()
                    .findFirst()
                    .flatMap(attempt -> RunFolder.at(attempt).progress())
                    .map(progress -> progress.points() - progress.failed())
                    .orElse(0);
        } catch (EnvironmentFailure tidied) {
            return 0;
        }
    }

    private static Optional<Trouble> trouble(Distribution current, int task) {
        try {
            return current.trouble(task);
        } catch (EnvironmentFailure torn) {
            return Optional.of(new Trouble("", String.valueOf(torn.getMessage()), 0));
        }
    }
}
