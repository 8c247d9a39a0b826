package rugged.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rugged.num.kernel.KernelChoice;
import rugged.params.Catalogue;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.Disk;
import rugged.store.file.FolderLock;
import rugged.store.file.LocalDisk;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** Who asks for the same run at the same time gets the same run. */
@Timeout(60)
final class RunQueueTest {
    @TempDir
    Path root;

    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** A disk on which the first file takes until it may. */
    private final class SlowDisk implements Disk {
        @Override
        public Log append(Path file, long length) throws IOException {
            return LocalDisk.ONLY.append(file, length);
        }

        @Override
        public void replace(Path file, byte[] content, boolean durable) throws IOException {
            writing.countDown();
            try {
                assertThat(goOn.await(50, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            LocalDisk.ONLY.replace(file, content, durable);
        }

        @Override
        public void sync(Path path) {}

        @Override
        public void rename(Path from, Path to) throws IOException {
            LocalDisk.ONLY.rename(from, to);
        }
    }

    private static Plan plan() {
        String study = """
            study: small
            landscape: { is: pspin, n: 16 }
            dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }
            protocol: { is: quench, until: 1 }
            observe: [energy]
            """;
        return Planner.check(Request.of("small.yaml", study), Catalogue.standard(), Machine.here())
                .plan()
                .orElseThrow();
    }

    private RunQueue queue() {
        return new RunQueue(
                new RunIndex(root, InstantSource.system()),
                Provenance.here("test", "test", KernelChoice.best().name()),
                1);
    }

    @Test
    void ofTwoWhoAskAtTheSameTimeOneBegins() throws Exception {
        Plan plan = plan();
        RunQueue queue = queue();
        RunFolder slow = new RunFolder(root.resolve("small"), new SlowDisk());
        // what the second would write, it would write here, so that it shows
        Path elsewhere = root.resolve("elsewhere");
        FutureTask<Boolean> first = new FutureTask<>(() -> queue.resume("small", plan, slow));
        FutureTask<Boolean> second = new FutureTask<>(() -> queue.resume("small", plan, RunFolder.at(elsewhere)));
        Thread.ofPlatform().daemon().start(first);
        assertThat(writing.await(50, TimeUnit.SECONDS)).isTrue();
        Thread waiting = Thread.ofPlatform().daemon().start(second);
        while (waiting.getState() != Thread.State.BLOCKED) Thread.onSpinWait();
        goOn.countDown();
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isFalse();
        assertThat(queue.order()).containsExactly("small");
        assertThat(elsewhere)
                .as("the lock of the run that begins is not taken from it")
                .doesNotExist();
    }

    @Test
    void whatIsJustLeavingIsTakenUpAgain() {
        RunQueue queue = queue();
        RunFolder folder = RunFolder.at(root.resolve("small"));
        folder.create();
        // as a session of this process does that writes its last files
        try (FolderLock leaving = folder.lock()) {
            assertThat(queue.resume("small", plan(), folder)).isTrue();
        }
        assertThat(queue.order()).containsExactly("small");
    }
}
