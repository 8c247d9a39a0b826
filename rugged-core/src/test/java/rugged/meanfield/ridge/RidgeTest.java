package rugged.meanfield.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Exact curves of ridge regression: values of an independent program, limits, and steps of a system of finite size. */
class RidgeTest {
    private static final RidgeProblem TWO = new RidgeProblem(2.0, 0.5, 0.1, 1.0);
    private static final RidgeProblem HALF = new RidgeProblem(0.5, 0.5, 0.1, 1.0);
    private static final Offset<Double> SIX = within(6e-7);

    /** Flow and Langevin dynamics in continuous time. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, 1, 0.110086, 0.286664, 0.741314, 0.708993",
        "2, 0, 5, 0.066447, 0.218550, 0.987672, 0.900286",
        "2, 0, 20, 0.065074, 0.221310, 1.023666, 0.915523",
        "2, 0.2, 1, 0.151501, 0.351686, 0.871357, 0.708993",
        "2, 0.2, 5, 0.112138, 0.302319, 1.155211, 0.900286",
        "0.5, 0, 1, 0.150575, 0.723913, 0.724247, 0.263211",
        "0.5, 0, 20, 0.010090, 0.459185, 0.519526, 0.425578"
    })
    void flow(double alpha, double temperature, double t, double train, double test, double c, double m) {
        RidgeFlow flow = new RidgeFlow(alpha == 2.0 ? TWO : HALF, temperature);
        assertThat(flow.train(t)).isCloseTo(train, SIX);
        assertThat(flow.test(t)).isCloseTo(test, SIX);
        assertThat(flow.norm(t)).isCloseTo(c, SIX);
        assertThat(flow.overlap(t)).isCloseTo(m, SIX);
    }

    /** C(10, 5), R(10, 5), and X = T R/(dC/dt'), by a difference of C. */
    @Test
    void twoTimesOfTheFlow() {
        RidgeFlow cold = new RidgeFlow(TWO, 0.0);
        RidgeFlow hot = new RidgeFlow(TWO, 0.2);
        assertThat(cold.correlation(10, 5)).isCloseTo(1.001604, SIX);
        assertThat(hot.correlation(10, 5)).isCloseTo(1.010723, SIX);
        assertThat(hot.correlation(5, 10)).isEqualTo(hot.correlation(10, 5));
        assertThat(cold.response(10, 5)).isCloseTo(0.019957, SIX);
        double[][] x = {{2, 1, 0.2022, 6e-5}, {6, 5, 0.845, 5e-4}, {20, 19, 0.9993, 5e-5}};
        for (double[] row : x) {
            double h = 1e-5;
            double slope = (hot.correlation(row[0], row[1] + h) - hot.correlation(row[0], row[1] - h)) / (2 * h);
            assertThat(0.2 * hot.response(row[0], row[1]) / slope).isCloseTo(row[2], within(row[3]));
        }
        // in equilibrium T_eff is T, and the integrated response the integral of the response
        assertThat(hot.effectiveTemperature(200.0, 195.0)).isCloseTo(0.2, within(1e-6));
        double h = 1e-4;
        double slope = (hot.integratedResponse(3 + h, 1) - hot.integratedResponse(3 - h, 1)) / (2 * h);
        assertThat(slope).isCloseTo(hot.response(3, 1), within(1e-8));
    }

