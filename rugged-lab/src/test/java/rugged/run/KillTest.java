package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.FolderHeld;
import rugged.store.file.FolderLock;
import rugged.store.file.Looking;

/** Real processes: one that is killed, two on one folder. */
class KillTest {
    private static final int KILLS = 20;
    private static final int LONGEST_LIFE = 400; // milliseconds after it began

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Tag("slow")
    void aKilledProcessLosesNothingAndDoublesNothing(int threads) throws Exception {
        Path whole = directory.resolve("whole");
        Path killed = directory.resolve("killed");
        new Session(ChildRun.work(), RunFolder.at(whole), SessionTest.quick(2), Watcher.NONE, Session.Closing.NONE)
                .run(false);
        Random random = new Random(threads);
        int kills = 0;
        while (kills < KILLS) {
            Process process = ChildRun.start(killed, threads);
            begun(process);
            boolean ended = process.waitFor(random.nextInt(LONGEST_LIFE), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                kills++;
            }
            if (RunFolder.at(killed).status() == RunStatus.COMPLETE) {
                // it came to its end, perhaps while it was being killed: compared, and begun anew
                assertThat(Footprint.of(killed)).isEqualTo(Footprint.of(whole));
                RunFolder.at(killed).clear();
            } else {
                assertThat(ended).isFalse();
                assertThat(RunFolder.at(killed).status()).isEqualTo(RunStatus.INTERRUPTED);
            }
        }
        Process last = ChildRun.start(killed, threads);
        assertThat(last.waitFor()).isZero();
        assertThat(Footprint.of(killed)).isEqualTo(Footprint.of(whole));
    }

    @Test
    void aSecondProcessIsRefusedAndToldTheFirst() throws Exception {
        Process first = ChildRun.start(directory, 1);
        try {
            begun(first);
            assertThat(FolderLock.heldBy(directory)).isEqualTo(first.pid());
            assertThat(RunFolder.at(directory).status()).isEqualTo(RunStatus.RUNNING);
            Session second = new Session(
                    ChildRun.work(), RunFolder.at(directory), SessionTest.quick(1), Watcher.NONE, Session.Closing.NONE);
            assertThatThrownBy(() -> second.run(false))
                    .isInstanceOf(FolderHeld.class)
                    .hasMessageContaining("process " + first.pid());
            // neither looking nor being refused may have taken the lock away
            assertThat(FolderLock.heldBy(directory)).isEqualTo(first.pid());
            try (Looking looking = Looking.at(directory)) {
                assertThat(FolderLock.heldBy(directory)).isEqualTo(first.pid());
            }
            Files.delete(directory.resolve("lock"));
            assertThatThrownBy(() -> second.run(false)).isInstanceOf(FolderHeld.class);
            assertThat(FolderLock.heldBy(directory)).isEqualTo(first.pid());
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(RunFolder.at(directory).status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    private static void begun(Process process) throws Exception {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("begun");
    }
}
