package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantities;
import rugged.api.Schedule;
import rugged.api.model.Landscape;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.geometry.Manifold;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Displacement;
import rugged.store.RunFolder;
import rugged.store.file.Npy;
import rugged.store.point.PointRecord;
import rugged.study.Point;

/**
 * A guest that the program does not know: hard discs in a periodic box, in one file. No dynamics and no observable has heard of a border, yet discs cross it and
 * their displacement is measured across it.
 */
class PeriodicGuestTest {
    private static final double LENGTH = 3.0;

    @TempDir
    Path directory;

    /** {@code side}^2 discs of a diameter in a square box, on a square lattice at the beginning. */
    record HardDiscs(int side, double diameter) implements LandscapeSpec {
        @Override
        public Landscape build() {
            return new Discs(side, diameter, Manifold.periodic(LENGTH, LENGTH));
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
        }

        @Override
        public boolean origin() {
            return false;
        }
    }

    /** E = 0, infinite where two discs overlap. */
    record Discs(int side, double diameter, Manifold manifold) implements Landscape {
        @Override
        public int dimension() {
            return 2 * side * side;
        }

        @Override
        public double energy(double[] x) {
            double[] one = new double[2];
            double[] other = new double[2];
            for (int i = 0; i < x.length; i += 2) {
                for (int j = 0; j < i; j += 2) {
                    System.arraycopy(x, i, one, 0, 2);
                    System.arraycopy(x, j, other, 0, 2);
                    if (manifold.squaredDifference(one, other) < diameter * diameter) return Double.POSITIVE_INFINITY;
                }
            }
            return 0.0;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            java.util.Arrays.fill(g, 0.0);
            return energy(x);
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            double shift = LENGTH * random.nextDouble();
            for (int k = 0; k < side * side; k++) {
                x[2 * k] = (shift + (k % side) * LENGTH / side) % LENGTH;
                x[2 * k + 1] = (shift + (k / side) * LENGTH / side) % LENGTH;
            }
        }
    }

    record Collisions(double until) implements ProtocolSpec {
        @Override
        public void run(rugged.api.Bench bench) {
            bench.follow(bench.start(bench.dynamics()), schedule());
        }

        @Override
        public Schedule schedule() {
            return Schedule.waitingTimes(new double[] {0.0}, 1.0, until, 8);
        }
    }

    @Test
    void aDiscThatCrossesTheBorderHasNotMovedFar() throws Exception {
        Point point = Toys.point(
                new HardDiscs(3, 0.4),
                new HamiltonianMonteCarlo(1.0, 0.05, 3),
                new Collisions(400.0),
                1,
                Map.of(),
                new Displacement());
        RunFolder folder = RunFolder.at(directory.resolve("discs"));
        Outcome outcome = new Session(
                        Toys.work(List.of(point)), folder, SessionTest.quick(1), Watcher.NONE, Session.Closing.NONE)
                .run(false);
        assertThat(outcome.done()).isEqualTo(1);
        Path where = folder.point(point.key());
        double[] last = Npy.read(where.resolve("final.npy")).values();
        long gone = java.util.Arrays.stream(last)
                .filter(xi -> xi < 0.0 || xi >= LENGTH)
                .count();
        assertThat(gone).as("coordinates that left the box by its border").isGreaterThan(5);

        List<Double> moved = new ArrayList<>();
        for (String line : java.nio.file.Files.readAllLines(where.resolve(PointRecord.OBSERVATIONS))) {
            String[] cells = line.split("\t");
            if (cells[0].equals(Quantities.DISPLACEMENT.name())) moved.add(value(cells));
        }
        assertThat(moved).isNotEmpty();
        // a coordinate is at most L/2 away from where it was, and L^2/12 in the mean when it has forgotten that
        assertThat(moved).allSatisfy(square -> assertThat(square).isBetween(0.0, LENGTH * LENGTH / 4.0));
        double late = moved.getLast();
        assertThat(late).isGreaterThan(0.3 * LENGTH * LENGTH / 12.0);
    }

    private static double value(String[] cells) {
        return Double.parseDouble(cells[2]);
    }

    @Test
    void overlapsAreNotOfferedInABox() {
        HardDiscs discs = new HardDiscs(4, 0.2);
        assertThat(discs.origin())
                .isEqualTo(((Landscape) discs.build()).manifold().origin());
        assertThat(discs.offers()).doesNotContain(Need.ORIGIN, Need.OVERLAP);
        assertThat(new Correlation().needs()).contains(Need.OVERLAP);
        assertThat(new Displacement().needs()).isEmpty();
    }
}
