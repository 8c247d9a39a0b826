package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.Need;
import rugged.api.model.MarginLandscape;
import rugged.api.model.Supervised.Part;
import rugged.data.Normalisation;
import rugged.data.RandomExamples;
import rugged.data.RandomExamples.Labelling;
import rugged.landscape.Precision;
import rugged.num.spectral.Products;

/** Networks whose patterns are constraints: identities of the output, and of the two parts of the Hessian. */
class HingeNetworkTest {
    private static RandomExamples data(int patterns, int width, long seed) {
        return new RandomExamples(
                patterns, 0, width, 0, Optional.of(Labelling.ALTERNATING), Optional.of(Normalisation.UNIT), seed);
    }

    private static Network network(RandomExamples data, int depth, int width, Network.Bias bias) {
        return new Network(
                data,
                Collections.nCopies(depth, width),
                Activation.RELU,
                Network.Parametrisation.STANDARD,
                bias,
                Initialisation.ORTHOGONAL_ROWS,
                1.0,
                NetworkLoss.HINGE,
                1.0,
                0.0,
                Precision.FLOAT64);
    }

    private static MarginLandscape model(Network network) {
        assertThat(network.provides()).contains(Need.MARGINS, Need.CONTACTS);
        return (MarginLandscape) network.build();
    }

    /** A start, and biases that are not 0. */
    private static double[] start(MarginLandscape model, long seed) {
        double[] x = new double[model.dimension()];
        Random random = new Random(seed);
        model.randomise(x, random);
        for (int i = 0; i < x.length; i++) x[i] += 0.05 * random.nextGaussian();
        return x;
    }

    private static double[] unit(int n, int i) {
        double[] e = new double[n];
        e[i] = 1.0;
        return e;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] eigenvalues(MarginLandscape model, double[] x) {
        return new Products(x.length, (v, av) -> model.functionHessianVector(x, v, av)).eigenvalues();
    }

    /** The numbers of weights that the paper gives: N counts no biases. */
    @Test
    void weightsAreCountedWithoutBiases() {
        int[][] cases = {{62, 2, 7750}, {51, 3, 7854}, {40, 5, 8040}};
        for (int[] one : cases) {
            Network network = network(data(4, one[0], 1), one[1], one[0], Network.Bias.ALL);
            assertThat(network.sizes()).containsEntry("W", (double) one[2]);
            assertThat(network.knownDimension()).isEqualTo(one[2] + one[1] * one[0] + 1.0);
            assertThat(model(network).weights()).isEqualTo(one[2]);
        }
    }

    /** More units than inputs, as many, and fewer: unit rows, orthogonal in blocks. */
    @Test
    void rowsBeginOrthonormal() {
        Network network = new Network(
                data(4, 5, 1),
                List.of(12, 12, 7),
                Activation.RELU,
                Network.Parametrisation.STANDARD,
                Network.Bias.ALL,
                Initialisation.ORTHOGONAL_ROWS,
                1.0,
                NetworkLoss.HINGE,
                1.0,
                0.0,
                Precision.FLOAT64);
        double[] x = new double[(int) network.knownDimension()];
        network.build().randomise(x, new Random(7));
        int[] widths = {5, 12, 12, 7, 1};
        int at = 0;
        for (int l = 1; l < widths.length; l++) {
            int in = widths[l - 1];
            int out = widths[l];
            for (int a = 0; a < out; a++) {
                for (int b = 0; b <= a; b++) {
                    if (a / in != b / in) continue;
                    double product = 0.0;
                    for (int i = 0; i < in; i++) product += x[at + i * out + a] * x[at + i * out + b];
                    assertThat(product).isCloseTo(a == b ? 1.0 : 0.0, within(1e-13));
                }
            }
            at += in * out;
            for (int i = 0; i < out; i++) assertThat(x[at + i]).isZero();
            at += out;
        }
    }

    /** The gradient against differences, steps of 1e-6 along random directions; one that crosses a kink is off by its jump, most cross none. */
    @Test
    void theGradientIsThatOfTheLoss() {
        MarginLandscape model = model(network(data(300, 10, 3), 2, 10, Network.Bias.ALL));
        double[] x = start(model, 5);
        double[] g = new double[x.length];
        model.energyAndGradient(x, g);
        Random random = new Random(6);
        double[] errors = new double[20];
        for (int trial = 0; trial < errors.length; trial++) {
            double[] v = random.doubles(x.length, -1, 1).toArray();
            double norm = Math.sqrt(dot(v, v));
            double[] up = x.clone();
            double[] down = x.clone();
            for (int i = 0; i < x.length; i++) {
                up[i] += 1e-6 * v[i] / norm;
                down[i] -= 1e-6 * v[i] / norm;
            }
            double difference = (model.energy(up) - model.energy(down)) / 2e-6;
            errors[trial] = Math.abs(dot(g, v) / norm - difference) / Math.sqrt(dot(g, g));
        }
        Arrays.sort(errors);
        assertThat(errors[errors.length / 2]).isLessThan(4e-9);
    }

