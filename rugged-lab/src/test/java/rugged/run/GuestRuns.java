package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.point.Observations;
import rugged.store.point.PointRecord;
import rugged.study.Point;

/** Runs of guests that sample an equilibrium: what comes out for a quantity, with its error, and whether it is the same after interruptions. */
final class GuestRuns {
    /** A deviation of that many standard errors is a mistake: its probability is below 1e-4 with 47 degrees of freedom. */
    static final double SIGMAS = 5.0;

    private static final int SEEDS = 16;

    private final Path directory;

    GuestRuns(Path directory) {
        this.directory = directory;
    }

    /** Observations at every unit of time, after as many units without. */
    record Equilibrium(int before, int observations) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            bench.follow(bench.start(bench.dynamics()), schedule());
        }

        @Override
        public Schedule schedule() {
            double[] times = new double[observations];
            Arrays.setAll(times, k -> before + k);
            return Schedule.at(times);
        }
    }

    /** The mean over independent trajectories, and its standard error from their scatter. */
    record Mean(double value, double error) {
        void assertIs(String what, double exact) {
            assertThat(Math.abs(value - exact))
                    .as("%s: %s +- %s is not %s", what, value, error, exact)
                    .isLessThan(SIGMAS * error);
        }
    }

    /** Means of quantities over time in 48 independent trajectories: 16 seeds of 3 replicas each, from random starts. */
    List<Mean> means(
            LandscapeSpec landscape,
            DynamicsSpec dynamics,
            int observations,
            List<Quantity> quantities,
            ObservableSpec... observables) {
        List<Point> points = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++)
            points.add(Toys.point(landscape, dynamics, new Equilibrium(50, observations), seed, Map.of(), observables));
        RunFolder folder = new RunFolder(
                directory.resolve(Integer.toHexString(dynamics.toString().hashCode())), FaultyDisk.sound());
        Work work = Toys.work(points);
        run(work, folder, Duration.ofHours(1));
        List<Mean> means = new ArrayList<>();
        for (Quantity quantity : quantities) means.add(mean(work, folder, quantity));
        return means;
    }

    private static Mean mean(Work work, RunFolder folder, Quantity quantity) {
        List<Double> all = new ArrayList<>();
        for (Point point : work.points()) {
            double[] sums = new double[3];
            int[] counts = new int[3];
            Observations.read(
                    folder.point(point.key()).resolve(PointRecord.OBSERVATIONS),
                    Long.MAX_VALUE,
                    (name, replica, value, error, axes) -> {
                        if (!name.equals(quantity.name())) return;
                        sums[replica] += value;
                        counts[replica]++;
                    });
            for (int r = 0; r < 3; r++) all.add(sums[r] / counts[r]);
        }
        double mean = all.stream().mapToDouble(x -> x).average().orElseThrow();
        double squares = all.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        return new Mean(mean, Math.sqrt(squares / (all.size() - 1.0) / all.size()));
    }

    private static void run(Work work, RunFolder folder, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        Session session = new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
        assertThat(session.run(false).failures()).isEmpty();
    }

    /** Killed again and again, a little later each time, with a checkpoint at nearly every step, it leaves the bytes that it leaves undisturbed. */
    void assertResumesToTheSameBytes(Point point) throws Exception {
        Work work = Toys.work(List.of(point));
        run(work, new RunFolder(directory.resolve("whole"), FaultyDisk.sound()), Duration.ofHours(1));
        Random random = new Random(11);
        int deaths = 0;
        while (true) {
            RunFolder folder = new RunFolder(
                    directory.resolve("killed"),
                    FaultyDisk.dyingAt(12 + 3 * deaths + random.nextInt(12), random.nextLong()));
            try {
                run(work, folder, Duration.ofNanos(5_000));
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThanOrEqualTo(3);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }
}
