package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;

class SessionTest {
    @TempDir
    Path directory;

    static Execution quick(int threads) {
        return new Execution(
                threads, Duration.ofHours(1), Duration.ofMillis(20), 1e9, Provenance.here("test", "", "scalar"));
    }

    @Test
    void aRunIsComputedAndRecorded() throws Exception {
        RunFolder folder = RunFolder.at(directory.resolve("run"));
        Outcome outcome =
                new Session(Toys.everything(8.0, 2), folder, quick(1), Watcher.NONE, Session.Closing.NONE).run(false);
        assertThat(outcome.status()).as("%s", outcome).isEqualTo(RunStatus.COMPLETE);
        assertThat(folder.status()).isEqualTo(RunStatus.COMPLETE);
    }
}
