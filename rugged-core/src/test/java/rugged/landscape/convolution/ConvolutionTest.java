package rugged.landscape.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.params.BadParameter;

/** Networks with layers of every kind, against differences, against single patterns, and against fully connected networks whose matrices hold the same weights many times. */
class ConvolutionTest {
    private static final int PATTERNS = 9;
    private static final double STEP = 1e-4;

    /** Gaussian pictures of three classes. */
    record Pictures(int channels, int height, int width, int patterns) implements DataSpec {
        @Override
        public Outline outline() {
            int d = channels * height * width;
            return new Outline(patterns, 3, d, Labels.CLASSES, 3).of(new Pixels(channels, height, width));
        }

        @Override
        public Examples load() {
            Random random = new Random(5);
            int d = channels * height * width;
            return new Examples(
                    Labels.CLASSES,
                    3,
                    List.of(channels, height, width),
                    random.doubles(patterns * d, -1.5, 1.5).toArray(),
                    random.doubles(patterns).map(u -> Math.floor(3 * u)).toArray(),
                    random.doubles(3 * d, -1.5, 1.5).toArray(),
                    new double[] {0, 1, 2});
        }
    }

    private static ConvolutionalNetwork spec(
            DataSpec data,
            Activation activation,
            Network.Parametrisation parametrisation,
            Network.Bias bias,
            double l2,
            Precision precision,
            String... layers) {
        return new ConvolutionalNetwork(
                data,
                Arrays.stream(layers).map(NetworkLayer::parse).toList(),
                activation,
                parametrisation,
                bias,
                Initialisation.GAUSSIAN,
                0,
                NetworkLoss.AUTO,
                1,
                l2,
                precision);
    }

    private static Supervised model(Activation activation, String... layers) {
        return spec(
                        new Pictures(2, 6, 5, PATTERNS),
                        activation,
                        Network.Parametrisation.NTK,
                        Network.Bias.ALL,
                        0.01,
                        Precision.FLOAT64,
                        layers)
                .build();
    }

    static Stream<List<String>> layers() {
        return Stream.of(
                List.of("conv 3 3"),
                List.of("conv 16 3", "conv 3 3"),
                List.of("conv 3 3 padding 0", "conv 4 2"),
                List.of("conv 4 3 padding 2", "conv 3 3 padding 1"),
                List.of("conv 4 3 stride 2", "conv 3 2 stride 2 padding 1"),
                List.of("conv 3 1", "conv 8 5"),
                List.of("conv 4 3", "pool 2", "conv 3 3", "pool 2"),
                List.of("pool 2", "conv 3 3", "global"),
                List.of("conv 4 3", "residual conv 4 3", "7"),
                List.of("residual conv 2 3", "norm", "conv 3 3", "norm", "global", "5", "4"),
                List.of("conv 3 3 padding 0", "norm", "conv 3 3"),
                List.of("norm", "6"));
    }

    private static double[] random(int n, int seed, double size) {
        return new Random(seed).doubles(n, -size, size).toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] moved(double[] x, double step, double[] v) {
        double[] y = x.clone();
        for (int i = 0; i < x.length; i++) y[i] += step * v[i];
        return y;
    }

    private static double[] start(Supervised model) {
        double[] x = new double[model.dimension()];
        model.randomise(x, new Random(3));
        double[] push = random(x.length, 4, 0.1);
        return moved(x, 1, push);
    }

    /** (8 (f(h) - f(-h)) - (f(2h) - f(-2h)))/12h, whose error is of order h^4. */
    private static double[] slope(java.util.function.DoubleFunction<double[]> f, int n) {
        double[] sum = new double[n];
        double[] weights = {8, -8, -1, 1};
        double[] steps = {1, -1, 2, -2};
        for (int k = 0; k < 4; k++) {
            double[] value = f.apply(steps[k] * STEP);
            for (int i = 0; i < n; i++) sum[i] += weights[k] * value[i] / (12 * STEP);
        }
        return sum;
    }

