package rugged.run.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What carries tasks to machines. An engine is one class, which the program finds by {@link java.util.ServiceLoader}. A task is the line {@link Job#program} {@code work RUN N TASK}, which may be started
 * more than once, on any machine that shares the disk; it ends with 0 when its points are in their places, 130 or 143 when it was stopped and goes on when it is started again.
 */
public interface Engine {
    /** The word after {@code --on}, without what follows a colon. */
    String name();

    /** How many tasks one job may have. */
    int mostTasks();

    /** How long a task should be where the user does not say, s. @param all that all points take together on one core, s */
    default double taskSeconds(double all) {
        return 1800;
    }

    /** Whether an option of the user's own is one for this engine. */
    boolean takes(String option);

    /**
     * Looks whether anything can be handed over at all, before a file is written.
     *
     * @param target what followed the colon of {@code --on}
     * @throws rugged.store.file.EnvironmentFailure when not, in one sentence
     */
    default void require(String target) {}

    /**
     * Hands the tasks over.
     *
     * @throws rugged.store.file.EnvironmentFailure when they were refused
     */
    Sent send(Job job);

    /**
     * What is handed over.
     *
     * @param distribution the tasks, written down already
     * @param name of the study
     * @param target what followed the colon of {@code --on}; empty where nothing did
     * @param program the words that start this program
     * @param threads of each task
     * @param seconds that the longest task is predicted to take
     * @param heap bytes of its Java heap
     * @param options further lines for the engine, of the user's own
     */
    record Job(
            Distribution distribution,
            String name,
            String target,
            List<String> program,
            int threads,
            double seconds,
            double heap,
            List<String> options) {
        public Job {
            program = List.copyOf(program);
            options = List.copyOf(options);
        }
    }

    /**
     * What became of it.
     *
     * @param taken whether the engine took it
     * @param script what it was given
     * @param said what the user is told
     * @param attended the job, where it lives only as long as this process attends to it
     */
    record Sent(boolean taken, String script, List<String> said, Optional<Attended> attended) {
        public Sent {
            said = List.copyOf(said);
        }
    }

    /** A job that ends when this process does. */
    interface Attended {
        /** Waits until it has ended, at most so long; whether it has. */
        boolean ended(Duration longest) throws InterruptedException;

        /** What it has said since it was last asked. */
        List<String> said();

        /** Asks its tasks for checkpoints and an early end, from any thread, and returns when the job has ended. */
        void stop();
    }
}
