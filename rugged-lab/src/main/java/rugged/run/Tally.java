package rugged.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rugged.run.watch.Expected;
import rugged.run.watch.ProgressRate;
import rugged.store.Phase;
import rugged.store.Progress;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.point.Checkpoint;
import rugged.study.Point;

/**
 * Keeps count of what has ended and what was warned of, and passes it on to the folder and to whoever watches. Watchers are called one at a time and without the
 * lock of the counts: a watcher may wait for whoever counts. Nobody who holds a lock that a watcher could want may warn or report.
 */
final class Tally {
    private final Work work;
    private final RunFolder folder;
    private final Watcher watcher;
    private final ProgressRate progressRate;
    private final List<String> warnings = new ArrayList<>();
    private final List<Outcome.Failure> failures = new ArrayList<>();
    private final Object telling = new Object();
    private Consumer<List<String>> book = all -> {};
    private int booked;
    private int done;
    private int before;
    private int unconverged;
    private String missed = "";

    Tally(Work work, RunFolder folder, Watcher watcher, List<String> earlier) {
        warnings.addAll(earlier);
        this.work = work;
        this.folder = folder;
        this.watcher = watcher;
        this.progressRate = rate(work.points());
    }

    /** Of protocols that decide as they run no number of gradients is expected: then points are counted. */
    private static ProgressRate rate(List<Point> points) {
        if (points.stream().anyMatch(point -> point.protocol().decides()))
            return new ProgressRate(points.stream().mapToDouble(point -> 1.0).toArray(), "points");
        return new ProgressRate(points.stream().mapToDouble(Expected::gradients).toArray(), "gradients");
    }

    /** A point that ended in an earlier session. */
    synchronized void before(int point, Checkpoint checkpoint) {
        before++;
        count(point, checkpoint.standing(), checkpoint.reason());
    }

    /** A point that has ended now. */
    void ended(int point, Checkpoint.Standing standing, String reason) {
        synchronized (this) {
            count(point, standing, reason);
        }
        synchronized (telling) {
            watcher.ended(work.points().get(point).key(), standing, reason);
        }
    }

    private void count(int point, Checkpoint.Standing standing, String reason) {
        boolean badly = standing == Checkpoint.Standing.FAILED || standing == Checkpoint.Standing.BROKEN;
        progressRate.ended(point, badly);
        if (badly) failures.add(new Outcome.Failure(work.points().get(point).key(), reason));
        else done++;
        if (!badly && !reason.isEmpty()) {
            unconverged++;
            if (missed.isEmpty()) missed = "point " + work.points().get(point).key() + " " + reason;
        }
    }

    /** Says how many minimisers were still on their way when their time was over. */
    void warnOfUnconverged() {
        String text;
        synchronized (this) {
            if (unconverged == 0) return;
            text = unconverged + " of " + work.points().size() + " points ended before their minimiser converged: "
                    + missed;
        }
        warn(text);
    }

    /** How far a point is. */
    void at(int point, double fraction) {
        progressRate.at(point, fraction);
    }

    /** Something that the user should know. */
    void warn(String text) {
        synchronized (this) {
            if (warnings.contains(text)) return;
            warnings.add(text);
        }
        synchronized (telling) {
            watcher.warning(text);
        }
    }

    /** Who writes down warnings while the run is at work, so that whoever looks at it is warned in time. */
    synchronized void book(Consumer<List<String>> writer) {
        book = writer;
        booked = warnings.size();
    }

    /** Announces the beginning. */
    void begin() {
        int ended;
        synchronized (this) {
            ended = before;
        }
        synchronized (telling) {
            watcher.begun(work.points().size(), ended);
        }
    }

    /** Writes the progress and shows it. A progress that cannot be written does not end a run: its observations may still fit. */
    void report() {
        synchronized (telling) {
            Progress progress = progressRate.now();
            try {
                folder.progress(progress);
                bookNew();
            } catch (EnvironmentFailure unwritten) {
                // the next checkpoint will find the same, and say so
            }
            watcher.progress(progress);
        }
    }

    private void bookNew() {
        List<String> all;
        Consumer<List<String>> writer;
        synchronized (this) {
            if (booked == warnings.size()) return;
            all = List.copyOf(warnings);
            writer = book;
        }
        writer.accept(all);
        synchronized (this) {
            booked = all.size();
        }
    }

    /** Says, and writes, what the run is busy with beside or after its points; null for nothing. */
    void busy(@Nullable Phase with) {
        progressRate.busy(with);
        report();
    }

    synchronized int done() {
        return done;
    }

    synchronized List<Outcome.Failure> failures() {
        return List.copyOf(failures);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }
}
