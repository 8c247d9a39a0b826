package rugged.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphericalTwoSpinTest {
    private static final int NODES = 4000;

    /** The average of l^k e^{x (l - 2)} over the semicircle of radius 2, by Gauss's rule of Chebyshev's second kind: independent of any Bessel function. */
    private static double moment(int k, double x) {
        double sum = 0;
        for (int i = 1; i <= NODES; i++) {
            double angle = i * Math.PI / (NODES + 1);
            double l = 2 * Math.cos(angle);
            sum += Math.sin(angle) * Math.sin(angle) * Math.pow(l, k) * Math.exp(x * (l - 2));
        }
        return 2 * sum / (NODES + 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6, 0.01, 0.3, 1, 3, 7.4, 7.6, 20, 100, 3000})
    void energyAndGradientAreMomentsOfTheSemicircle(double t) {
        SphericalTwoSpin flow = new SphericalTwoSpin(1);
        double norm = moment(0, 2 * t);
        double mean = moment(1, 2 * t) / norm;
        double variance = moment(2, 2 * t) / norm - mean * mean;
        assertThat(flow.energy(t)).isCloseTo(-mean / 2, within(1e-12));
        assertThat(flow.gradientNorm(t)).isCloseTo(variance, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 7.4, 7.6, 30, 500})
    void theCorrelationIsAMomentOfTheSemicircle(double t) {
        SphericalTwoSpin flow = new SphericalTwoSpin(1);
        for (double s : new double[] {0, 0.2 * t, 0.5 * t, 0.99 * t, t}) {
            double expected = moment(0, t + s) / Math.sqrt(moment(0, 2 * t) * moment(0, 2 * s));
            assertThat(flow.correlation(t, s)).isCloseTo(expected, within(1e-12));
            assertThat(flow.correlation(s, t)).isEqualTo(flow.correlation(t, s));
        }
    }

    @Test
    void atLateTimesTheEnergyComesDownAsThreeEighths() {
        SphericalTwoSpin flow = new SphericalTwoSpin(1);
        for (double t : new double[] {1e2, 1e4, 1e6}) {
            assertThat((flow.energy(t) + 1) * t).isCloseTo(0.375, within(0.05 / t + 1e-9));
            assertThat(flow.gradientNorm(t) * t * t).isCloseTo(0.375, within(0.1 / t));
            // (4 l / (1 + l)^2)^{3/4} with l = tw/t: aging
            assertThat(flow.correlation(t, t / 2)).isCloseTo(Math.pow(8.0 / 9.0, 0.75), within(1 / t));
        }
    }

    @Test
    void theEnergyFallsAtTheRateOfTheSquaredGradient() {
        SphericalTwoSpin flow = new SphericalTwoSpin(2);
        for (double t = 0.05; t < 30; t *= 1.7) {
            double h = 1e-4 * t;
            double slope = (flow.energy(t + h) - flow.energy(t - h)) / (2 * h);
            assertThat(-slope).isCloseTo(flow.gradientNorm(t), within(1e-6 * flow.gradientNorm(t) + 1e-9));
        }
    }

    @Test
    void theCorrelationObeysItsEquationOfMotion() {
        // dC/dt(t, s) = -mu(t) C + int_0^t R(t,u) C(u,s) du + int_0^s C(t,u) R(s,u) du, with a = 1, f' = q, f'' = 1,
        // R(t,u) = G(t-u) sqrt(G(2u)/G(2t)), G(x) = I_1(2x)/x
        SphericalTwoSpin flow = new SphericalTwoSpin(1);
        double t = 1.7;
        double s = 0.6;
        int cells = 2000;
        double memory = 0;
        for (int k = 0; k <= cells; k++) {
            double weight = (k == 0 || k == cells ? 1 : k % 2 == 1 ? 4 : 2) / 3.0;
            double u = t * k / cells;
            memory += weight * t / cells * response(t, u) * flow.correlation(u, s);
            double v = s * k / cells;
            memory += weight * s / cells * flow.correlation(t, v) * response(s, v);
        }
        double h = 1e-5;
        double slope = (flow.correlation(t + h, s) - flow.correlation(t - h, s)) / (2 * h);
        assertThat(slope).isCloseTo(-flow.multiplier(t) * flow.correlation(t, s) + memory, within(1e-8));
    }

    private static double response(double t, double u) {
        return moment(0, t - u) * Math.sqrt(moment(0, 2 * u) / moment(0, 2 * t));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 3, 50})
    void theEnergyIsTheWorkOfTheMemory(double t) {
        // e(t) = - int_0^t f'(C(t,u)) R(t,u) du with f' = q
        SphericalTwoSpin flow = new SphericalTwoSpin(1);
        double memory = simpson(u -> flow.correlation(t, u) * flow.response(t, u), 0, t);
        assertThat(flow.energy(t)).isCloseTo(-memory, within(1e-9));
    }

    @Test
    void theIntegratedResponseIsTheIntegralOfTheResponse() {
        SphericalTwoSpin flow = new SphericalTwoSpin(2.25);
        for (double t : new double[] {0.01, 0.4, 3, 40}) {
            for (double s : new double[] {0, 0.1 * t, 0.5 * t, 0.9 * t}) {
                double expected = simpson(u -> flow.response(t, u), s, t);
                assertThat(flow.integratedResponse(t, s)).isCloseTo(expected, within(1e-9));
            }
        }
        assertThat(flow.response(1.3, 1.3)).isEqualTo(1.0);
        assertThat(flow.integratedResponse(2, 2)).isZero();
        assertThat(flow.response(1.5, 0.3)).isCloseTo(response(1.5 * 1.5, 1.5 * 0.3), within(1e-13));
    }

    private static double simpson(DoubleUnaryOperator function, double from, double to) {
        int cells = 20_000;
        double sum = 0;
        for (int k = 0; k <= cells; k++) {
            double weight = (k == 0 || k == cells ? 1 : k % 2 == 1 ? 4 : 2) / 3.0;
            sum += weight * function.applyAsDouble(from + (to - from) * k / cells);
        }
        return sum * (to - from) / cells;
    }

    @Test
    void theWeightSetsTheScaleOfEnergyAndTime() {
        SphericalTwoSpin one = new SphericalTwoSpin(1);
        SphericalTwoSpin nine = new SphericalTwoSpin(9);
        assertThat(nine.energy(0.5)).isCloseTo(3 * one.energy(1.5), within(1e-13));
        assertThat(nine.gradientNorm(0.5)).isCloseTo(9 * one.gradientNorm(1.5), within(1e-12));
        assertThat(nine.correlation(0.5, 0.1)).isCloseTo(one.correlation(1.5, 0.3), within(1e-13));
    }
}
