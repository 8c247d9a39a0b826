package rugged.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Batch;
import rugged.api.model.DenseLayers;
import rugged.api.model.DenseLayers.Dense;
import rugged.api.model.Supervised.Part;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;

/** Kronecker factors of a network against gradients of single examples and products with the Gauss-Newton matrix. */
class KroneckerFactorsTest {
    private static final int WIDTH = 4;

    /** Uniform inputs; labels of any kind. */
    private record Drawn(int patterns, Labels kind) implements DataSpec {
        @Override
        public Outline outline() {
            return new Outline(patterns, 1, WIDTH, kind, kind == Labels.CLASSES ? 3 : kind == Labels.SIGNS ? 2 : 0);
        }

        @Override
        public Examples load() {
            Random random = new Random(8);
            double[] inputs = random.doubles(patterns * WIDTH, -1.5, 1.5).toArray();
            double[] labels = new double[patterns];
            for (int p = 0; p < patterns; p++) labels[p] = kind == Labels.SIGNS ? 1 - 2 * (p % 2) : p % 3;
            double[] none = new double[WIDTH];
            return new Examples(kind, outline().classes(), List.of(WIDTH), inputs, labels, none, new double[] {1});
        }
    }

    private static DenseLayers network(int patterns, NetworkLoss loss, Examples.Labels labels, Precision precision) {
        return (DenseLayers) new Network(
                        new Drawn(patterns, labels),
                        List.of(5, 3),
                        Activation.TANH,
                        Network.Parametrisation.NTK,
                        Network.Bias.HIDDEN,
                        Initialisation.GAUSSIAN,
                        0,
                        loss,
                        4.0,
                        0,
                        precision)
                .build();
    }

    private static double[] somewhere(DenseLayers network) {
        double[] x = new double[network.dimension()];
        Streams.of(2).stream("x", 0).normals(x);
        return x;
    }

    private static double[][] factors(DenseLayers network, boolean inputs) {
        return network.dense().stream()
                .map(dense -> inputs ? dense.inputs() : dense.outputs())
                .map(n -> new double[n * n])
                .toArray(double[][]::new);
    }

    @Test
    void theMatricesCoverAllParameters() {
        DenseLayers network = network(7, NetworkLoss.LOGISTIC, Labels.SIGNS, Precision.FLOAT64);
        int at = 0;
        for (Dense dense : network.dense()) {
            assertThat(dense.from()).isEqualTo(at);
            at += dense.inputs() * dense.outputs();
        }
        assertThat(at).isEqualTo(network.dimension()).isEqualTo(5 * 5 + 6 * 3 + 3);
    }

    /** (u u^T) (x) (d d^T) is g g^T, where the drawn label is that of the example; else the slope is that of the other label. */
    @ParameterizedTest
    @CsvSource({"FLOAT64, 1e-12", "FLOAT32, 1e-5"})
    void ofOneExampleTheyAreItsGradientTwice(Precision precision, double error) {
        DenseLayers network = network(6, NetworkLoss.LOGISTIC, Labels.SIGNS, precision);
        double[] x = somewhere(network);
        double[] g = new double[x.length];
        double[] o = new double[6];
        network.outputs(x, Part.TRAIN, o);
        double[][] a = factors(network, true);
        double[][] s = factors(network, false);
        int turned = 0;
        for (int mu = 0; mu < 6; mu++) {
            Batch one = new Batch(new int[] {mu}, 0, 1);
            network.energyAndGradient(x, one, g);
            network.kroneckerFactors(x, one, Streams.of(3).stream("labels", mu), a, s);
            double own = 1 / (1 + Math.exp((1 - 2 * (mu % 2)) * o[mu]));
            // the last layer is scaled by 1/sqrt(3), and so is its slope
            boolean other = Math.abs(3 * s[2][0] - own * own) > 1e-4 * own * own;
            double slope = other ? (1 - own) / own : 1;
            if (other) turned++;
            for (int l = 0; l < 3; l++) compare(network.dense().get(l), a[l], s[l], g, slope * slope, error);
        }
        assertThat(turned).isBetween(1, 5);
    }

