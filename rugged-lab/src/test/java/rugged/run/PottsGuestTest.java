package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.array.Configuration;
import rugged.observable.array.OverlapMatrix;
import rugged.observable.scalar.Energy;
import rugged.observable.thermal.ReplicaOverlap;
import rugged.observable.thermal.TemperedAverages;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Displacement;
import rugged.observable.twotime.Memory;
import rugged.observable.twotime.Response;

/**
 * A guest that the program does not know: a Potts model of q states on a square lattice, whose black and white sites are blocks. Moved site by site and block by block it has the energy and the
 * magnetisation of the sum over all states, and after every interruption it comes to the same bytes.
 */
class PottsGuestTest {
    private static final double TEMPERATURE = 0.9;

    @TempDir
    Path directory;

    /** E = - sum_{neighbours} delta(s_i, s_j) - h sum_i delta(s_i, 0), free borders. Extensive; J = 1. */
    record Potts(int width, int height, int q, double field) implements LandscapeSpec {
        @Override
        public Lattice build() {
            int[][] neighbours = new int[width * height][];
            for (int i = 0; i < neighbours.length; i++) neighbours[i] = around(i % width, i / width);
            int[][] colours = new int[2][];
            for (int c = 0; c < 2; c++) {
                int colour = c;
                colours[c] = java.util.stream.IntStream.range(0, neighbours.length)
                        .filter(i -> (i % width + i / width) % 2 == colour)
                        .toArray();
            }
            return new Lattice(neighbours, colours, q, field, new int[neighbours.length]);
        }

        private int[] around(int column, int row) {
            return Stream.of(
                            new int[] {column - 1, row},
                            new int[] {column + 1, row},
                            new int[] {column, row - 1},
                            new int[] {column, row + 1})
                    .filter(at -> at[0] >= 0 && at[0] < width && at[1] >= 0 && at[1] < height)
                    .mapToInt(at -> at[1] * width + at[0])
                    .toArray();
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.UNITS, Need.BLOCKS, Need.OVERLAP);
        }

        @Override
        public boolean origin() {
            return false;
        }

