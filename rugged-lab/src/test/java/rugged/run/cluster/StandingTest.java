package rugged.run.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.Agenda;
import rugged.store.Progress;
import rugged.store.RunFolder;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;

/** How a run of six points in three tasks stands, whatever became of its workers. */
class StandingTest {
    private static final double HEAP = 1 << 28;

    @TempDir
    Path directory;

    private RunFolder run;
    private Distribution first;

    private static String key(int k) {
        return "00000000000000a" + k;
    }

    @BeforeEach
    void handOver() {
        run = RunFolder.at(directory.resolve("r"));
        run.create();
        List<Agenda.Entry> points = IntStream.range(0, 6)
                .mapToObj(k -> new Agenda.Entry(key(k), "simulation", Map.of("seed", "" + k)))
                .toList();
        run.begin("study: s\n", new Agenda("s", "laptop", 1, "plan", points, List.of()), List.of());
        first = Distribution.next(run);
        List<Group> groups = IntStream.range(0, 3)
                .mapToObj(g -> new Group(List.of(key(2 * g), key(2 * g + 1)), 1, HEAP))
                .toList();
        first.tasks(new TaskList("slurm", "1", "c", "plan", HEAP, groups));
    }

    private void point(int k, Checkpoint.Standing standing, String reason) {
        try (PointFolder folder = run.openPoint(key(k), warning -> {})) {
            folder.checkpoint(standing, reason, 1, 10, new byte[0]);
        }
    }

    /** An attempt that has ended so many points in its own folder, at work as far as its files tell. */
    private Path attempt(int task, String name, int ended, Duration ago) throws IOException {
        RunFolder own = RunFolder.at(first.attempt(task, name));
        own.create();
        Files.writeString(
                own.directory().resolve("progress.json"),
                "{\"done\":1,\"of\":2,\"unit\":\"steps\",\"rate\":null,\"left\":null,\"points\":" + ended
                        + ",\"failed\":0,\"total\":2,\"changed\":\"\",\"phase\":null}");
        assertThat(own.progress()).map(Progress::points).contains(ended);
        // a manifest that is torn is one that is being written
        Files.writeString(own.directory().resolve("manifest.json"), "{");
        Files.setLastModifiedTime(
                own.directory().resolve("progress.json"),
                FileTime.from(Instant.now().minus(ago)));
        return own.directory();
    }

    private Standing.Task task(int task) {
        return Standing.of(run).tasks().get(task);
    }

    @Test
    void nobodyHasBegun() {
        Standing standing = Standing.of(run);
        assertThat(standing.of()).isEqualTo(6);
        assertThat(standing.done()).isZero();
        assertThat(standing.tasks()).hasSize(3).allMatch(task -> task.state().equals("waiting"));
        assertThat(standing.rate()).isNull();
    }

    @Test
    void pointsInTheirPlaceAreDoneFailedOrUnderWay() {
        point(0, Checkpoint.Standing.DONE, "");
        point(1, Checkpoint.Standing.DONE, "");
        point(2, Checkpoint.Standing.FAILED, "energy is not finite");
        point(3, Checkpoint.Standing.RUNNING, "");
        Standing standing = Standing.of(run);
        assertThat(standing.done()).isEqualTo(2);
        assertThat(standing.begun()).isEqualTo(1);
        assertThat(standing.failures())
                .containsExactly(new Standing.Failure(key(2), Map.of("seed", "2"), "energy is not finite"));
        assertThat(task(0).state()).isEqualTo("done");
        assertThat(task(1).done()).isEqualTo(1);
    }

    @Test
    void aWorkerThatGivesSignsOfLifeIsAtWorkAndWhatItHasEndedCounts() throws IOException {
        attempt(1, "a", 1, Duration.ZERO);
        Standing standing = Standing.of(run);
        assertThat(task(1).state()).isEqualTo("at work");
        assertThat(task(1).done()).isEqualTo(1);
        assertThat(standing.done()).isEqualTo(1);
        assertThat(standing.status()).isEqualTo("running");
        assertThat(standing.atWork()).isEqualTo(1);
        assertThat(standing.rate()).isPositive();
    }

    @Test
    void oneThatHasGoneSilentIsStoppedAndWhatItLeftIsNotCountedYet() throws IOException {
        attempt(1, "a", 1, Duration.ofMinutes(4));
        assertThat(task(1).state()).isEqualTo("stopped");
        assertThat(task(1).done()).isZero();
        attempt(1, "b", 0, Duration.ZERO);
        assertThat(task(1).state()).isEqualTo("at work");
    }

    @Test
    void troubleIsToldUntilSomebodyTakesTheTaskUpAgain() throws IOException {
        attempt(2, "a", 0, Duration.ZERO);
        first.trouble(2, new Trouble("node07", "killed", 2 * HEAP));
        assertThat(task(2)).isEqualTo(new Standing.Task(2, "failed", 0, 0, 2, "node07: killed", 2 * HEAP));
        first.begin(2);
        assertThat(task(2).state()).isEqualTo("at work");
        assertThat(task(2).reason()).isEmpty();
    }

    @Test
    void aClockThatRanAheadMakesNobodyImmortal() throws IOException {
        attempt(0, "a", 0, Duration.ofMinutes(-60));
        assertThat(task(0).state()).isEqualTo("stopped");
        attempt(0, "b", 0, Duration.ofSeconds(-20));
        assertThat(task(0).state()).isEqualTo("at work");
    }

    @Test
    void aDamagedPointIsAFailureWithItsReason() throws IOException {
        point(4, Checkpoint.Standing.DONE, "");
        Files.writeString(run.point(key(4)).resolve("checkpoint"), "torn");
        assertThat(Standing.of(run).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.point()).isEqualTo(key(4));
            assertThat(failure.reason()).contains("damaged");
        });
    }
}