    /** f is linear in each single weight and bias, so that the curvature of the function has no diagonal. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theCurvatureOfTheFunctionHasNoDiagonal(int depth) {
        MarginLandscape model = model(network(data(120, 6, 2), depth, 8, Network.Bias.ALL));
        double[] x = start(model, 1);
        double[] hv = new double[x.length];
        double largest = 0.0;
        for (int i = 0; i < x.length; i++) {
            model.functionHessianVector(x, unit(x.length, i), hv);
            assertThat(hv[i]).isZero();
            for (double value : hv) largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    /** H = H_0 + H_p, with H_0 v by a Jacobian product and a transposed one over the violated patterns. */
    @Test
    void bothPartsMakeTheHessian() {
        RandomExamples data = data(150, 7, 4);
        MarginLandscape model = model(network(data, 3, 6, Network.Bias.ALL));
        double[] x = start(model, 2);
        int n = x.length;
        int patterns = model.patterns();
        double[] margins = new double[patterns];
        model.margins(x, Part.TRAIN, margins);
        Random random = new Random(8);
        for (int trial = 0; trial < 3; trial++) {
            double[] v = random.doubles(n, -1, 1).toArray();
            double[] along = new double[patterns];
            model.jacobianVector(x, Part.TRAIN, v, along);
            for (int mu = 0; mu < patterns; mu++) along[mu] = margins[mu] < 1.0 ? along[mu] / patterns : 0.0;
            double[] byHand = new double[n];
            model.jacobianTransposed(x, Part.TRAIN, along, byHand);
            double[] outer = new double[n];
            model.gaussNewtonVector(x, v, outer);
            double[] springs = new double[n];
            model.unstressedVector(x, v, springs);
            assertThat(springs).isEqualTo(outer);
            double[] inner = new double[n];
            model.functionHessianVector(x, v, inner);
            double[] whole = new double[n];
            model.hessianVector(x, v, whole);
            double scale = Math.sqrt(dot(whole, whole) / n);
            for (int i = 0; i < n; i++) {
                assertThat(outer[i]).isCloseTo(byHand[i], within(1e-13 * scale));
                assertThat(outer[i] + inner[i]).isCloseTo(whole[i], within(1e-13 * scale));
            }
        }
    }

    /** One hidden layer: a block of rank one for each unit, so that the spectrum is symmetric, with as many negative as units. */
    @Test
    void oneLayerHasASymmetricSpectrum() {
        int h = 8;
        MarginLandscape model = model(network(data(200, 8, 1), 1, h, Network.Bias.ALL));
        double[] values = eigenvalues(model, start(model, 3));
        assertThat(values).hasSize(81);
        double largest = values[values.length - 1];
        int negative = 0;
        int positive = 0;
        for (int k = 0; k < values.length; k++) {
            assertThat(values[k]).isCloseTo(-values[values.length - 1 - k], within(1e-12 * largest));
            if (values[k] < -1e-10 * largest) negative++;
            if (values[k] > 1e-10 * largest) positive++;
        }
        assertThat(negative).isEqualTo(h);
        assertThat(positive).isEqualTo(h);
    }

    /** Deeper networks: nearly half of the modes are negative at the start, and as many positive. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void deepNetworksBeginWithNearlyHalfNegative(int depth) {
        Network network = network(data(400, 8, 5), depth, 8, Network.Bias.ALL);
        MarginLandscape model = model(network);
        double[] x = new double[model.dimension()];
        model.randomise(x, new Random(4));
        double[] values = eigenvalues(model, x);
        double rounding = 1e-8 * Math.max(-values[0], values[values.length - 1]);
        long negative = Arrays.stream(values).filter(value -> value < -rounding).count();
        long positive = Arrays.stream(values).filter(value -> value > rounding).count();
        assertThat(values).hasSize(depth == 2 ? 153 : 225);
        assertThat(negative / (double) values.length).isBetween(0.45, 0.5);
        assertThat(positive / (double) values.length).isBetween(0.45, 0.5);
        assertThat(Arrays.stream(values).sum()).isCloseTo(0.0, within(1e-12));
    }

    /** Euler: the read-out multiplies the output, and without biases all L + 1 layers do. */
    @Test
    void theOutputIsHomogeneous() {
        MarginLandscape biased = model(network(data(50, 6, 2), 3, 7, Network.Bias.ALL));
        double[] x = start(biased, 9);
        double[] readOut = new double[x.length];
        System.arraycopy(x, x.length - 8, readOut, x.length - 8, 8);
        multiplies(biased, x, readOut, 1.0);
        MarginLandscape bare = model(network(data(50, 6, 2), 3, 7, Network.Bias.NONE));
        double[] y = start(bare, 9);
        multiplies(bare, y, y, 4.0);
    }

