package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.store.Progress;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.study.TheoryTask;

/** Stopping does not wait for whoever watches, and no watcher is called with a lock that stopping needs. */
@Timeout(60)
final class StopTest {
    private static final CountDownLatch WATCHED = new CountDownLatch(1);
    private static final CountDownLatch SOLVED = new CountDownLatch(1);
    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    @TempDir
    Path directory;

    /** A theory that ends without a value, of which the user is warned, while a watcher is being told how far the run is. */
    record Valueless() implements TheorySpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(ToyObservables.ENERGY);
        }

        @Override
        public Validity validity() {
            return Validity.EXACT;
        }

        @Override
        public Solution solve(Schedule grid, Sink out) {
            await(WATCHED);
            SOLVED.countDown();
            return new Solution(false, 1, Double.NaN, "nothing here");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWarning() {
        while (Thread.getAllStackTraces().entrySet().stream()
                .noneMatch(thread -> thread.getKey().getName().equals("rugged-1")
                        && thread.getKey().getState() == Thread.State.BLOCKED
                        && List.of(thread.getValue()).toString().contains("Tally.warn"))) Thread.onSpinWait();
    }

    @Test
    void aStopReturnsWhileAWatcherIsToldAndAWarningWaits() throws Exception {
        TheoryTask theory = new TheoryTask("valueless", "00none", new Valueless(), Schedule.at(0), Map.of());
        Work work = new Work("toy", "quick", 1, "abc", "study: toy\n", List.of(), List.of(theory));
        Watcher slow = new Watcher() {
            @Override
            public void progress(Progress progress) {
                WATCHED.countDown();
                StopTest.await(STOPPED);
            }
        };
        RunFolder folder = RunFolder.at(directory);
        Session session = new Session(work, folder, SessionTest.quick(1), slow, Session.Closing.NONE);
        Thread run = Thread.ofPlatform().daemon().start(() -> session.run(false));
        await(SOLVED);
        awaitWarning();
        Thread stop = Thread.ofPlatform().daemon().start(session::stop);
        assertThat(stop.join(java.time.Duration.ofSeconds(20)))
                .as("the stop returned")
                .isTrue();
        STOPPED.countDown();
        run.join();
        assertThat(folder.manifest().orElseThrow().warnings()).anyMatch(warning -> warning.contains("nothing here"));
        assertThat(folder.status()).isIn(RunStatus.INTERRUPTED, RunStatus.COMPLETE);
    }
}