    private static void close(double[] found, double[] expected, double tolerance) {
        double size = 1e-3 + Math.sqrt(dot(expected, expected) / expected.length);
        for (int i = 0; i < found.length; i++)
            assertThat(found[i]).as("component " + i).isCloseTo(expected[i], within(tolerance * size));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void derivativesAreThoseOfDifferences(List<String> layers) {
        for (Activation activation : List.of(Activation.TANH, Activation.SOFTPLUS)) {
            Supervised model = model(activation, layers.toArray(String[]::new));
            int n = model.dimension();
            double[] x = start(model);
            double[] g = new double[n];
            model.energyAndGradient(x, g);
            double[] v = random(n, 6, 1);
            double[] energies = slope(h -> new double[] {model.energy(moved(x, h, v))}, 1);
            assertThat(dot(g, v)).isCloseTo(energies[0], within(1e-7 * (1 + Math.abs(energies[0]))));
            double[] hv = new double[n];
            model.hessianVector(x, v, hv);
            double[] slopes = slope(h -> gradient(model, moved(x, h, v)), n);
            close(hv, slopes, 1e-7);
            gaussNewton(model, x, v);
        }
    }

    private static double[] gradient(Supervised model, double[] x) {
        double[] g = new double[x.length];
        model.energyAndGradient(x, g);
        return g;
    }

    /** J^T l'' J v by J v, by the curvature of cross-entropy, and by J^T; J v by differences of outputs. */
    private static void gaussNewton(Supervised model, double[] x, double[] v) {
        int k = model.outputs();
        int count = model.examples(Part.TRAIN);
        double[] o = new double[count * k];
        double[] jv = new double[count * k];
        model.jacobianVector(x, Part.TRAIN, v, jv);
        close(jv, slope(h -> outputs(model, moved(x, h, v)), o.length), 1e-7);
        model.outputs(x, Part.TRAIN, o);
        double[] turned = new double[o.length];
        for (int p = 0; p < count; p++) {
            double sum = 0.0;
            for (int i = p * k; i < (p + 1) * k; i++) sum += Math.exp(o[i]);
            double mean = 0.0;
            for (int i = p * k; i < (p + 1) * k; i++) mean += Math.exp(o[i]) / sum * jv[i];
            for (int i = p * k; i < (p + 1) * k; i++) turned[i] = Math.exp(o[i]) / sum * (jv[i] - mean) / count;
        }
        double[] expected = new double[x.length];
        model.jacobianTransposed(x, Part.TRAIN, turned, expected);
        for (int i = 0; i < x.length; i++) expected[i] += 0.01 * v[i];
        double[] found = new double[x.length];
        model.gaussNewtonVector(x, v, found);
        close(found, expected, 1e-10);
        assertThat(dot(expected, v) - 0.01 * dot(v, v)).isCloseTo(dot(turned, jv), within(1e-9));
    }

    private static double[] outputs(Supervised model, double[] x) {
        double[] o = new double[model.examples(Part.TRAIN) * model.outputs()];
        model.outputs(x, Part.TRAIN, o);
        return o;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void patternsAddUp(List<String> layers) {
        Supervised model = model(Activation.TANH, layers.toArray(String[]::new));
        int n = model.dimension();
        double[] x = start(model);
        double[] mean = new double[n];
        double[] squares = new double[n];
        double[] one = new double[n];
        for (int mu = 0; mu < PATTERNS; mu++) {
            model.energyAndGradient(x, new Batch(new int[] {mu}, 0, 1), one);
            for (int i = 0; i < n; i++) {
                mean[i] += one[i] / PATTERNS;
                squares[i] += one[i] * one[i] / PATTERNS;
            }
        }
        close(gradient(model, x), mean, 1e-12);
        double[] found = new double[n];
        model.squaredGradients(x, found);
        close(found, squares, 1e-11);
        double[] w = random(PATTERNS, 8, 1);
        double[] weighted = new double[n];
        model.weightedGradient(x, w, weighted);
        double[] expected = new double[n];
        for (int mu = 0; mu < PATTERNS; mu++) {
            model.energyAndGradient(x, new Batch(new int[] {mu}, 0, 1), one);
            for (int i = 0; i < n; i++) expected[i] += w[mu] * one[i];
        }
        close(weighted, expected, 1e-11);
        double[] v = random(n, 9, 1);
        double[] along = new double[PATTERNS];
        model.directional(x, v, along);
        assertThat(Arrays.stream(along).average().orElseThrow()).isCloseTo(dot(mean, v), within(1e-11));
    }

    @Test
    void singlePrecisionIsCloseToDouble() {
        for (List<String> layers : layers().toList()) {
            String[] words = layers.toArray(String[]::new);
            Supervised exact = model(Activation.RELU, words);
            Supervised rounded = spec(
                            new Pictures(2, 6, 5, PATTERNS),
                            Activation.RELU,
                            Network.Parametrisation.NTK,
                            Network.Bias.ALL,
                            0.01,
                            Precision.FLOAT32,
                            words)
                    .build();
            double[] x = start(exact);
            double[] v = random(x.length, 7, 1);
            close(gradient(rounded, x), gradient(exact, x), 1e-4);
            double[] found = new double[x.length];
            double[] expected = new double[x.length];
            rounded.hessianVector(x, v, found);
            exact.hessianVector(x, v, expected);
            close(found, expected, 1e-4);
        }
    }

    /** Which weight of the convolutional network stands in an entry of a matrix, and times what. */
    private record Entry(int entry, int weight, double factor) {}

    /**
     * Entries of the matrix of a convolution of means over squares of {@code pool} pixels.
     *
     * @param planar whether inputs lie channel after channel
     */
    private static void toeplitz(
            List<Entry> entries,
            int at,
            int weights,
            Volume in,
            int pool,
            NetworkLayer.Convolution conv,
            boolean planar) {
        Volume pooled = new Volume(in.channels(), in.height() / pool, in.width() / pool, 0);
        int s = conv.stride();
        int height = (pooled.height() + 2 * conv.padding() - conv.kernel()) / s + 1;
        int width = (pooled.width() + 2 * conv.padding() - conv.kernel()) / s + 1;
        int units = height * width * conv.channels();
        for (int y = 0; y < in.height() / pool * pool; y++)
            for (int x = 0; x < in.width() / pool * pool; x++)
                for (int c = 0; c < in.channels(); c++)
                    for (int i = 0; i < conv.kernel(); i++)
                        for (int j = 0; j < conv.kernel(); j++)
                            for (int o = 0; o < conv.channels(); o++) {
                                int row = y / pool + conv.padding() - i;
                                int column = x / pool + conv.padding() - j;
                                if (row < 0 || column < 0 || row % s != 0 || column % s != 0) continue;
                                if (row / s >= height || column / s >= width) continue;
                                int from = planar
                                        ? (c * in.height() + y) * in.width() + x
                                        : (y * in.width() + x) * in.channels() + c;
                                int to = (row / s * width + column / s) * conv.channels() + o;
                                int weight = ((i * conv.kernel() + j) * in.channels() + c) * conv.channels() + o;
                                entries.add(new Entry(at + from * units + to, weights + weight, 1.0 / (pool * pool)));
                            }
        for (int u = 0; u < units; u++) {
            int all = in.units() * units;
            int bias = conv.kernel() * conv.kernel() * in.channels() * conv.channels() + u % conv.channels();
            entries.add(new Entry(at + all + u, weights + bias, 1.0));
        }
    }

    private static double[] spread(List<Entry> entries, double[] x, int length) {
        double[] dense = new double[length];
        for (Entry entry : entries) dense[entry.entry] += entry.factor * x[entry.weight];
        return dense;
    }

    private static double[] gathered(List<Entry> entries, double[] g, int length) {
        double[] x = new double[length];
        for (Entry entry : entries) x[entry.weight] += entry.factor * g[entry.entry];
        return x;
    }

    /** As fully connected networks whose matrices hold every weight of a window once for every place where the window stands. */
    @ParameterizedTest
    @ValueSource(strings = {"conv 4 2 padding 0", "conv 16 3", "conv 5 3 stride 2", "conv 4 3 padding 2 stride 2"})
    void windowsAreMatricesWithEqualEntries(String second) {
        Pictures data = new Pictures(2, 6, 7, PATTERNS);
        Supervised model = spec(
                        data,
                        Activation.TANH,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        0,
                        Precision.FLOAT64,
                        "conv 3 3",
                        "pool 2",
                        second)
                .build();
        NetworkLayer.Convolution one = (NetworkLayer.Convolution) NetworkLayer.parse("conv 3 3");
        NetworkLayer.Convolution two = (NetworkLayer.Convolution) NetworkLayer.parse(second);
        List<Entry> entries = new ArrayList<>();
        int units = 6 * 7 * 3;
        toeplitz(entries, 0, 0, new Volume(2, 6, 7, 0), 1, one, true);
        int at = 84 * units + units;
        int weights = 9 * 2 * 3 + 3;
        toeplitz(entries, at, weights, new Volume(3, 6, 7, 0), 2, two, false);
        int readout = weights + two.kernel() * two.kernel() * 3 * two.channels() + two.channels();
        int left = model.dimension() - readout;
        int hidden = (left - 3) / 3;
        int end = at + units * hidden + hidden;
        for (int i = 0; i < left; i++) entries.add(new Entry(end + i, readout + i, 1.0));
        Supervised dense = new Network(
                        data,
                        List.of(units, hidden),
                        Activation.TANH,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1,
                        0,
                        Precision.FLOAT64)
                .build();
        assertThat(dense.dimension()).isEqualTo(end + left);
        double[] x = start(model);
        double[] v = random(x.length, 9, 1);
        double[] wide = spread(entries, x, dense.dimension());
        double[] along = spread(entries, v, dense.dimension());
        assertThat(model.energy(x)).isCloseTo(dense.energy(wide), within(1e-12));
        close(gradient(model, x), gathered(entries, gradient(dense, wide), x.length), 1e-10);
        double[] hv = new double[x.length];
        double[] all = new double[wide.length];
        model.hessianVector(x, v, hv);
        dense.hessianVector(wide, along, all);
        close(hv, gathered(entries, all, x.length), 1e-10);
        model.gaussNewtonVector(x, v, hv);
        dense.gaussNewtonVector(wide, along, all);
        close(hv, gathered(entries, all, x.length), 1e-10);
    }

    @Test
    void theNetworkOfTheFirstStudyHas20490Weights() {
        ConvolutionalNetwork network = spec(
                new Pictures(1, 28, 28, 2),
                Activation.RELU,
                Network.Parametrisation.STANDARD,
                Network.Bias.ALL,
                0,
                Precision.FLOAT32,
                "conv 16 3",
                "pool 2",
                "conv 32 3",
                "pool 2");
        // three classes instead of ten
        assertThat(network.knownDimension()).isEqualTo(160 + 4640 + 1569 * 3);
        double[] x = new double[(int) network.knownDimension()];
        network.build().randomise(x, new Random(1));
        double second =
                Arrays.stream(x, 160, 160 + 4608).map(w -> w * w).average().orElseThrow();
        assertThat(second).isCloseTo(2.0 / 144, within(0.06 * 2.0 / 144));
    }

    @Test
    void wordsComeBack() {
        for (String word : List.of(
                "conv 16 3", "conv 4 5 stride 2 padding 0", "residual conv 4 3", "pool 2", "global", "norm", "10"))
            assertThat(NetworkLayer.parse(word)).hasToString(word);
    }

    private static void refused(String message, String... layers) {
        assertThatThrownBy(() -> model(Activation.TANH, layers))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        refused("layer 2 (pool 7): makes 3 x 0 x 0 of 3 x 6 x 5", "conv 3 3", "pool 7");
        refused("layer 1 (conv 3 9 padding 0): makes 3 x -2 x -3 of 2 x 6 x 5", "conv 3 9 padding 0");
        refused("layer 1 (residual conv 3 3): makes 3 x 6 x 5 of 2 x 6 x 5", "residual conv 3 3");
        refused("\"three\" is no whole number", "conv three 3");
        refused("no layer", "max 2 2");
        refused("neither stride nor padding", "conv 3 3 dilation 2");
    }
}
