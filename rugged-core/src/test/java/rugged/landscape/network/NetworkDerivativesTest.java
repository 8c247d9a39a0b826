package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.landscape.Precision;

/** Every activation with every loss that fits every kind of labels, in every parametrisation, against differences and against single patterns. */
class NetworkDerivativesTest {
    private static final int WIDTH = 5;
    private static final int PATTERNS = 150;
    private static final double STEP = 1e-4;

    /** Gaussian inputs with labels of any kind. */
    record Given(Labels kind) implements DataSpec {
        @Override
        public Outline outline() {
            return new Outline(PATTERNS, 3, WIDTH, kind, kind == Labels.CLASSES ? 3 : kind == Labels.SIGNS ? 2 : 0);
        }

        @Override
        public Examples load() {
            Random random = new Random(5);
            return new Examples(
                    kind,
                    outline().classes(),
                    List.of(WIDTH),
                    random.doubles(PATTERNS * WIDTH, -1.5, 1.5).toArray(),
                    labels(random, PATTERNS),
                    random.doubles(3 * WIDTH, -1.5, 1.5).toArray(),
                    labels(random, 3));
        }

        private double[] labels(Random random, int count) {
            return random.doubles(count)
                    .map(u -> switch (kind) {
                        case CLASSES -> Math.floor(3 * u);
                        case SIGNS -> u < 0.5 ? -1.0 : 1.0;
                        case VALUES -> 2 * u - 1;
                    })
                    .toArray();
        }
    }