    /** Steps: gradient descent, Langevin, batches. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 0.2, 0, 5, 0.100981, 0.276370, 0.785488",
        "2, 1, 0.1, 0.2, 20, 0.127027, 0.313632, 1.046079",
        "2, 0.1, 0.05, 0, 20, 0.152466, 0.328909, 0.842455",
        "2, 0.1, 0.05, 0, 400, 0.084882, 0.239834, 1.060720",
        "0.5, 0.2, 0.2, 0, 5, 0.340782, 0.805633, 0.918813"
    })
    void steps(
            double alpha, double batch, double eta, double temperature, double k, double train, double test, double c) {
        RidgeSteps steps = new RidgeSteps(alpha == 2.0 ? TWO : HALF, eta, batch, temperature, List.of(k));
        assertThat(steps.train(k)).isCloseTo(train, SIX);
        assertThat(steps.test(k)).isCloseTo(test, SIX);
        assertThat(steps.norm(k)).isCloseTo(c, SIX);
        assertThat(steps.correlation(k, k)).isCloseTo(c, SIX);
    }

    @Test
    void twoTimesOfSteps() {
        assertThat(RidgeSteps.noiseGain(TWO, 0.05, 0.1)).isCloseTo(0.2334, within(5e-5));
        RidgeSteps descent = new RidgeSteps(TWO, 0.2, 1.0, 0.0, List.of(25.0, 50.0));
        assertThat(descent.correlation(50, 25)).isCloseTo(1.004422, SIX);
        assertThat(descent.response(50, 25)).isCloseTo(0.019232, SIX);
        RidgeSteps batches = new RidgeSteps(TWO, 0.05, 0.1, 0.0, List.of(100.0, 200.0, 2000.0, 2001.0, 2020.0));
        assertThat(batches.correlation(200, 100)).isCloseTo(1.002957, SIX);
        assertThat(batches.response(200, 100)).isCloseTo(0.019781, SIX);
        assertThat(batches.effectiveTemperature(2001, 2000)).isCloseTo(0.0829, within(5e-5));
        assertThat(batches.effectiveTemperature(2020, 2000)).isCloseTo(0.0592, within(5e-5));
        RidgeOnePass once = new RidgeOnePass(TWO, 0.1, 0.2, List.of(20.0));
        assertThat(once.test(20)).isCloseTo(0.211723, SIX);
        assertThat(once.norm(20)).isCloseTo(0.814847, SIX);
        assertThat(once.train(20)).isNaN();
    }

    /** Final residual of batches: that of descent over 1 - K. One pattern a step is the limit of small batches. */
    @Test
    void theNoiseOfBatchesFeedsItself() {
        double last = 4000.0;
        double descent = new RidgeSteps(TWO, 0.05, 1.0, 0.0, List.of(last)).train(last);
        double batches = new RidgeSteps(TWO, 0.05, 0.1, 0.0, List.of(last)).train(last);
        assertThat(batches).isCloseTo(descent / (1.0 - RidgeSteps.noiseGain(TWO, 0.05, 0.1)), within(1e-10));
        // eta = gamma/n, eta/b = gamma = 0.5 for n = 20000: train at t = 1, after 1/eta steps
        double eta = 0.5 / 20000.0;
        double single = new RidgeSteps(TWO, eta, 1.0 / 20000.0, 0.0, List.of(40000.0)).train(40000.0);
        assertThat(single).isCloseTo(0.15658, within(2e-5));
    }

    /** Descent tends to the flow in proportion to the step. */
    @Test
    void smallStepsAreTheFlow() {
        double flow = new RidgeFlow(TWO, 0.2).train(2.0);
        double coarse = new RidgeSteps(TWO, 0.004, 1.0, 0.2, List.of(500.0)).train(500.0) - flow;
        double fine = new RidgeSteps(TWO, 0.002, 1.0, 0.2, List.of(1000.0)).train(1000.0) - flow;
        assertThat(coarse / fine).isCloseTo(2.0, within(0.03));
    }

    /** The Laplace transform R of the response obeys (p + lambda) R + alpha R/(1 + R) = 1, also at and beside alpha = 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.99, 1.0, 1.01, 2.0, 7.0})
    void spectrum(double alpha) {
        RidgeSpectrum spectrum = RidgeSpectrum.of(alpha);
        assertThat(Arrays.stream(spectrum.weight()).sum()).isCloseTo(1.0, within(1e-12));
        assertThat(spectrum.mean(s -> s)).isCloseTo(alpha, within(1e-12));
        for (double p : new double[] {0.1, 1.0, 10.0}) {
            double r = spectrum.mean(s -> 1.0 / (p + s));
            assertThat(p * r + alpha * r / (1.0 + r)).isCloseTo(1.0, within(1e-12));
        }
    }

    /** Unseen directions without decay: the response does not fall below 1 - alpha, noise diffuses. */
    @Test
    void withoutDecayWhatNoExampleSeesDiffuses() {
        RidgeFlow flow = new RidgeFlow(new RidgeProblem(0.5, 0.5, 0.0, 1.0), 0.2);
        assertThat(flow.response(1e4, 0.0)).isCloseTo(0.5, within(1e-9));
        assertThat(flow.norm(2e4) - flow.norm(1e4)).isCloseTo(0.5 * 2.0 * 0.2 * 1e4, within(1e-6));
        RidgeProblem still = new RidgeProblem(0.5, 0.0, 0.0, 0.0);
        assertThat(new RidgeFlow(still, 0.0).train(0.0)).isCloseTo(0.5, within(1e-14));
        assertThat(new RidgeFlow(still, 0.0).train(1e5)).isCloseTo(0.0, within(1e-12));
    }