    private static void multiplies(MarginLandscape model, double[] x, double[] v, double degree) {
        double[] o = new double[model.patterns()];
        double[] along = new double[model.patterns()];
        model.outputs(x, Part.TRAIN, o);
        model.jacobianVector(x, Part.TRAIN, v, along);
        for (int mu = 0; mu < o.length; mu++) assertThat(along[mu]).isCloseTo(degree * o[mu], within(1e-12));
    }

    @Test
    void contactsAreViolatedPatterns() {
        MarginLandscape model = model(network(data(90, 6, 2), 2, 5, Network.Bias.ALL));
        double[] x = start(model, 3);
        double[] losses = new double[90];
        model.losses(x, Part.TRAIN, losses);
        long[] violated = model.violated(x);
        double[] forces = model.contacts(x).forces();
        assertThat(forces).hasSameSizeAs(violated).isNotEmpty();
        for (int k = 0; k < forces.length; k++)
            assertThat(0.5 * forces[k] * forces[k]).isEqualTo(losses[(int) violated[k]]);
        assertThat(Arrays.stream(losses).filter(loss -> loss > 0.0).count()).isEqualTo(forces.length);
        assertThat(model.gaps(x).length + forces.length).isEqualTo(90);
        assertThat(model.contacts(x).coordination()).isEqualTo(forces.length / 60.0);
        MarginLandscape fork = model.fork();
        assertThat(fork.violated(x)).isEqualTo(violated);
    }

    /** A unit is off for good where its bias is far below: with all of a layer off the output is the last bias, on every pattern. */
    @Test
    void deadPatternsAreThoseThatALayerIsOffOn() {
        MarginLandscape model = model(network(data(40, 4, 2), 2, 3, Network.Bias.ALL));
        double[] x = start(model, 3);
        boolean[] dead = new boolean[40];
        double[] margins = new double[40];
        // the biases of the second layer: behind 4 x 3 + 3 + 3 x 3 numbers
        for (int layer : new int[] {12, 24}) {
            double[] off = x.clone();
            for (int i = 0; i < 3; i++) off[layer + i] = -100.0;
            // a first layer that is off leaves the second with its biases
            model.dead(off, dead);
            for (boolean one : dead) assertThat(one).isTrue();
            double[] g = new double[x.length];
            model.energyAndGradient(off, g);
            for (int i = 0; i < layer; i++) assertThat(g[i]).isZero();
            model.margins(off, Part.TRAIN, margins);
            assertThat(Arrays.stream(margins).map(Math::abs).distinct().count()).isEqualTo(1);
        }
        model.dead(x, dead);
        int count = 0;
        for (int mu = 0; mu < dead.length; mu++) {
            double[] g = new double[x.length];
            model.jacobianTransposed(x, Part.TRAIN, unit(dead.length, mu), g);
            boolean felt = Arrays.stream(g, 0, 12).anyMatch(value -> value != 0.0);
            assertThat(dead[mu]).isEqualTo(!felt);
            if (dead[mu]) count++;
        }
        assertThat(count).isBetween(1, 39);
    }

    @Test
    void whatIsNoConstraintIsNotOffered() {
        Network hinge = network(data(20, 4, 1), 1, 3, Network.Bias.ALL);
        for (Network other : List.of(
                new Network(
                        hinge.data(),
                        hinge.layers(),
                        hinge.activation(),
                        hinge.parametrisation(),
                        hinge.bias(),
                        hinge.initialisation(),
                        1.0,
                        NetworkLoss.HINGE,
                        1.0,
                        1e-4,
                        Precision.FLOAT64),
                new Network(
                        hinge.data(),
                        hinge.layers(),
                        hinge.activation(),
                        hinge.parametrisation(),
                        hinge.bias(),
                        hinge.initialisation(),
                        1.0,
                        NetworkLoss.LOGISTIC,
                        1.0,
                        0.0,
                        Precision.FLOAT64))) {
            assertThat(other.provides()).doesNotContain(Need.MARGINS, Need.CONTACTS);
            assertThat(other.build()).isNotInstanceOf(MarginLandscape.class);
        }
    }
}
