package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

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
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Probe;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.scalar.Energy;
import rugged.observable.thermal.ReplicaOverlap;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Response;

/**
 * A guest that the program does not know: a machine of visible and hidden spins that interact between the layers only, with Gaussian weights. Layers that are drawn at once, by a product with the
 * matrix of weights, and spins one after the other have the energy and the correlations of the sum over all configurations.
 */
class BipartiteGuestTest {
    private static final double TEMPERATURE = 0.8;

    @TempDir
    Path directory;

    /** E = - sum_ij W_ij x_i y_j - h sum_i x_i, W_ij of variance 1/sqrt(N1 N2). Extensive in N1 + N2; a state is x, then y. */
    record Machine(int visible, int hidden, double field, long seed) implements LandscapeSpec {
        @Override
        public Layers build() {
            double[][] w = new double[visible][hidden];
            double scale = Math.pow(visible * (double) hidden, -0.25);
            for (int i = 0; i < visible; i++) {
                Streams.of(seed).stream("weights", i).normals(w[i]);
                for (int j = 0; j < hidden; j++) w[i][j] *= scale;
            }
            int[][] layers = {
                IntStream.range(0, visible).toArray(),
                IntStream.range(visible, visible + hidden).toArray()
            };
            Layers machine = new Layers(w, field, layers, new double[visible + hidden], new double[visible + hidden]);
            double[] up = new double[visible + hidden];
            java.util.Arrays.fill(up, 1.0);
            machine.load(up);
            return machine;
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.SPINS, Need.BLOCKS);
        }