    private static void compare(Dense dense, double[] a, double[] s, double[] g, double factor, double error) {
        int in = dense.inputs();
        int out = dense.outputs();
        for (int i = 0; i < in * out; i++) {
            for (int j = 0; j < in * out; j++) {
                double product = a[i / out * in + j / out] * s[i % out * out + j % out];
                double expected = factor * g[dense.from() + i] * g[dense.from() + j];
                assertThat(product).isCloseTo(expected, within(error * (1 + Math.abs(expected))));
            }
        }
    }

    /** For one example u is fixed, and the mean over labels of (u u^T) (x) (d d^T) is the layer's block of the Gauss-Newton matrix. */
    @ParameterizedTest
    @CsvSource({"CROSS_ENTROPY, CLASSES", "SQUARED, CLASSES", "LOGISTIC, SIGNS", "HINGE, SIGNS", "SQUARED, VALUES"})
    void overDrawnLabelsTheyAreTheGaussNewtonMatrix(NetworkLoss loss, Examples.Labels labels) {
        DenseLayers network = network(1, loss, labels, Precision.FLOAT64);
        double[] x = somewhere(network);
        double[][] a = factors(network, true);
        double[][] s = factors(network, false);
        int draws = 4000;
        for (int l = 0; l < 3; l++) {
            Dense dense = network.dense().get(l);
            double[] v = new double[x.length];
            for (int i = 0; i < dense.inputs() * dense.outputs(); i++) v[dense.from() + i] = Math.sin(1 + 3.0 * i);
            double[] gv = new double[x.length];
            network.gaussNewtonVector(x, v, gv);
            double exact = 0;
            for (int i = 0; i < v.length; i++) exact += v[i] * gv[i];
            double mean = 0;
            double square = 0;
            var random = Streams.of(4).stream("labels", l);
            for (int k = 0; k < draws; k++) {
                network.kroneckerFactors(x, new Batch(new int[1], 0, 1), random, a, s);
                double value = quadratic(dense, a[l], s[l], v);
                mean += value / draws;
                square += value * value / draws;
            }
            double deviation = Math.sqrt(Math.max(0, square - mean * mean) / draws);
            assertThat(mean).isCloseTo(exact, within(4 * deviation + 1e-12));
            assertThat(exact).isGreaterThan(0);
        }
    }

    private static double quadratic(Dense dense, double[] a, double[] s, double[] v) {
        int in = dense.inputs();
        int out = dense.outputs();
        double sum = 0;
        for (int i = 0; i < in * out; i++)
            for (int j = 0; j < in * out; j++)
                sum += v[dense.from() + i]
                        * a[i / out * in + j / out]
                        * s[i % out * out + j % out]
                        * v[dense.from() + j];
        return sum;
    }

    /** A batch is the mean of its examples, also across the chunks in which they are taken. */
    @Test
    void aBatchIsTheMeanOfItsExamples() {
        DenseLayers network = network(300, NetworkLoss.SQUARED, Labels.VALUES, Precision.FLOAT64);
        double[] x = somewhere(network);
        double[][] a = factors(network, true);
        double[][] s = factors(network, false);
        double[][] one = factors(network, true);
        double[][] mean = factors(network, true);
        int[] index = new int[300];
        for (int mu = 0; mu < 300; mu++) {
            index[mu] = mu;
            network.kroneckerFactors(x, new Batch(new int[] {mu}, 0, 1), new Random(1), one, s);
            for (int l = 0; l < 3; l++) for (int i = 0; i < one[l].length; i++) mean[l][i] += one[l][i] / 300;
        }
        network.kroneckerFactors(x, new Batch(index, 0, 300), new Random(1), a, s);
        for (int l = 0; l < 3; l++)
            for (int i = 0; i < mean[l].length; i++) assertThat(a[l][i]).isCloseTo(mean[l][i], within(1e-12));
    }
}
