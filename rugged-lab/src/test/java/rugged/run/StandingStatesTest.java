package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.ProtocolSpec;
import rugged.api.model.Model;
import rugged.api.motion.KeptStates.Kept;
import rugged.api.motion.Stepper;
import rugged.num.Streams;
import rugged.start.FileState;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.FolderLock;
import rugged.study.Point;

/** States of runs that are not over, taken from their checkpoints. */
class StandingStatesTest {
    private static final int SEED = 5;

    @TempDir
    Path directory;

    private static Point point(ToyDynamics.Walk walk, ProtocolSpec protocol) {
        return Toys.point(
                new ToyLandscapes.Wells(12, SEED), walk, protocol, SEED, Map.of(), new ToyObservables.Energy());
    }

    /** Runs a point until a look at the clock; negative: to its end. */
    private RunStatus run(Point point, long stopAt) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, Duration.ofHours(1), Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        Session[] session = new Session[1];
        RunFolder folder = new RunFolder(directory, FaultyDisk.sound());
        session[0] =
                new Session(Toys.work(List.of(point)), folder, execution, Watcher.NONE, Session.Closing.NONE, () -> {
                    if (looks.incrementAndGet() == stopAt) session[0].stop();
                    return 1000 * looks.get();
                });
        return session[0].run(false).status();
    }

    private static double[] placed(FileState start, Model model, int replica) {
        double[] x = new double[model.dimension()];
        start.place(model, replica, x, Streams.of(1).stream("start", replica));
        return x;
    }

    @Test
    void anInterruptedRunIsAStartWhereItStands() throws Exception {
        ToyDynamics.Walk walk = new ToyDynamics.Walk(0.4, 0.01);
        Point point = point(walk, new Toys.OneLeg(6.0));
        assertThat(run(point, 120)).isEqualTo(RunStatus.INTERRUPTED);
        FileState start = new FileState(directory.toString(), false);
        List<Kept> kept = new StandingStates().in(directory);
        assertThat(kept).hasSize(1);
        assertThat(start.remark())
                .isEqualTo(kept.getFirst().remark())
                .contains(point.key(), "at its last checkpoint, t = ", "has not come to its end");
        double time = Double.parseDouble(start.remark().replaceAll(".* t = ([0-9.]+);.*", "$1"));
        assertThat(time).isStrictlyBetween(0.0, 6.0);

        Model model = point.landscape().build();
        Streams root = Streams.of(SEED);
        double[] x = new double[model.dimension()];
        for (int r = 0; r < 3; r++) {
            point.start().place(model, r, x, root.stream("start", r));
            Streams noise = root.family("ensemble", 0).family("dynamics", 0).family("replica", r);
            Stepper stepper = walk.start(model, x, noise);
            stepper.advance(time);
            stepper.state(x);
            assertThat(placed(start, model, r)).containsExactly(x);
        }

        assertThat(run(point, -1)).isEqualTo(RunStatus.COMPLETE);
        assertThat(start.remark()).isEmpty();
        Path end = directory.resolve("points").resolve(point.key()).resolve("final.npy");
        FileState last = new FileState(end.toString(), false);
        assertThat(placed(start, model, 2))
                .containsExactly(placed(last, model, 2))
                .isNotEqualTo(x);
    }

    /** Its state would be another one when the new run comes to read it. A point of it that has come to its end stands still. */
    @Test
    void aRunAtWorkIsNoStartUntilItEndsOrIsStopped() {
        Point point = point(new ToyDynamics.Walk(0.4, 0.01), new Toys.OneLeg(6.0));
        assertThat(run(point, 120)).isEqualTo(RunStatus.INTERRUPTED);
        FileState start = new FileState(directory.toString(), false);
        try (FolderLock lock = RunFolder.at(directory).lock()) {
            for (FileState one : List.of(
                    start,
                    new FileState(
                            directory.resolve("points").resolve(point.key()).toString(), false))) {
                assertThatThrownBy(one::remark)
                        .hasMessageContaining(
                                point.key() + " is being computed by process "
                                        + ProcessHandle.current().pid() + ", and its state moves",
                                "wait until the run has ended, or stop it")
                        .hasMessageNotContaining("\n");
                assertThatThrownBy(() -> one.filesRead(List::of)).hasMessageContaining("is being computed");
            }
        }
        assertThat(start.remark()).contains("at its last checkpoint");
        assertThat(run(point, -1)).isEqualTo(RunStatus.COMPLETE);
        try (FolderLock lock = RunFolder.at(directory).lock()) {
            assertThat(start.remark()).isEmpty();
        }
    }

    @Test
    void aFailedRunIsAStartWhereItWasGoodLast() {
        Point point = point(new ToyDynamics.Walk(0.4, 0.01, 0.5), new Toys.OneLeg(6.0));
        assertThat(run(point, -1)).isEqualTo(RunStatus.FAILED);
        FileState start = new FileState(directory.toString(), false);
        assertThat(start.remark())
                .contains("the last good state of ", "which failed: replica 0 at t = 0.5", "it burst");
        assertThat(placed(start, point.landscape().build(), 0)).doesNotContain(Double.NaN);
    }

    @Test
    void whereThereIsNoneOrMoreThanOneItSaysSo() throws Exception {
        FileState start = new FileState(directory.toString(), false);
        assertThatThrownBy(start::remark).hasMessageContaining("holds no state of a point");
        // a pilot is seen by nobody, and the states of its ensemble are no states of the run
        Point point = point(new ToyDynamics.Walk(0.4, 0.01), new Toys.TwoLegs(64.0));
        assertThat(run(point, 60)).isEqualTo(RunStatus.INTERRUPTED);
        assertThatThrownBy(start::remark).hasMessageContaining("holds no state of a point");
        Path points = directory.resolve("points");
        for (String name : List.of("a", "b")) {
            Path end = Files.createDirectories(points.resolve(name)).resolve("final.npy");
            Files.write(end, rugged.store.file.Npy.of(new double[] {1, 2}, 1, 2));
        }
        assertThatThrownBy(start::remark).hasMessageContaining("holds the states of 2 points");
        assertThatThrownBy(new FileState(directory.resolve("none.npy").toString(), false)::remark)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void theLastOfSeveralEnsemblesCounts() throws Exception {
        for (String name : List.of("final", "final-2")) {
            double value = name.equals("final") ? 1.0 : -1.0;
            Files.write(directory.resolve(name + ".npy"), rugged.store.file.Npy.of(new double[] {value, value}, 1, 2));
        }
        Kept kept = new StandingStates().in(directory).getFirst();
        assertThat(kept.remark()).isEmpty();
        assertThat(kept.states().read().values()).containsExactly(-1.0, -1.0);
    }
}