        @Override
        public double knownDimension() {
            return width * height;
        }
    }

    private record Lattice(int[][] neighbours, int[][] colours, int q, double field, int[] at)
            implements DiscreteBlocks {
        @Override
        public int dimension() {
            return at.length;
        }

        @Override
        public int values(int i) {
            return q;
        }

        @Override
        public boolean names() {
            return true;
        }

        @Override
        public int at(int i) {
            return at[i];
        }

        @Override
        public void costs(int i, double[] costs, int from) {
            Arrays.fill(costs, from, from + q, 0.0);
            costs[from] = -field;
            for (int j : neighbours[i]) costs[from + at[j]]--;
            double now = costs[from + at[i]];
            for (int v = 0; v < q; v++) costs[from + v] -= now;
        }

        @Override
        public void set(int i, int v) {
            at[i] = v;
        }

        @Override
        public void load(double[] x) {
            for (int i = 0; i < at.length; i++) at[i] = (int) x[i];
        }

        @Override
        public double energy() {
            double sum = 0.0;
            for (int i = 0; i < at.length; i++) {
                if (at[i] == 0) sum -= field;
                for (int j : neighbours[i]) if (at[j] == at[i]) sum -= 0.5;
            }
            return sum;
        }

        @Override
        public byte[] save() {
            double[] x = new double[at.length];
            state(x);
            return new Packed.Writer().put(x).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            double[] x = new double[at.length];
            new Packed.Reader(saved).read(x);
            load(x);
        }

        @Override
        public int blocks() {
            return 2;
        }

        @Override
        public int[] block(int b) {
            return colours[b];
        }

        @Override
        public Lattice fork() {
            return new Lattice(neighbours, colours, q, field, at.clone());
        }
    }

    /** m = (q n_0/N - 1)/(q - 1), n_0 the units in state 0. */
    record Magnetisation(int q) implements ObservableSpec {
        static final Quantity M = new Quantity("m", "m", "", List.of("t"), "(q n_0/N - 1)/(q - 1)");

        @Override
        public List<Quantity> quantities() {
            return List.of(M);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.UNITS);
        }

        @Override
        public Probe open(Model model, Streams random) {
            return (now, out) -> {
                for (int r = 0; r < now.replicas(); r++)
                    out.put(M, r, magnetisation(now.state(r), q), Double.NaN, now.time());
            };
        }
    }

    private static double magnetisation(double[] x, int q) {
        double zeros = Arrays.stream(x).filter(xi -> xi == 0.0).count();
        return (q * zeros / x.length - 1.0) / (q - 1.0);
    }

    /** Energy per unit and magnetisation by summing over all q^N states. */
    private static double[] exact(Potts spec, double temperature) {
        DiscreteLandscape model = spec.build();
        double[] x = new double[model.dimension()];
        double[] sums = new double[3];
        long states = Math.round(Math.pow(spec.q(), x.length));
        for (long state = 0; state < states; state++) {
            long left = state;
            for (int i = 0; i < x.length; i++, left /= spec.q()) x[i] = left % spec.q();
            model.load(x);
            double weight = Math.exp(-model.energy() / temperature);
            sums[0] += weight;
            sums[1] += weight * model.energy() / x.length;
            sums[2] += weight * magnetisation(x, spec.q());
        }
        return new double[] {sums[1] / sums[0], sums[2] / sums[0]};
    }

    static Stream<DynamicsSpec> samplers() {
        return Stream.of(
                new Metropolis(TEMPERATURE, Order.RANDOM, 0.5),
                new Metropolis(TEMPERATURE, Order.SEQUENTIAL, 0.5),
                new HeatBath(TEMPERATURE, Order.RANDOM),
                new HeatBath(TEMPERATURE, Order.SEQUENTIAL),
                new BlockHeatBath(TEMPERATURE),
                new Tempering(new BlockHeatBath(1.0), TEMPERATURE, 2.0, 3, List.of(), 1, 0.0));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void siteBySiteAndInBlocksItIsTheSumOverAllStates(DynamicsSpec dynamics) {
        Potts spec = new Potts(3, 2, 3, 0.2);
        double[] exact = exact(spec, TEMPERATURE);
        List<GuestRuns.Mean> means = new GuestRuns(directory)
                .means(
                        spec,
                        dynamics,
                        400,
                        List.of(Quantities.ENERGY, Magnetisation.M),
                        new Energy(),
                        new Magnetisation(3));
        means.get(0).assertIs("energy per unit", exact[0]);
        means.get(1).assertIs("magnetisation", exact[1]);
        assertThat(means.get(0).error()).isLessThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void itIsObservedAndResumedToTheSameBytes(DynamicsSpec dynamics) throws Exception {
        ObservableSpec[] observed = dynamics instanceof Tempering
                ? new ObservableSpec[] {new Energy(), new TemperedAverages(1.0)}
                : new ObservableSpec[] {
                    new Energy(),
                    new Magnetisation(3),
                    new Correlation(),
                    new Displacement(),
                    new Memory(),
                    new ReplicaOverlap(),
                    new OverlapMatrix(3),
                    new Configuration(3)
                };
        new GuestRuns(directory)
                .assertResumesToTheSameBytes(
                        Toys.point(new Potts(5, 4, 3, 0.2), dynamics, new Toys.TwoLegs(24.0), 1, Map.of(), observed));
    }

    /** Of names only equality counts: an overlap is 1 of a state with itself, and that of a state with one in which all names are exchanged is as far below 0 as can be. */
    @Test
    void overlapsAreThoseOfNames() {
        Set<Need> offers = new Potts(3, 2, 3, 0.2).offers();
        assertThat(offers)
                .containsAll(new Correlation().needs())
                .containsAll(new ReplicaOverlap().needs())
                .containsAll(new Metropolis(1.0, Order.RANDOM, 0.5).needs())
                .containsAll(new BlockHeatBath(1.0).needs())
                .doesNotContain(Need.SPINS)
                .doesNotContainAnyElementsOf(new Response(0.1, 1).needs());
        Model model = new Potts(3, 2, 3, 0.2).build();
        double[] a = {0, 1, 2, 2, 1, 0};
        double[] b = {1, 2, 0, 0, 2, 1};
        assertThat(model.overlap(a, a)).isEqualTo(1.0);
        assertThat(model.overlap(a, b)).isEqualTo(-0.5);
        assertThat(model.squaredDifference(a, b)).isEqualTo(18.0);
        assertThat(model.place(new double[] {0, 1, 2, 3, 0, 0})).isEqualTo("3.0 is no value of unit 3");
    }
}
