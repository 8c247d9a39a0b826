package rugged.meanfield.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kernels and saddles beside closed forms, quadrature and limits. */
class SaddleTest {
    /** K = k I, with r = y.y/(k P). */
    private static LabelSpectrum flat(int patterns, double k, double r) {
        double[] values = new double[patterns];
        double[] squares = new double[patterns];
        Arrays.fill(values, k);
        Arrays.fill(squares, r * k);
        return new LabelSpectrum(values, squares);
    }

    @ParameterizedTest
    @CsvSource({"ERF, 0.211981", "RELU, 0.307237", "LINEAR, 0.5"})
    void kernelsHaveTheirKnownValues(HiddenUnit unit, double value) {
        assertThat(unit.kernel(1.3, 0.8, 0.5)).isCloseTo(value, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(HiddenUnit.class)
    void closedKernelsAreThoseOfQuadrature(HiddenUnit unit) {
        double tolerance = unit == HiddenUnit.RELU ? 2e-3 : 1e-9;
        for (double c : new double[] {-0.9, 0.0, 0.5, 1.0})
            assertThat(unit.kernel(1.3, 0.8, c)).isCloseTo(PairAverage.of(unit::value, 1.3, 0.8, c), within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1", "2, 3, 2", "1, 4, 2"})
    void withoutTemperatureTheRootIsClosed(double alpha, double r, double q) {
        KernelSaddle saddle = KernelSaddle.of(flat(40, 1.0, r), 0.0, new double[] {alpha});
        assertThat(saddle.product()).isCloseTo(q, within(1e-12));
        // and the scan of the limit finds it too
        assertThat(KernelSaddle.of(flat(40, 1.0, r), 1e-13, new double[] {alpha})
                        .product())
                .isCloseTo(q, within(1e-9));
    }

    @Test
    void flatKernelAtAFiniteTemperature() {
        KernelSaddle saddle = KernelSaddle.of(flat(50, 1.0, 2.0), 0.1, new double[] {1.0});
        assertThat(saddle.product()).isCloseTo(1.351688, within(1e-6));
        assertThat(saddle.roots()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.652417", "2, 1.408962", "3, 1.297846"})
    void linearLayersOfOneWidth(int depth, double u) {
        double[] alphas = new double[depth];
        Arrays.fill(alphas, 0.8);
        KernelSaddle saddle = KernelSaddle.of(flat(40, 1.0, 3.0), 0.0, alphas);
        for (double q : saddle.q()) assertThat(q).isCloseTo(u, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5"})
    void labelsOfTheKernelsOwnSizeChangeNothing(int depth) {
        double[] alphas = new double[depth];
        Arrays.fill(alphas, 1.7);
        assertThat(KernelSaddle.of(flat(40, 2.0, 1.0), 0.0, alphas).product()).isCloseTo(1.0, within(1e-9));
    }

    /** The derivative of the action by each ln q_l vanishes: q_l - 1 + alpha_l D = 0. */
    @Test
    void unequalLinearLayersAreStationary() {
        LabelSpectrum spectrum = new LabelSpectrum(new double[] {0.2, 0.9, 3.0}, new double[] {4.0, 0.5, 6.0});
        double[] alphas = {0.3, 1.9, 0.8};
        KernelSaddle saddle = KernelSaddle.of(spectrum, 0.1, alphas);
        double d = spectrum.logSlope(0.1, saddle.product());
        for (int l = 0; l < alphas.length; l++)
            assertThat(saddle.q()[l] - 1.0 + alphas[l] * d).isCloseTo(0.0, within(1e-10));
        double step = 1e-5;
        double q = saddle.product();
        double slope = (spectrum.action(0.1, q * (1 + step)) - spectrum.action(0.1, q * (1 - step))) / (2 * step);
        assertThat(slope).isCloseTo(d, within(1e-7));
    }

    @Test
    void oneWideLayerAmongOthersPlaysNoPart() {
        LabelSpectrum spectrum = flat(30, 0.7, 5.0);
        double alone = KernelSaddle.of(spectrum, 0.1, new double[] {0.9}).product();
        KernelSaddle beside = KernelSaddle.of(spectrum, 0.1, new double[] {0.9, 1e-9});
        assertThat(beside.q()[0]).isCloseTo(alone, within(1e-7));
        assertThat(beside.q()[1]).isCloseTo(1.0, within(1e-7));
    }

    @Test
    void layersByMinimisationAgreeWithTheScalarEquation() {
        double[] inputs = new double[12 * 20];
        double[] labels = new double[12];
        rugged.num.Streams.of(3).stream("inputs", 0).normals(inputs);
        rugged.num.Streams.of(3).stream("labels", 0).normals(labels);
        Covariances c = Covariances.ofInputs(inputs, new double[0], 20, 1.3);
        double[] decays = {1.3, 0.6};
        double[] alphas = {0.6, 1.2};
        KernelSaddle found = new DeepSaddle(HiddenUnit.LINEAR, decays, c, labels, 0.1, alphas).solve();
        LabelSpectrum spectrum = LabelSpectrum.of(
                DeepSaddle.outputs(HiddenUnit.LINEAR, decays, c, new double[] {1.0, 1.0})
                        .learnt(),
                labels);
        KernelSaddle scalar = KernelSaddle.of(spectrum, 0.1, alphas);
        assertThat(found.q()).containsExactly(scalar.q(), within(1e-6));
        assertThat(found.action()).isCloseTo(scalar.action(), within(1e-9));
    }

    @Test
    void withoutTemperatureASingularKernelIsRefused() {
        LabelSpectrum spectrum = new LabelSpectrum(new double[] {0.0, 1.0}, new double[] {1.0, 1.0});
        assertThatThrownBy(() -> KernelSaddle.of(spectrum, 0.0, new double[] {1.0}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("singular, of rank 1 for 2 examples");
    }

    @Test
    void theErrorFunctionIsExact() {
        double[] h = {-7.0, -3.3, -1e-9, 0.0, 0.015625, 0.03125, 1.0, 2.71, 5.99, 6.0, Double.NaN};
        double[] value = h.clone();
        double[] slope = new double[h.length];
        ErrorFunction.apply(value, h.length, slope);
        for (int i = 0; i < h.length - 1; i++) {
            assertThat(value[i]).isCloseTo(org.apache.commons.numbers.gamma.Erf.value(h[i]), within(4e-16));
            assertThat(slope[i]).isCloseTo(2.0 / Math.sqrt(Math.PI) * Math.exp(-h[i] * h[i]), within(1e-13));
        }
        assertThat(value[h.length - 1]).isNaN();
    }

    @Test
    void theHyperbolicTangentIsExact() {
        double[] h = new double[20_003];
        for (int i = 0; i < 20_000; i++) h[i] = 21.0 * (i / 10_000.0 - 1.0);
        h[20_000] = 1e-9;
        h[20_001] = Double.POSITIVE_INFINITY;
        h[20_002] = Double.NaN;
        double[] value = h.clone();
        double[] slope = new double[h.length];
        HyperbolicTangent.apply(value, h.length, slope);
        for (int i = 0; i < h.length - 1; i++) {
            assertThat(value[i]).isCloseTo(StrictMath.tanh(h[i]), within(4e-16));
            assertThat(slope[i]).isCloseTo(1.0 - StrictMath.tanh(h[i]) * StrictMath.tanh(h[i]), within(1e-15));
        }
        assertThat(value[h.length - 1]).isNaN();
    }
}
