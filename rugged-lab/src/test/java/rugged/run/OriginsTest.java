package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.Integrity;
import rugged.store.Origins;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.study.Point;

/** Every point says what computed it, and a run says where its points were not computed alike. */
class OriginsTest {
    @TempDir
    Path directory;

    private static Provenance by(String kernels, String host) {
        return new Provenance("1", "c0ffee", "25", "cpu", kernels, host);
    }

    private static Point wells(int seed) {
        return Toys.point(
                new ToyLandscapes.Wells(6, seed),
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.OneLeg(1.0),
                seed,
                Map.of(),
                new ToyObservables.Energy());
    }

    private static Outcome run(Work work, RunFolder folder, Provenance by) {
        Execution execution = new Execution(1, Duration.ofHours(1), Duration.ofMillis(20), 1e9, by);
        return new Session(work, folder, execution, Watcher.NONE, Session.Closing.NONE).run(false);
    }

    @Test
    void aPointKnowsWhoComputedIt() {
        RunFolder folder = RunFolder.at(directory);
        Work work = Toys.work(List.of(wells(1)));
        assertThat(run(work, folder, by("scalar", "ash")).warnings()).isEmpty();
        Path point = folder.point(work.points().getFirst().key());
        assertThat(Origins.of(point).sessions()).containsExactly(by("scalar", "ash"));
        run(work, folder, by("vector 256 bits", "elm"));
        assertThat(Origins.of(point).sessions()).as("nothing was computed").hasSize(1);
        assertThat(new Integrity(folder).damage()).isEmpty();
    }

    @Test
    void pointsOfSeveralKernelsAreSaid() throws Exception {
        RunFolder folder = RunFolder.at(directory);
        Work work = Toys.work(List.of(wells(1), wells(2), wells(3)));
        run(work, folder, by("scalar", "ash"));
        rugged.store.file.Folders.remove(folder.point(work.points().getFirst().key()));
        Outcome outcome = run(work, folder, by("vector 256 bits", "elm"));
        assertThat(outcome.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith(
                                "the points were not computed alike: 2 by scalar on ash, 1 by vector 256 bits on elm"));
        rugged.store.file.Folders.remove(folder.point(work.points().getLast().key()));
        assertThat(run(work, folder, by("vector 256 bits", "elm")).warnings())
                .as("counted anew")
                .filteredOn(Origins::complaint)
                .singleElement()
                .asString()
                .contains("1 by scalar", "2 by vector 256 bits");
    }

    @Test
    void whatIsDamagedBeforeTheFirstCheckpointIsWrittenAnew() throws Exception {
        RunFolder folder = RunFolder.at(directory);
        Work work = Toys.work(List.of(wells(1)));
        Path point = folder.point(work.points().getFirst().key());
        Files.createDirectories(point);
        Files.writeString(point.resolve(Origins.FILE), "{ no");
        run(work, folder, by("scalar", "ash"));
        assertThat(Origins.of(point).sessions()).containsExactly(by("scalar", "ash"));
    }
}