        @Override
        public double knownDimension() {
            return visible + hidden;
        }
    }

    /** {@code fields} are those of all spins, kept in step. */
    private record Layers(double[][] w, double external, int[][] layers, double[] s, double[] fields)
            implements SpinLandscape, DiscreteBlocks {
        private int visible() {
            return w.length;
        }

        @Override
        public int dimension() {
            return s.length;
        }

        @Override
        public int at(int i) {
            return s[i] > 0.0 ? 1 : 0;
        }

        @Override
        public void load(double[] configuration) {
            System.arraycopy(configuration, 0, s, 0, s.length);
            for (int b = 0; b < 2; b++) fields(b);
        }

        /** The fields of one layer from the spins of the other: a product with the matrix. */
        private void fields(int layer) {
            int n1 = visible();
            if (layer == 0) {
                for (int i = 0; i < n1; i++) {
                    double sum = external;
                    for (int j = 0; j < w[i].length; j++) sum += w[i][j] * s[n1 + j];
                    fields[i] = sum;
                }
                return;
            }
            java.util.Arrays.fill(fields, n1, s.length, 0.0);
            for (int i = 0; i < n1; i++) for (int j = 0; j < w[i].length; j++) fields[n1 + j] += w[i][j] * s[i];
        }

        @Override
        public double energy() {
            double sum = 0.0;
            for (int i = 0; i < visible(); i++) sum -= s[i] * fields[i];
            return sum;
        }

        @Override
        public double flipCost(int i) {
            return 2.0 * s[i] * fields[i];
        }

        @Override
        public void flip(int i) {
            s[i] = -s[i];
            int n1 = visible();
            if (i < n1) for (int j = 0; j < w[i].length; j++) fields[n1 + j] += 2.0 * w[i][j] * s[i];
            else for (int k = 0; k < n1; k++) fields[k] += 2.0 * w[k][i - n1] * s[i];
        }

        @Override
        public int blocks() {
            return 2;
        }

        @Override
        public int[] block(int b) {
            return layers[b];
        }

        @Override
        public void setBlock(int b, int[] values) {
            int[] layer = layers[b];
            for (int k = 0; k < layer.length; k++) s[layer[k]] = value(layer[k], values[k]);
            fields(1 - b);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(s).put(fields).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(s);
            in.read(fields);
        }

        @Override
        public Layers fork() {
            return new Layers(w, external, layers, s.clone(), fields.clone());
        }
    }

    /** x_1 y_1, a correlation of the two layers. */
    record Across(int visible) implements ObservableSpec {
        static final Quantity XY = new Quantity("xy", "xy", "", List.of("t"), "x_1 y_1");

        @Override
        public List<Quantity> quantities() {
            return List.of(XY);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.SPINS);
        }

        @Override
        public Probe open(Model model, Streams random) {
            return (now, out) -> {
                for (int r = 0; r < now.replicas(); r++)
                    out.put(XY, r, now.state(r)[0] * now.state(r)[visible], Double.NaN, now.time());
            };
        }
    }

    /** Energy per spin and the mean of x_1 y_1 over all 2^N configurations. */
    private static double[] exact(Machine spec, double temperature) {
        SpinLandscape model = spec.build();
        double[] s = new double[model.dimension()];
        double[] sums = new double[3];
        for (int configuration = 0; configuration < 1 << s.length; configuration++) {
            for (int i = 0; i < s.length; i++) s[i] = (configuration >> i & 1) == 1 ? 1.0 : -1.0;
            model.load(s);
            double weight = Math.exp(-model.energy() / temperature);
            sums[0] += weight;
            sums[1] += weight * model.energy() / s.length;
            sums[2] += weight * s[0] * s[spec.visible()];
        }
        return new double[] {sums[1] / sums[0], sums[2] / sums[0]};
    }

    static Stream<DynamicsSpec> samplers() {
        return Stream.of(
                new Metropolis(TEMPERATURE, Order.RANDOM, 0.5),
                new HeatBath(TEMPERATURE, Order.SEQUENTIAL),
                new BlockHeatBath(TEMPERATURE),
                new Tempering(new BlockHeatBath(1.0), TEMPERATURE, 1.6, 3, List.of(), 1, 0.0));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void layersAtOnceAndSpinBySpinItIsTheSumOverAllConfigurations(DynamicsSpec dynamics) {
        Machine spec = new Machine(4, 6, 0.1, 3);
        double[] exact = exact(spec, TEMPERATURE);
        List<GuestRuns.Mean> means = new GuestRuns(directory)
                .means(spec, dynamics, 400, List.of(Quantities.ENERGY, Across.XY), new Energy(), new Across(4));
        means.get(0).assertIs("energy per spin", exact[0]);
        means.get(1).assertIs("correlation of the layers", exact[1]);
        assertThat(means.get(0).error()).isLessThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void itIsObservedAndResumedToTheSameBytes(DynamicsSpec dynamics) throws Exception {
        new GuestRuns(directory)
                .assertResumesToTheSameBytes(Toys.point(
                        new Machine(12, 20, 0.1, 3),
                        dynamics,
                        new Toys.TwoLegs(24.0),
                        1,
                        Map.of(),
                        new Energy(),
                        new Correlation(),
                        new ReplicaOverlap()));
    }

    @Test
    void layersAreFollowedInFields() throws Exception {
        new GuestRuns(directory)
                .assertResumesToTheSameBytes(Toys.point(
                        new Machine(12, 20, 0.1, 3),
                        new BlockHeatBath(TEMPERATURE),
                        new Toys.TwoLegs(24.0),
                        1,
                        Map.of(),
                        new Correlation(),
                        new Response(0.1, 1)));
    }

    @Test
    void aMachineOfSpinsIsOneOfUnits() {
        Set<Need> offers = new Machine(4, 6, 0.1, 3).offers();
        assertThat(offers)
                .contains(Need.UNITS, Need.LOCAL_MOVES, Need.LOCAL_LAW, Need.ORIGIN, Need.OVERLAP)
                .containsAll(new BlockHeatBath(1.0).needs());
        assertThat(new BlockHeatBath(1.0).needs()).contains(Need.BLOCKS);
    }
}
