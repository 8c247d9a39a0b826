package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
import rugged.api.model.Model;
import rugged.api.model.VectorBlocks;
import rugged.api.motion.Probe;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.geometry.Manifold;
import rugged.num.Streams;
import rugged.observable.array.Configuration;
import rugged.observable.scalar.Energy;
import rugged.observable.thermal.ReplicaOverlap;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Response;

/**
 * A guest that the program does not know: the open chain of classical Heisenberg vectors, a product of spheres. Single vectors, blocks of every second vector and paths of all of them at once
 * sample it alike: Fisher, Am. J. Phys. 32, 343 (1964), K = J/T and L(K) = coth K - 1/K: the energy of a bond is -J L(K), and S_i.S_j has the mean L(K)^|i - j|.
 */
class HeisenbergGuestTest {
    private static final int SITES = 6;
    private static final double TEMPERATURE = 0.4;

    @TempDir
    Path directory;

    /** E = - sum_i S_i.S_{i+1}, S_i = x_i/sqrt(3). Extensive, the extent is the number of vectors; J = 1. */
    record Chain(int sites) implements LandscapeSpec {
        @Override
        public Vectors build() {
            int[][] halves = {
                IntStream.range(0, sites).filter(i -> i % 2 == 0).toArray(),
                IntStream.range(0, sites).filter(i -> i % 2 == 1).toArray()
            };
            return new Vectors(sites, halves, Manifold.power(Manifold.SPHERE, 3, sites));
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(
                    Need.CONTINUOUS, Need.GRADIENT, Need.CONSTRAINT, Need.LOCAL_MOVES, Need.LOCAL_LAW, Need.BLOCKS);
        }

        @Override
        public double knownDimension() {
            return 3.0 * sites;
        }
    }

    private record Vectors(int sites, int[][] halves, Manifold manifold) implements VectorBlocks {
        @Override
        public int dimension() {
            return 3 * sites;
        }

        @Override
        public int components() {
            return 3;
        }

        private double field(double[] x, int unit, int a) {
            double left = unit == 0 ? 0.0 : x[3 * unit - 3 + a];
            double right = unit == sites - 1 ? 0.0 : x[3 * unit + 3 + a];
            return (left + right) / 3.0;
        }

        @Override
        public void field(double[] x, int unit, double[] h, int from) {
            for (int a = 0; a < 3; a++) h[from + a] = field(x, unit, a);
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int k = 0; k < x.length; k++) sum -= 0.5 * x[k] * field(x, k / 3, k % 3);
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            for (int k = 0; k < x.length; k++) g[k] = -field(x, k / 3, k % 3);
            return energy(x);
        }

        @Override
        public int blocks() {
            return 2;
        }

        @Override
        public int[] block(int b) {
            return halves[b];
        }

        @Override
        public Vectors fork() {
            return this;
        }
    }

    /** S_1.S_N. */
    record EndToEnd() implements ObservableSpec {
        static final Quantity G = new Quantity("g", "g", "", List.of("t"), "S_1.S_N");

        @Override
        public List<Quantity> quantities() {
            return List.of(G);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.CONTINUOUS);
        }

        @Override
        public Probe open(Model model, Streams random) {
            return (now, out) -> {
                for (int r = 0; r < now.replicas(); r++) {
                    double[] x = now.state(r);
                    double sum = 0.0;
                    for (int a = 0; a < 3; a++) sum += x[a] * x[x.length - 3 + a] / 3.0;
                    out.put(G, r, sum, Double.NaN, now.time());
                }
            };
        }
    }

    static Stream<DynamicsSpec> samplers() {
        return Stream.of(
                new Metropolis(TEMPERATURE, Order.RANDOM, 1.5),
                new Metropolis(TEMPERATURE, Order.SEQUENTIAL, 1.5),
                new HeatBath(TEMPERATURE, Order.RANDOM),
                new HeatBath(TEMPERATURE, Order.SEQUENTIAL),
                new BlockHeatBath(TEMPERATURE),
                new HamiltonianMonteCarlo(TEMPERATURE, 0.25, 4),
                new Tempering(new BlockHeatBath(1.0), TEMPERATURE, 1.0, 3, List.of(), 1, 0.0));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void everyWayToMoveItHasTheEnergyOfFisher(DynamicsSpec dynamics) {
        double langevin = 1.0 / Math.tanh(1.0 / TEMPERATURE) - TEMPERATURE;
        List<GuestRuns.Mean> means = new GuestRuns(directory)
                .means(
                        new Chain(SITES),
                        dynamics,
                        400,
                        List.of(Quantities.ENERGY, EndToEnd.G),
                        new Energy(),
                        new EndToEnd());
        means.get(0).assertIs("energy per vector", -langevin * (SITES - 1) / SITES);
        means.get(1).assertIs("end to end", Math.pow(langevin, SITES - 1));
        assertThat(means.get(0).error()).isLessThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void itIsObservedAndResumedToTheSameBytes(DynamicsSpec dynamics) throws Exception {
        new GuestRuns(directory)
                .assertResumesToTheSameBytes(Toys.point(
                        new Chain(SITES),
                        dynamics,
                        new Toys.TwoLegs(24.0),
                        1,
                        Map.of(),
                        new Energy(),
                        new Correlation(),
                        new ReplicaOverlap(),
                        new Configuration(4)));
    }

    /** Fields for response functions keep the interface by which the dynamics moves it; and overlaps are means of S_i.S'_i. */
    @Test
    void itIsFollowedInFields() throws Exception {
        Model model = new Chain(SITES).build();
        double[] x = new double[3 * SITES];
        model.randomise(x, new java.util.Random(2));
        assertThat(model.overlap(x, x)).isCloseTo(1.0, within(1e-14));
        for (DynamicsSpec dynamics : List.of(
                new Metropolis(TEMPERATURE, Order.RANDOM, 1.5),
                new HeatBath(TEMPERATURE, Order.RANDOM),
                new BlockHeatBath(TEMPERATURE)))
            new GuestRuns(directory.resolve(dynamics.getClass().getSimpleName()))
                    .assertResumesToTheSameBytes(Toys.point(
                            new Chain(SITES),
                            dynamics,
                            new Toys.TwoLegs(24.0),
                            1,
                            Map.of(),
                            new Correlation(),
                            new Response(0.1, 1)));
    }
}