    /** One pass: batches of d = 400 inputs that are new at each step, 200 runs; C of two times and the response to a kick. */
    @Test
    void onePassOfASystem() {
        int d = 400;
        double eta = 0.1;
        int runs = 200;
        RidgeOnePass theory = new RidgeOnePass(TWO, eta, 0.2, List.of(4.0, 10.0));
        double[] c = new double[runs];
        for (int run = 0; run < runs; run++) {
            RandomStream random = Streams.of(11).stream("one pass", run);
            double[] w = new double[d];
            for (int i = 0; i < d; i++) w[i] = i % 2 == 0 ? 1.0 : -1.0;
            double[] early = new double[d];
            for (int k = 0; k < 10; k++) {
                if (k == 4) System.arraycopy(w, 0, early, 0, d);
                step(w, eta, 80, random);
            }
            double sum = 0.0;
            for (int i = 0; i < d; i++) sum += w[i] * early[i] / d;
            c[run] = sum;
        }
        double mean = Arrays.stream(c).average().orElseThrow();
        double variance = Arrays.stream(c).map(x -> (x - mean) * (x - mean)).sum() / (runs - 1.0);
        double error = Math.sqrt(variance / runs);
        assertThat(mean).isCloseTo(theory.correlation(10, 4), within(4.0 * error + 2.0 / d));
        assertThat(error).isLessThan(0.01);
        assertThat(theory.response(10, 4)).isCloseTo(Math.pow(1.0 - 0.01 - 0.1, 5), within(1e-15));
    }

    /** A teacher of ones; batches of beta d = 80 examples, weights a half up and a half down at first. */
    private static void step(double[] w, double eta, int batch, RandomStream random) {
        int d = w.length;
        double[] step = new double[d];
        double[] x = new double[d];
        for (int mu = 0; mu < batch; mu++) {
            double h = 0.0;
            double y = 0.5 * random.nextGaussian();
            for (int i = 0; i < d; i++) {
                x[i] = random.nextGaussian();
                h += w[i] * x[i] / Math.sqrt(d);
                y += x[i] / Math.sqrt(d);
            }
            for (int i = 0; i < d; i++) step[i] += (h - y) * x[i] / Math.sqrt(d) / 0.2;
        }
        for (int i = 0; i < d; i++) w[i] = (1.0 - eta * 0.1) * w[i] - eta * step[i];
    }

    @Test
    void whatDivergesIsRefused() {
        assertThatThrownBy(() -> new RidgeSteps(TWO, 0.4, 1.0, 0.0, List.of()))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("diverges")
                .hasMessageContaining("at most " + 2.0 / TWO.stiffest());
        assertThatThrownBy(() -> new RidgeSteps(TWO, 0.2, 0.05, 0.0, List.of())).hasMessageContaining("feeds itself");
        assertThatThrownBy(() -> new RidgeOnePass(TWO, 1.5, 0.2, List.of())).hasMessageContaining("diverges");
        assertThatThrownBy(() -> new RidgeSteps(TWO, 0.1, 1.2, 0.0, List.of())).hasMessageContaining("batch");
        assertThatThrownBy(() -> new RidgeSteps(TWO, 0.1, 1.0, -0.1, List.of())).hasMessageContaining("temperature");
        assertThatThrownBy(() -> new RidgeSteps(TWO, 0.1, 1.0, 0.0, List.of(1.5)))
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> new RidgeProblem(0.0, 0.5, 0.1, 1.0)).hasMessageContaining("alpha");
        assertThatThrownBy(() -> new RidgeProblem(1.0, 0.5, -0.1, 1.0)).hasMessageContaining("decay");
        assertThatThrownBy(() -> new RidgeProblem(1.0, Double.NaN, 0.1, 1.0)).hasMessageContaining("noise");
    }
}
