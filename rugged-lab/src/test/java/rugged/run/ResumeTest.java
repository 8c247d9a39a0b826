package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.EnvironmentFailure;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;

/** Whatever happens to a run on its way, what it leaves is the same to the last byte. */
class ResumeTest {
    /** Forty rounds of steps between two checkpoints. */
    private static final Duration OFTEN = Duration.ofNanos(40_000);

    private static final Work WORK = Toys.everything(6.0, 2);
    private static Map<String, String> undisturbed;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        RunFolder folder = new RunFolder(shared.resolve("undisturbed"), FaultyDisk.sound());
        assertThat(session(folder, 1, Duration.ofHours(1)).run(false).status()).isEqualTo(RunStatus.COMPLETE);
        undisturbed = Footprint.of(folder.directory());
        assertThat(undisturbed).hasSizeGreaterThan(4 * 3);
    }

    /** A session whose clock goes on by a microsecond at each look, so that checkpoints fall after so many rounds of steps. */
    private static Session session(RunFolder folder, int threads, Duration checkpoints) {
        return session(folder, threads, checkpoints, Long.MAX_VALUE);
    }

    /** The same, stopped at one of these looks. */
    private static Session session(RunFolder folder, int threads, Duration checkpoints, long stopAt) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(threads, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        Session[] session = new Session[1];
        session[0] = new Session(WORK, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> {
            long look = looks.incrementAndGet();
            if (look == stopAt) session[0].stop();
            return 1000 * look;
        });
        return session[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void neitherThreadsNorCheckpointsShow(int threads) throws Exception {
        RunFolder folder = new RunFolder(directory, FaultyDisk.sound());
        session(folder, threads, OFTEN).run(false);
        assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void deathsAtAnyMomentDoNotShow(int threads) throws Exception {
        Random random = new Random(7 + threads);
        int deaths = 0;
        while (true) {
            // first soon, so that the beginning is tried as well; then late enough to get on
            long operations = deaths < 8 ? 1 + random.nextInt(12) : 1 + random.nextInt(150);
            RunFolder folder = new RunFolder(directory, FaultyDisk.dyingAt(operations, random.nextLong()));
            try {
                session(folder, threads, OFTEN).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
                RunStatus standing = RunFolder.at(directory).status();
                // after its very last operation there is nothing left to interrupt: all stands
                if (standing == RunStatus.COMPLETE)
                    assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
                else assertThat(standing).isEqualTo(RunStatus.INTERRUPTED);
            }
        }
        assertThat(deaths).isGreaterThan(8);
        assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stopsAndResumesDoNotShow(int threads) throws Exception {
        Random random = new Random(3);
        int interruptions = 0;
        Outcome outcome;
        do {
            RunFolder folder = new RunFolder(directory, FaultyDisk.sound());
            outcome = session(folder, threads, Duration.ofHours(1), 1 + random.nextInt(600))
                    .run(false);
            if (outcome.status() == RunStatus.INTERRUPTED) interruptions++;
            assertThat(folder.status()).isEqualTo(outcome.status());
        } while (outcome.status() == RunStatus.INTERRUPTED);
        assertThat(interruptions).isGreaterThan(3);
        assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
    }

    @Test
    void aFullDiskStopsTheRunAndRoomLetsItGoOn() throws Exception {
        RunFolder full = new RunFolder(directory, FaultyDisk.full(60_000));
        assertThatThrownBy(() -> session(full, 2, OFTEN).run(false))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining(directory.toString());
        assertThat(RunFolder.at(directory).status()).isNotIn(RunStatus.RUNNING, RunStatus.COMPLETE);
        assertThat(rugged.store.table.Results.of(RunFolder.at(directory))
                        .averages()
                        .rows())
                .isPositive();
        session(new RunFolder(directory, FaultyDisk.sound()), 2, OFTEN).run(false);
        assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
    }

    @Test
    void aDamagedCheckpointIsRefusedAndTheOneBeforeUsed() throws Exception {
        Path damaged = interrupted();
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(damaged, bytes);
        Optional<Checkpoint> before = PointFolder.standing(damaged.getParent());
        assertThat(before).isPresent();
        Outcome outcome =
                session(new RunFolder(directory, FaultyDisk.sound()), 1, OFTEN).run(false);
        assertThat(outcome.warnings()).singleElement().asString().contains(damaged + " is damaged");
        assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
    }

    @Test
    void observationsThatWereLostAreComputedAgain() throws Exception {
        Path checkpoint = interrupted();
        Files.write(checkpoint.resolveSibling(PointRecord.OBSERVATIONS), new byte[0]);
        Outcome outcome =
                session(new RunFolder(directory, FaultyDisk.sound()), 1, OFTEN).run(false);
        assertThat(outcome.warnings()).isNotEmpty().allMatch(text -> text.contains("observations.tsv is cut"));
        assertThat(Footprint.of(directory)).isEqualTo(undisturbed);
    }

    /** Runs until a point has two checkpoints and observations, and dies; the later checkpoint of that point. */
    private Path interrupted() throws Exception {
        for (long operations = 60; ; operations += 7) {
            RunFolder folder = new RunFolder(directory, FaultyDisk.dyingAt(operations, 1));
            assertThatThrownBy(() -> session(folder, 1, OFTEN).run(false)).isInstanceOf(FaultyDisk.Killed.class);
            for (var point : WORK.points()) {
                Path at = RunFolder.at(directory).point(point.key());
                Optional<Checkpoint> last = PointFolder.standing(at);
                boolean both = Files.exists(at.resolve("checkpoint")) && Files.exists(at.resolve("checkpoint.1"));
                if (both
                        && last.isPresent()
                        && !last.get().ended()
                        && last.get().length(PointRecord.OBSERVATIONS) > 0) {
                    return at.resolve("checkpoint");
                }
            }
        }
    }
}
