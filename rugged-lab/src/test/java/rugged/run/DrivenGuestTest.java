package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Bench;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Driven;
import rugged.api.motion.Ensemble;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.point.Observations;
import rugged.store.point.PointFolder;
import rugged.study.Point;

/**
 * A guest that the program does not know: beams that buckle under a load, and a protocol that finds the load by bisection, going back each time to the states
 * that it kept. Killed at any moment it comes to the same bytes.
 */
class DrivenGuestTest {
    private static final double CRITICAL = 0.7;
    private static final Quantity LOAD = new Quantity("load", "a", "", List.of("k"), "load at step k");
    private static final Quantity LENGTH = new Quantity("x2", "x^{2}", "", List.of("k"), "|x|^2 there");

    @TempDir
    Path directory;

    /** E = sum_i (x_i^4/4 - (a - a_c) x_i^2/2) with the load a as control. */
    record Beams(int n) implements LandscapeSpec {
        @Override
        public Driven build() {
            return new Loaded(n);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.CONTROL);
        }
    }

    private static final class Loaded implements Driven {
        private final int n;
        private double load;

        Loaded(int n) {
            this.n = n;
        }

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[n]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double sum = 0.0;
            for (int i = 0; i < n; i++) {
                double square = x[i] * x[i];
                g[i] = x[i] * (square - (load - CRITICAL));
                sum += square * (square / 4.0 - (load - CRITICAL) / 2.0);
            }
            return sum;
        }

        /** Nearly straight, where what decides is linear. */
        @Override
        public void randomise(double[] x, RandomGenerator random) {
            for (int i = 0; i < n; i++) x[i] = 1e-3 * random.nextGaussian();
        }

        @Override
        public double control() {
            return load;
        }

        @Override
        public void control(double value) {
            load = value;
        }

        @Override
        public Loaded fork() {
            Loaded fork = new Loaded(n);
            fork.load = load;
            return fork;
        }
    }

    /** Halves the interval of loads; what grows from the kept states has buckled. */
    record Bisection(int steps) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            Ensemble first = bench.pilot(bench.dynamics());
            bench.follow(first, Schedule.at(0.5));
            double[][] kept = first.states(bench.model());
            double low = 0.0;
            double high = 3.0;
            for (int k = 0; k < steps; k++) {
                double load = 0.5 * (low + high);
                bench.drive(load);
                Ensemble trial = bench.pilotAt(kept, bench.dynamics());
                bench.follow(trial, Schedule.at(1.0));
                double[][] there = trial.states(bench.model());
                bench.record(LOAD, load, k);
                bench.record(LENGTH, square(there), k);
                if (square(there) > square(kept)) high = load;
                else low = load;
            }
            bench.drive(low);
            bench.follow(bench.startAt(kept, bench.dynamics()), schedule());
        }

        private static double square(double[][] states) {
            return Arrays.stream(states)
                    .flatMapToDouble(Arrays::stream)
                    .map(xi -> xi * xi)
                    .sum();
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(LOAD, LENGTH);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.CONTROL);
        }

        @Override
        public Schedule schedule() {
            return Schedule.at(0.5, 1.0);
        }
    }

    private static Work work() {
        List<Point> points = new ArrayList<>();
        // two points of one landscape in one thread: the load of the first is not felt by the second
        for (int seed = 1; seed <= 2; seed++)
            points.add(Toys.point(
                    new Beams(5),
                    new ToyDynamics.Walk(1e-14, 0.01),
                    new Bisection(14),
                    seed,
                    Map.of(),
                    new ToyObservables.Energy()));
        return Toys.work(points);
    }

    private static Session session(Work work, RunFolder folder, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    @Test
    void aProtocolFindsAControlAndComesToTheSameBytesWheneverItIsKilled() throws Exception {
        Work work = work();
        RunFolder whole = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        Outcome outcome = session(work, whole, Duration.ofHours(1)).run(false);
        assertThat(outcome.failures()).isEmpty();
        for (Point point : work.points()) {
            List<Double> loads = new ArrayList<>();
            Observations.read(
                    whole.point(point.key()).resolve(PointFolder.OBSERVATIONS),
                    Long.MAX_VALUE,
                    (quantity, replica, value, error, axes) -> {
                        if (quantity.equals(LOAD.name())) loads.add(value);
                    });
            assertThat(loads).hasSize(14);
            assertThat(loads.getLast()).isCloseTo(CRITICAL, within(3.0 / (1 << 12)));
        }

        Random random = new Random(11);
        int deaths = 0;
        while (true) {
            long operations = deaths < 5 ? 1 + random.nextInt(12) : 20 + random.nextInt(60);
            RunFolder folder =
                    new RunFolder(directory.resolve("killed"), FaultyDisk.dyingAt(operations, random.nextLong()));
            try {
                session(work, folder, Duration.ofNanos(40_000)).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThanOrEqualTo(10);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }
}
