package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.LandscapeSpec;
import rugged.api.Schedule;
import rugged.api.model.Landscape;
import rugged.params.BadParameter;
import rugged.store.Manifest;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.store.file.Npy;
import rugged.store.point.ArrayIndex;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;
import rugged.store.table.Results;
import rugged.study.Point;
import rugged.study.TheoryTask;

/** A run from its beginning to its end, and what can come between. */
class SessionTest {
    @TempDir
    Path directory;

    static Execution quick(int threads) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        return new Execution(threads, Duration.ofHours(1), Duration.ofMillis(20), 1e9, provenance);
    }

    private static Outcome run(Work work, RunFolder folder) {
        return new Session(work, folder, quick(2), Watcher.NONE, Session.Closing.NONE).run(false);
    }

    private static Point wells(int seed, double until) {
        return Toys.point(
                new ToyLandscapes.Wells(6, seed),
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.OneLeg(until),
                seed,
                Map.of(),
                new ToyObservables.Energy());
    }

    @Test
    void theFolderTellsEverything() throws Exception {
        RunFolder folder = RunFolder.at(directory.resolve("run"));
        List<Outcome> closings = new ArrayList<>();
        Work work = Toys.work(List.of(wells(1, 2.0), wells(2, 2.0)));
        Outcome outcome = new Session(work, folder, quick(2), Watcher.NONE, (there, how) -> {
                    closings.add(how);
                    assertThat(FolderLock.heldBy(there.directory()))
                            .isEqualTo(ProcessHandle.current().pid());
                })
                .run(false);
        assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(closings).containsExactly(outcome);
        assertThat(folder.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(folder.holds(work.plan())).isTrue();
        assertThat(folder.study()).contains("study: toy\n");
        assertThat(folder.quantities()).containsExactly(ToyObservables.ENERGY, ToyObservables.RUNNING);
        assertThat(folder.progress()).get().satisfies(progress -> {
            assertThat(progress.fraction()).isEqualTo(1.0);
            assertThat(progress.points()).isEqualTo(2);
        });
        Manifest manifest = folder.manifest().orElseThrow();
        assertThat(manifest.threads()).isEqualTo(2);
        assertThat(manifest.sessions()).isEqualTo(1);
        assertThat(manifest.cpu()).isNotBlank();
        Path point = folder.point(work.points().getFirst().key());
        ArrayIndex.Entry entry = new PointRecord(point).arrays().arrays().getFirst();
        assertThat(Npy.read(point.resolve(entry.name() + ".npy")).shape()).containsExactly(3, 6);
        assertThat(point.resolve("checkpoint.1")).doesNotExist();
        // times 0.1 ... 2.0, four to a decade and three replicas; the mean over the ensemble besides
        int times = Schedule.logarithmic(0.1, 2.0, 4).size();
        assertThat(Files.readAllLines(point.resolve(PointRecord.OBSERVATIONS))).hasSize(times * 4);
    }

    @Test
    void whatHasEndedIsNotComputedAgain() throws Exception {
        RunFolder folder = RunFolder.at(directory);
        Work work = Toys.work(List.of(wells(1, 1.0)));
        run(work, folder);
        Path log = folder.point(work.points().getFirst().key()).resolve(PointRecord.OBSERVATIONS);
        var written = Files.getLastModifiedTime(log);
        assertThat(run(work, folder).done()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(log)).isEqualTo(written);
        assertThat(folder.manifest().orElseThrow().sessions()).isEqualTo(2);
        new Session(work, folder, quick(1), Watcher.NONE, Session.Closing.NONE).run(true);
        assertThat(Files.getLastModifiedTime(log)).isGreaterThan(written);
    }

    @Test
    void anotherPlanIsRefused() {
        RunFolder folder = RunFolder.at(directory);
        run(Toys.work(List.of(wells(1, 1.0))), folder);
        assertThatThrownBy(() -> run(Toys.work(List.of(wells(2, 1.0))), folder))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("another plan");
        assertThat(folder.status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aFailedPointKeepsItsLastStateAndTheSweepGoesOn() throws Exception {
        Point bursting = Toys.point(
                new ToyLandscapes.Wells(6, 1),
                new ToyDynamics.Walk(0.4, 0.01, 0.5),
                new Toys.OneLeg(2.0),
                1,
                Map.of(),
                new ToyObservables.Energy());
        RunFolder folder = RunFolder.at(directory);
        Outcome outcome = run(Toys.work(List.of(bursting, wells(2, 2.0))), folder);
        assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.key()).isEqualTo(bursting.key());
            assertThat(failure.reason()).startsWith("replica 0 at t = 0.5: it burst");
        });
        Path point = folder.point(bursting.key());
        assertThat(PointFolder.standing(point).orElseThrow().standing()).isEqualTo(Checkpoint.Standing.FAILED);
        assertThat(Npy.read(point.resolve("final.npy")).values()).hasSize(18).doesNotContain(0.0);
        assertThat(Files.readAllLines(point.resolve(PointRecord.OBSERVATIONS))).hasSize(4 * 4);
        assertThat(Results.of(folder).averages().column("count").orElseThrow().at(0))
                .isEqualTo(1L);
    }

    /** A landscape made of a file that cannot be read at first. */
    private record FromFile(Path file) implements LandscapeSpec {
        @Override
        public Landscape build() {
            try {
                return new ToyLandscapes.Wells(Integer.parseInt(Files.readString(file)), 1).build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatFailedForReasonsOutsideIsTriedAgain() throws Exception {
        Path file = Files.writeString(directory.resolve("size"), "six");
        Point point = Toys.point(
                new FromFile(file),
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.OneLeg(1.0),
                1,
                Map.of(),
                new ToyObservables.Energy());
        Work work = Toys.work(List.of(point, wells(2, 1.0)));
        RunFolder folder = RunFolder.at(directory.resolve("run"));
        Outcome first = run(work, folder);
        assertThat(first.status()).isEqualTo(RunStatus.FAILED);
        assertThat(first.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason()).contains("six"));
        assertThat(PointFolder.standing(folder.point(point.key())).orElseThrow().standing())
                .isEqualTo(Checkpoint.Standing.BROKEN);
        assertThat(Results.of(folder).averages().column("planned").orElseThrow().at(0))
                .isEqualTo(2L);
        Files.writeString(file, "6");
        Outcome second = run(work, folder);
        assertThat(second.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(second.done()).isEqualTo(2);
    }

    @Test
    void whatThePhysicsEndedStaysUnlessItIsAskedFor() throws Exception {
        Point bursting = Toys.point(
                new ToyLandscapes.Wells(6, 1),
                new ToyDynamics.Walk(0.4, 0.01, 0.5),
                new Toys.OneLeg(2.0),
                1,
                Map.of(),
                new ToyObservables.Energy());
        Work work = Toys.work(List.of(bursting));
        RunFolder folder = RunFolder.at(directory);
        run(work, folder);
        Path checkpoint = folder.point(bursting.key()).resolve("checkpoint");
        var written = Files.getLastModifiedTime(checkpoint);
        assertThat(run(work, folder).status()).isEqualTo(RunStatus.FAILED);
        assertThat(Files.getLastModifiedTime(checkpoint)).isEqualTo(written);
        Outcome again = new Session(work, folder, quick(1), Watcher.NONE, Session.Closing.NONE)
                .retryingFailed()
                .run(false);
        assertThat(again.status()).isEqualTo(RunStatus.FAILED);
        assertThat(Files.getLastModifiedTime(checkpoint)).isGreaterThan(written);
    }

    @Test
    void aStopWhileTheResultsAreDrawnLeavesARunThatCanBeResumed() {
        Work work = Toys.work(List.of(wells(1, 1.0)));
        RunFolder folder = RunFolder.at(directory);
        Session[] session = new Session[1];
        AtomicBoolean asked = new AtomicBoolean();
        session[0] = new Session(work, folder, quick(1), Watcher.NONE, new Session.Closing() {
            @Override
            public void close(RunFolder there, Outcome outcome) {
                session[0].stop();
                if (asked.get()) throw new Stopped();
            }

            @Override
            public void stop() {
                asked.set(true);
            }
        });
        Outcome outcome = session[0].run(false);
        assertThat(outcome.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(outcome.left()).isZero();
        assertThat(folder.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(run(work, folder).status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aTheoryThatDoesNotConvergeHasNoNumbers() {
        TheoryTask growing =
                new TheoryTask("decay", "growing", new Toys.Decay(-1.0), Schedule.at(0, 1), Map.of("landscape.n", "6"));
        Work base = Toys.work(List.of(wells(1, 1.0)));
        List<TheoryTask> both = List.of(base.theories().getFirst(), growing);
        RunFolder folder = RunFolder.at(directory);
        Outcome outcome = run(new Work("toy", "quick", 1, "plan", "", base.points(), both), folder);
        assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(outcome.warnings())
                .singleElement()
                .asString()
                .contains("theory decay at landscape.n=6", "did not converge", "1.0E-12");
        assertThat(Results.of(folder).theory().rows()).isEqualTo(3);
        assertThat(folder.solution("growing").orElseThrow().converged()).isFalse();
    }

    /** A landscape that counts how often it is built. */
    private record Counted(int n, AtomicInteger built, double bytes) implements LandscapeSpec {
        @Override
        public Landscape build() {
            built.incrementAndGet();
            return new ToyLandscapes.Wells(n, 1).build();
        }

        @Override
        public rugged.api.Cost cost() {
            return new rugged.api.Cost(bytes, 0, 0);
        }
    }

    @Test
    void pointsInOneLandscapeShareItThoughTheyAreListedApart() {
        AtomicInteger built = new AtomicInteger();
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            LandscapeSpec landscape = new Counted(4 + k % 3, built, 6e8); // two do not fit side by side
            points.add(Toys.point(
                    landscape,
                    new ToyDynamics.Walk(0.1 + 0.1 * k, 0.01),
                    new Toys.OneLeg(0.5),
                    k,
                    Map.of(),
                    new ToyObservables.Energy()));
        }
        assertThat(run(Toys.work(points), RunFolder.at(directory)).done()).isEqualTo(12);
        assertThat(built).hasValue(3);
    }

    @Test
    void aRealFullDiskIsTheEnvironmentsFault(@TempDir Path roomy) throws Exception {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=300k", "none", directory.toString())
                .redirectErrorStream(true)
                .start();
        boolean mounted = mount.waitFor() == 0;
        assumeThat(mounted)
                .as("mounting a small file system needs privileges; ResumeTest fills an imitated disk")
                .isTrue();
        try {
            RunFolder folder = RunFolder.at(directory.resolve("run"));
            Work work = Toys.everything(4.0, 2);
            Path ballast = directory.resolve("ballast");
            Files.write(ballast, new byte[180_000]);
            assertThatThrownBy(() -> run(work, folder))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("No space left on device");
            assertThat(folder.status()).isIn(RunStatus.FAILED, RunStatus.INTERRUPTED);
            assertThat(Results.of(folder).points().rows()).isEqualTo(4);
            Files.delete(ballast);
            RunFolder elsewhere = RunFolder.at(roomy);
            // what fits is finished, and equals a run on a disk with room
            assertThat(run(work, folder).status()).isEqualTo(RunStatus.COMPLETE);
            run(work, elsewhere);
            assertThat(Footprint.of(folder.directory())).isEqualTo(Footprint.of(elsewhere.directory()));
        } finally {
            Process release = new ProcessBuilder("umount", directory.toString()).start();
            assertThat(release.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
