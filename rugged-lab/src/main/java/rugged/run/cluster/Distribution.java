package rugged.run.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Json;
import rugged.store.file.LocalDisk;
import rugged.store.file.StoredFile;

/**
 * One handing over of a run's points to other machines: the folder {@code cluster/N} of the run, N from 1. Each attempt at a task has a folder of its own, {@code TASK/ATTEMPT}, itself a run folder: a
 * worker that was taken for lost may write on without harm.
 *
 * @param run the run
 * @param number N
 */
public record Distribution(RunFolder run, int number) {
    private static final String FOLDER = "cluster";
    private static final String TASKS = "tasks.json";
    private static final String TROUBLE = "trouble.json";

    /** A worker writes its progress every second; one that has not for so long is lost. */
    private static final Duration LOST = Duration.ofMinutes(3);

    /** All of a run, the first first. */
    public static List<Distribution> all(RunFolder run) {
        List<Distribution> all = new ArrayList<>();
        for (int n = 1; Files.isRegularFile(new Distribution(run, n).file(TASKS)); n++)
            all.add(new Distribution(run, n));
        return all;
    }

    /** A new one. */
    public static Distribution next(RunFolder run) {
        Distribution next = new Distribution(run, all(run).size() + 1);
        try {
            Files.createDirectories(next.folder());
        } catch (IOException e) {
            throw EnvironmentFailure.writing(next.folder(), e);
        }
        return next;
    }

    /** Where it is. */
    public Path folder() {
        return run.directory().resolve(FOLDER).resolve(Integer.toString(number));
    }

    /** One of its files. */
    public Path file(String name) {
        return folder().resolve(name);
    }

    /** What was handed over. */
    public TaskList tasks() {
        return Json.read(file(TASKS), TaskList.class, StoredFile.LARGE)
                .orElseThrow(() -> new Damaged(file(TASKS), "is missing"));
    }

    /** Writes what is handed over. */
    public void tasks(TaskList list) {
        write(file(TASKS), Json.bytes(list));
    }

    /** The folder of an attempt. */
    public Path attempt(int task, String name) {
        return folder().resolve(Integer.toString(task)).resolve(name);
    }

    /** The folders of all attempts at a task, the newest first. */
    public List<Path> attempts(int task) {
        Path at = folder().resolve(Integer.toString(task));
        if (!Files.isDirectory(at)) return List.of();
        try (Stream<Path> folders = Files.list(at)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Distribution::changed).reversed())
                    .toList();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(at, e);
        }
    }

    /** Why the last attempt at a task ended early; empty where it did not. */
    public Optional<Trouble> trouble(int task) {
        return Json.read(folder().resolve(Integer.toString(task)).resolve(TROUBLE), Trouble.class);
    }

    /** Notes why an attempt at a task ended early. */
    void trouble(int task, Trouble trouble) {
        Path file = folder().resolve(Integer.toString(task)).resolve(TROUBLE);
        try {
            Files.createDirectories(folder().resolve(Integer.toString(task)));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
        write(file, Json.bytes(trouble));
    }

    /** Notes why a worker did not even begin. */
    public void note(int task, String host, String reason) {
        trouble(task, new Trouble(host, reason, 0));
    }

    /** Forgets the trouble of an earlier attempt. */
    void begin(int task) {
        Path file = folder().resolve(Integer.toString(task)).resolve(TROUBLE);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }

    /** Whether somebody works at a task now, by the clock of the disk that all machines share. */
    public boolean atWork(int task, Instant now) {
        // whoever takes a task up again removes the note of its trouble first
        if (Files.exists(folder().resolve(Integer.toString(task)).resolve(TROUBLE))) return false;
        return attempts(task).stream().anyMatch(attempt -> fresh(changed(attempt), now) && working(attempt));
    }

    /** What is written now is stamped now: a stamp from the future is left from before that clock was put right. */
    private static boolean fresh(Instant stamp, Instant now) {
        return stamp.isAfter(now.minus(LOST)) && stamp.isBefore(now.plus(LOST));
    }

    private static boolean working(Path attempt) {
        try {
            return RunFolder.at(attempt)
                    .manifest()
                    .filter(one -> one.status().equals("running"))
                    .isPresent();
        } catch (Damaged torn) {
            return true;
        }
    }

    /** When an attempt last gave a sign of life; the clock is that of the shared disk. */
    private static Instant changed(Path attempt) {
        Path progress = attempt.resolve("progress.json");
        try {
            return Files.getLastModifiedTime(Files.exists(progress) ? progress : attempt)
                    .toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /** The time by the clock that stamps files on the shared disk: clocks of machines may differ. */
    public Instant now() {
        try {
            Path probe = Files.createTempFile(folder(), "clock", "");
            try {
                return Files.getLastModifiedTime(probe).toInstant();
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException readOnly) {
            return Instant.now();
        }
    }

    /** When it was handed over, by the same clock. */
    public Instant begun() {
        try {
            return Files.getLastModifiedTime(file(TASKS)).toInstant();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file(TASKS), e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            LocalDisk.ONLY.replace(file, content, true);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }
}