    static Stream<Arguments> networks() {
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Network.Parametrisation parametrisation : Network.Parametrisation.values()) {
                for (NetworkLoss loss : NetworkLoss.values()) {
                    if (loss == NetworkLoss.AUTO) continue;
                    for (Labels labels : Labels.values()) {
                        boolean fits = switch (loss) {
                            case CROSS_ENTROPY -> labels == Labels.CLASSES;
                            case LOGISTIC, HINGE, SOFT_HINGE -> labels == Labels.SIGNS;
                            default -> true;
                        };
                        if (fits) all.add(Arguments.of(activation, parametrisation, loss, labels));
                    }
                }
            }
        }
        return all.stream();
    }

    private static Supervised model(
            Activation activation, Network.Parametrisation parametrisation, NetworkLoss loss, Labels labels) {
        return model(activation, parametrisation, loss, labels, Precision.FLOAT64);
    }

    private static Supervised model(
            Activation activation,
            Network.Parametrisation parametrisation,
            NetworkLoss loss,
            Labels labels,
            Precision precision) {
        return new Network(
                        new Given(labels),
                        List.of(7, 6),
                        activation,
                        parametrisation,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        loss,
                        1.0,
                        0.01,
                        precision)
                .build();
    }

    private static double[] start(Supervised model) {
        double[] x = new double[model.dimension()];
        model.randomise(x, new Random(3));
        // biases begin at 0, where nothing depends on them
        Random random = new Random(4);
        for (int i = 0; i < x.length; i++) x[i] += 0.1 * random.nextGaussian();
        return x;
    }

    private static double[] direction(int n, long seed) {
        Random random = new Random(seed);
        double[] v = new double[n];
        for (int i = 0; i < n; i++) v[i] = random.nextGaussian() / Math.sqrt(n);
        return v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] moved(double[] x, double h, double[] v) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) y[i] += h * v[i];
        return y;
    }

    /** The step within which no unit and no margin crosses its kink. */
    private static double step(Activation activation, NetworkLoss loss) {
        boolean sharp = loss == NetworkLoss.HINGE || loss == NetworkLoss.SOFT_HINGE;
        return activation == Activation.RELU || sharp ? 1e-6 : STEP;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void derivativesAreThoseOfTheEnergy(
            Activation activation, Network.Parametrisation parametrisation, NetworkLoss loss, Labels labels) {
        Supervised model = model(activation, parametrisation, loss, labels);
        double[] x = start(model);
        double[] g = new double[x.length];
        assertThat(model.energyAndGradient(x, g)).isEqualTo(model.energy(x));
        double h = step(activation, loss);
        double tolerance = h < STEP ? 1e-6 : 1e-7;
        double norm = Math.sqrt(dot(g, g));
        double[] hv = new double[x.length];
        double[] up = new double[x.length];
        double[] down = new double[x.length];
        for (int trial = 0; trial < 3; trial++) {
            double[] v = direction(x.length, trial);
            double difference = (model.energy(moved(x, h, v)) - model.energy(moved(x, -h, v))) / (2 * h);
            assertThat(dot(g, v)).isCloseTo(difference, within(tolerance * norm));
            model.hessianVector(x, v, hv);
            model.energyAndGradient(moved(x, h, v), up);
            model.energyAndGradient(moved(x, -h, v), down);
            double size = Math.sqrt(dot(hv, hv));
            for (int i = 0; i < x.length; i++) {
                assertThat(hv[i]).isCloseTo((up[i] - down[i]) / (2 * h), within(tolerance * Math.max(size, norm)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gaussNewtonIsTheOuterProductOfOutputDerivatives(
            Activation activation, Network.Parametrisation parametrisation, NetworkLoss loss, Labels labels) {
        Supervised model = model(activation, parametrisation, loss, labels);
        double[] x = start(model);
        double[] v = direction(x.length, 1);
        double[] u = direction(x.length, 2);
        double[] gv = new double[x.length];
        model.gaussNewtonVector(x, v, gv);
        double h = step(activation, loss);
        double[] alongV = outputSlope(model, x, v, h);
        double[] alongU = outputSlope(model, x, u, h);
        double[] o = new double[PATTERNS * model.outputs()];
        model.outputs(x, Part.TRAIN, o);
        int k = model.outputs();
        double[] y = new Given(labels).load().targets();
        double sum = 0.0;
        double[] ro = alongV.clone();
        for (int a = 0; a < PATTERNS; a++) {
            loss.curvature(o, a * k, k, y[a], 1.0, ro);
            for (int i = a * k; i < (a + 1) * k; i++) sum += alongU[i] * ro[i] / PATTERNS;
        }
        assertThat(dot(u, gv)).isCloseTo(sum + 0.01 * dot(u, v), within(1e-6 * Math.max(1e-2, Math.abs(sum))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void jacobianProductsAreDerivativesOfTheOutputsAndAdjointToEachOther(
            Activation activation, Network.Parametrisation parametrisation, NetworkLoss loss, Labels labels) {
        Supervised model = model(activation, parametrisation, loss, labels);
        double[] x = start(model);
        double[] v = direction(x.length, 1);
        for (Part part : Part.values()) {
            double[] jv = new double[model.examples(part) * model.outputs()];
            double[] w = direction(jv.length, 3);
            double[] g = new double[x.length];
            model.jacobianVector(x, part, v, jv);
            model.jacobianTransposed(x, part, w, g);
            assertThat(dot(g, v)).isCloseTo(dot(w, jv), within(1e-12 * (1.0 + Math.sqrt(dot(w, w) * dot(jv, jv)))));
        }
        double[] jv = new double[PATTERNS * model.outputs()];
        model.jacobianVector(x, Part.TRAIN, v, jv);
        double[] slope = outputSlope(model, x, v, step(activation, loss));
        double size = Math.sqrt(dot(jv, jv));
        for (int i = 0; i < jv.length; i++) assertThat(jv[i]).isCloseTo(slope[i], within(1e-6 * size));
    }

    private static double[] outputSlope(Supervised model, double[] x, double[] v, double h) {
        double[] up = new double[PATTERNS * model.outputs()];
        double[] down = up.clone();
        model.outputs(moved(x, h, v), Part.TRAIN, up);
        model.outputs(moved(x, -h, v), Part.TRAIN, down);
        for (int i = 0; i < up.length; i++) up[i] = (up[i] - down[i]) / (2 * h);
        return up;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void patternsMakeTheWhole(
            Activation activation, Network.Parametrisation parametrisation, NetworkLoss loss, Labels labels) {
        Supervised model = model(activation, parametrisation, loss, labels);
        double[] x = start(model);
        int n = x.length;
        double[] v = direction(n, 9);
        double[] weights = new Random(2).doubles(PATTERNS, -1, 1).toArray();
        double[] one = new double[n];
        double[] mean = new double[n];
        double[] second = new double[n];
        double[] weighted = new double[n];
        double[] slopes = new double[PATTERNS];
        double[] energies = new double[PATTERNS];
        double energy = 0.0;
        for (int mu = 0; mu < PATTERNS; mu++) {
            energies[mu] = model.energyAndGradient(x, new Batch(new int[] {mu}, 0, 1), one);
            energy += energies[mu] / PATTERNS;
            slopes[mu] = dot(one, v);
            for (int i = 0; i < n; i++) {
                mean[i] += one[i] / PATTERNS;
                second[i] += one[i] * one[i] / PATTERNS;
                weighted[i] += weights[mu] * one[i];
            }
        }
        double[] got = new double[n];
        assertThat(model.energyAndGradient(x, got)).isCloseTo(energy, within(1e-12 * (1 + Math.abs(energy))));
        close(got, mean);
        int[] everything = new int[PATTERNS];
        for (int mu = 0; mu < PATTERNS; mu++) everything[mu] = PATTERNS - 1 - mu;
        model.energyAndGradient(x, new Batch(everything, 0, PATTERNS), got);
        close(got, mean);
        model.squaredGradients(x, got);
        close(got, second);
        model.weightedGradient(x, weights, got);
        close(got, weighted);
        double[] perPattern = new double[PATTERNS];
        model.directional(x, v, perPattern);
        close(perPattern, slopes);
        model.patternEnergies(x, perPattern);
        close(perPattern, energies);
    }

    /** Single precision gives what double precision gives, within its rounding; relu and hinge may flip a unit that sits on its kink. */
    @ParameterizedTest
    @MethodSource("networks")
    void singlePrecisionAgrees(
            Activation activation, Network.Parametrisation parametrisation, NetworkLoss loss, Labels labels) {
        Supervised wide = model(activation, parametrisation, loss, labels);
        Supervised narrow = model(activation, parametrisation, loss, labels, Precision.FLOAT32);
        double[] x = start(wide);
        double[] v = direction(x.length, 3);
        double[] one = new double[x.length];
        double[] two = new double[x.length];
        double energy = wide.energyAndGradient(x, one);
        assertThat(narrow.energyAndGradient(x, two)).isCloseTo(energy, within(1e-5 * (1 + Math.abs(energy))));
        near(two, one);
        wide.hessianVector(x, v, one);
        narrow.hessianVector(x, v, two);
        near(two, one);
        wide.gaussNewtonVector(x, v, one);
        narrow.gaussNewtonVector(x, v, two);
        near(two, one);
        wide.squaredGradients(x, one);
        narrow.squaredGradients(x, two);
        near(two, one);
    }

    private static void near(double[] got, double[] expected) {
        double scale = 0.0;
        for (double value : expected) scale = Math.max(scale, Math.abs(value));
        for (int i = 0; i < got.length; i++) assertThat(got[i]).isCloseTo(expected[i], within(2e-5 * scale + 1e-9));
    }

    private static void close(double[] got, double[] expected) {
        double scale = 0.0;
        for (double value : expected) scale = Math.max(scale, Math.abs(value));
        for (int i = 0; i < got.length; i++) assertThat(got[i]).isCloseTo(expected[i], within(1e-12 * scale + 1e-15));
    }
}
