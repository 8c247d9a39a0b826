package rugged.meanfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.meanfield.bayesian.HiddenUnit;

/** Kernels of wide networks. */
class WideKernelsTest {
    private static double[] pair(double cosine) {
        double root = Math.sqrt(2.0);
        return new double[] {root, 0.0, root * cosine, root * Math.sqrt(1.0 - cosine * cosine)};
    }

    /** Layers whose units are phi(b z) times a factor. */
    private static List<WideLayer> layers(int depth, double b, double factor) {
        List<WideLayer> all = new ArrayList<>();
        for (int l = 1; l <= depth + 1; l++) {
            double scale = (l <= depth ? b * b : 1.0) * (l > 1 ? factor * factor : 1.0);
            all.add(WideLayer.of(scale));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, 1, 1.41421356",
        "TANH, 1, 1.59253742",
        "SOFTPLUS, 1, 1.04186684",
        "SWISH, 1, 1.67653247",
        "ERF, 1.4142135623730951, 1.46716695"
    })
    void normalisations(WideUnit unit, double b, double value) {
        assertThat(unit.normalisation(b)).isCloseTo(value, within(1e-8));
    }

    @Test
    void normalisationOfSharpUnits() {
        assertThat(5.0 * WideUnit.SOFTPLUS.normalisation(5.0)).isCloseTo(1.40438335, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.31830989, 0.31830989",
        "1, 0.5, 0.60899778, 0.94233111",
        "2, 0.5, 0.68390565, 1.35147956",
        "3, 0.9, 0.92485090, 2.98569319"
    })
    void reluReference(int depth, double cosine, double process, double tangent) {
        WideKernels found = WideKernels.of(WideUnit.RELU, layers(depth, 1.0, Math.sqrt(2.0)), pair(cosine), 2);
        assertThat(found.process()[1]).isCloseTo(process, within(1e-8));
        assertThat(found.tangent()[1]).isCloseTo(tangent, within(1e-8));
        assertThat(found.tangent()[0]).isCloseTo(depth + 1.0, within(1e-14));
        assertThat(found.process()[3]).isCloseTo(1.0, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0.31830989", "3, 0.68570864"})
    void reluOfOppositeInputs(int depth, double tangent) {
        WideKernels found = WideKernels.of(WideUnit.RELU, layers(depth, 1.0, Math.sqrt(2.0)), pair(-1.0), 2);
        assertThat(found.tangent()[1]).isCloseTo(tangent, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.21634690, 0.44142597", "1, 1.0, 0.46455905, 1.03396909", "2, 0.5, 0.14401659, 0.44297996"})
    void errorFunctionReference(int depth, double cosine, double process, double tangent) {
        WideKernels found = WideKernels.of(WideUnit.ERF, layers(depth, Math.sqrt(2.0), 1.0), pair(cosine), 2);
        assertThat(found.process()[1]).isCloseTo(process, within(1e-8));
        assertThat(found.tangent()[1]).isCloseTo(tangent, within(1e-8));
    }

    /** Averages over two fields by Gauss's rule of order 64 in both directions. */
    private static double quadrature(WideUnit unit, double a, double b, double c, boolean slopes) {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(64);
        double own = Math.sqrt(Math.max(0.0, b - c * c / a));
        double sum = 0.0;
        for (int i = 0; i < 64; i++)
            for (int j = 0; j < 64; j++) {
                double s = Math.sqrt(2.0) * rule.getPoint(i);
                double t = Math.sqrt(2.0) * rule.getPoint(j);
                double u = Math.sqrt(a) * s;
                double v = c / Math.sqrt(a) * s + own * t;
                double weight = rule.getWeight(i) * rule.getWeight(j) / Math.PI;
                sum += weight * (slopes ? slope(unit, u) * slope(unit, v) : unit.value(u) * unit.value(v));
            }
        return sum;
    }

    private static double slope(WideUnit unit, double z) {
        double h = 1e-5;
        return (unit.value(z + h) - unit.value(z - h)) / (2.0 * h);
    }

    @ParameterizedTest
    @EnumSource
    void averagesAreThoseOfQuadrature(WideUnit unit) {
        // quadrature is bad at the kink of relu
        double tolerance = unit == WideUnit.RELU ? 0.01 : unit == WideUnit.TANH ? 2e-5 : 1e-7;
        double[] points = {1.3, 0.2, -0.4, 0.9};
        WideLayer layer = new WideLayer(1.1, 0.7, 0.2, 0.5);
        WideKernels found = WideKernels.of(unit, List.of(layer, layer), points, 2);
        for (int i = 0; i < 2; i++)
            for (int j = 0; j <= i; j++) {
                double a = field(layer, points, i, i);
                double b = field(layer, points, j, j);
                double c = field(layer, points, i, j);
                double k = quadrature(unit, a, b, c, false);
                double first = 0.7 * (c - 0.2) / 1.1 + 0.5;
                double theta = 1.1 * first * quadrature(unit, a, b, c, true) + 0.7 * k + 0.5;
                assertThat(found.process()[2 * i + j]).isCloseTo(1.1 * k + 0.2, within(tolerance));
                double kinks = unit == WideUnit.RELU ? 0.1 : tolerance;
                assertThat(found.tangent()[2 * i + j]).isCloseTo(theta, within(kinks));
            }
    }

    /** The series beside the rule of trapezoids in both directions. */
    @Test
    void tanhByAnotherRoute() {
        double[] points = {1.3, 0.2, -0.4, 0.9, 0.5, 1.1};
        WideKernels found = WideKernels.of(WideUnit.TANH, List.of(WideLayer.of(2.0), WideLayer.of(1.0)), points, 2);
        WideLayer layer = WideLayer.of(2.0);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++) {
                double a = field(layer, points, i, i);
                double b = field(layer, points, j, j);
                double c = field(layer, points, i, j);
                double k = HiddenUnit.TANH.kernel(a, b, c);
                assertThat(found.process()[3 * i + j]).isCloseTo(k, within(1e-10));
                double tangent = c * HiddenUnit.TANH.slopes(a, b, c) + k;
                assertThat(found.tangent()[3 * i + j]).isCloseTo(tangent, within(1e-8));
            }
    }

    private static double field(WideLayer layer, double[] points, int i, int j) {
        double k = 0.5 * (points[2 * i] * points[2 * j] + points[2 * i + 1] * points[2 * j + 1]);
        return layer.weights() * k + layer.biases();
    }

    /** Sharp softplus, on the normalised fields of a network: by a fine rule in place of Gauss's. */
    @Test
    void sharpUnits() {
        for (double rho : new double[] {-0.95, -0.3, 0.4, 0.9, 0.99, 1.0}) {
            double reference = 0.0;
            double step = 0.01;
            double own = Math.sqrt(Math.max(0.0, 1.0 - rho * rho));
            for (int i = -900; i <= 900; i++)
                for (int j = -900; j <= 900; j++) {
                    double s = i * step;
                    double t = j * step;
                    double weight = Math.exp(-0.5 * (s * s + t * t)) * step * step / (2.0 * Math.PI);
                    if (weight < 1e-18) continue;
                    reference += weight
                            * WideUnit.SOFTPLUS.value(5.0 * s)
                            * WideUnit.SOFTPLUS.value(5.0 * (rho * s + own * t));
                }
            WideKernels found =
                    WideKernels.of(WideUnit.SOFTPLUS, List.of(WideLayer.of(25.0), WideLayer.of(1.0)), pair(rho), 2);
            assertThat(found.process()[1]).isCloseTo(reference, within(1e-6 * reference));
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherPointsAreTreatedAlike(WideUnit unit) {
        Random random = new Random(1);
        double[] points = random.doubles(30 * 5, -2.0, 2.0).toArray();
        List<WideLayer> layers = List.of(
                new WideLayer(0.3, 0.3, 0.1, 1.0),
                new WideLayer(0.4, 0.5, 0.0, 0.0),
                new WideLayer(1.0, 1.0, 0.2, 1.0));
        WideKernels whole = WideKernels.of(unit, layers, points, 5);
        WideKernels apart = WideKernels.of(unit, layers, points.clone(), points, 5);
        double[][] own = WideKernels.own(unit, layers, points, 5);
        for (int i = 0; i < 30; i++) {
            assertThat(whole.tangent()[31 * i]).isEqualTo(own[1][i]);
            assertThat(whole.process()[31 * i]).isEqualTo(own[0][i]);
            for (int j = 0; j < 30; j++) {
                assertThat(whole.tangent()[30 * i + j]).isEqualTo(whole.tangent()[30 * j + i]);
                if (i == j) continue;
                double size = Math.abs(whole.tangent()[30 * i + j]) + 1.0;
                assertThat(apart.tangent()[30 * i + j]).isCloseTo(whole.tangent()[30 * i + j], within(1e-11 * size));
                assertThat(apart.process()[30 * i + j]).isCloseTo(whole.process()[30 * i + j], within(1e-11 * size));
            }
        }
    }

    /** Loops of many and the formulas one by one. */
    @Test
    void reluPairsOneByOne() {
        Random random = new Random(2);
        double[] points = random.doubles(50 * 4, -1.0, 1.0).toArray();
        WideKernels found = WideKernels.of(
                WideUnit.RELU, List.of(WideLayer.of(2.0), WideLayer.of(2.0), WideLayer.of(1.0)), points, 4);
        double[] own = new double[50];
        for (int i = 0; i < 50; i++) own[i] = input(points, i, i);
        for (int i = 0; i < 50; i++)
            for (int j = 0; j < i; j++) {
                double size = Math.sqrt(own[i] * own[j]);
                double k = input(points, i, j);
                double theta = 0.0;
                for (int l = 0; l < 2; l++) {
                    double t = Math.acos(Math.clamp(k / size, -1.0, 1.0));
                    theta = (theta + k) * (Math.PI - t) / Math.PI;
                    k = size * (Math.sin(t) + (Math.PI - t) * Math.cos(t)) / Math.PI;
                }
                assertThat(found.process()[50 * i + j]).isCloseTo(k, within(1e-13));
                assertThat(found.tangent()[50 * i + j]).isCloseTo(theta + k, within(1e-13));
            }
    }

    private static double input(double[] points, int i, int j) {
        double sum = 0.0;
        for (int n = 0; n < 4; n++) sum += points[4 * i + n] * points[4 * j + n] / 4.0;
        return sum;
    }

    @Test
    void inverseSines() {
        int n = 4001;
        double[] x = new double[n];
        double[] t = new double[n];
        for (int i = 0; i < n; i++) x[i] = Math.clamp(-1.0 + i / 2000.0, -1.0, 1.0);
        ArcSines.of(x, t, 0, n);
        for (int i = 0; i < n; i++) assertThat(t[i]).isCloseTo(Math.asin(x[i]), within(6e-15));
        assertThat(t[0]).isEqualTo(-0.5 * Math.PI);
        assertThat(t[n - 1]).isEqualTo(0.5 * Math.PI);
    }
}
