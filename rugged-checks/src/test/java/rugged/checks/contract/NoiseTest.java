package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.compose.GradientNoise;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.stochastic.Sgd;
import rugged.num.spectral.DenseSpectrum;
import rugged.observable.curvature.NoiseCovariance;
import rugged.observable.thermal.BathTemperature;
import rugged.observable.twotime.NoiseScaledDisplacement;
import rugged.observable.twotime.Response;
import rugged.protocol.MatchedTemperature;
import rugged.protocol.Quench;
import rugged.protocol.WaitingTimes;

/** The noise of batches: its covariance against single patterns, and what it does against closed forms. */
class NoiseTest {
    private static Sgd sgd(double learningRate, double batch) {
        return sgd(learningRate, batch, Sampling.REPLACEMENT);
    }

    private static Sgd sgd(double learningRate, double batch, Sampling sampling) {
        return new Sgd(learningRate, new Batching(batch, sampling), 0.0, 0.0, Clock.STEPS, new Stability(false));
    }

    private static TinyBench run(
            LandscapeSpec landscape,
            DynamicsSpec dynamics,
            ObservableSpec observable,
            ProtocolSpec protocol,
            int replicas) {
        TinyBench bench = new TinyBench(landscape, dynamics, observable, replicas, 17, false);
        protocol.run(bench);
        return bench;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** C[N][N] from batches of one. */
    private static double[][] covariance(StochasticLandscape landscape, double[] x) {
        int n = x.length;
        int patterns = landscape.patterns();
        double[][] g = new double[patterns][n];
        double[] mean = new double[n];
        for (int mu = 0; mu < patterns; mu++) {
            landscape.energyAndGradient(x, new Batch(new int[] {mu}, 0, 1), g[mu]);
            landscape.manifold().tangent(x, g[mu]);
            for (int i = 0; i < n; i++) mean[i] += g[mu][i] / patterns;
        }
        double[][] c = new double[n][n];
        for (double[] each : g) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) c[i][j] += (each[i] - mean[i]) * (each[j] - mean[j]) / patterns;
            }
        }
        return c;
    }

    private static double trace(double[][] c) {
        double sum = 0.0;
        for (int i = 0; i < c.length; i++) sum += c[i][i];
        return sum;
    }

    @Test
    void traceAndEigenvaluesAreThoseOfSinglePatterns() {
        Regression regression = new Regression(5, 12, 3);
        double[] x = Bestiary.start(regression.build(), 17);
        double[][] c = covariance(regression.build(), x);
        double[] eigenvalues = DenseSpectrum.of(
                        5, Arrays.stream(c).flatMapToDouble(Arrays::stream).toArray(), false)
                .values();
        var bench = run(regression, sgd(0.1, 4), new NoiseCovariance(3, 2000, 1), new Quench(1.0, 1.0, 1), 1);
        assertThat(bench.values(NoiseCovariance.TRACE, 0.0)[0]).isCloseTo(trace(c), within(1e-12 * trace(c)));
        assertThat(bench.values(NoiseCovariance.TEMPERATURE, 0.0)[0])
                .isCloseTo(0.1 / 4 * trace(c) / 10, within(1e-12 * trace(c)));
        assertThat(bench.values(NoiseCovariance.DIFFUSION, 0.0)[0])
                .isCloseTo(0.01 / 4 * trace(c) / 5, within(1e-12 * trace(c)));
        for (int k = 1; k <= 3; k++) {
            assertThat(bench.values(NoiseCovariance.EIGENVALUE, 0.0, (double) k)[0])
                    .isCloseTo(eigenvalues[5 - k], within(1e-10 * eigenvalues[4]));
        }
        double[][] h = new double[5][5];
        double[] unit = new double[5];
        for (int i = 0; i < 5; i++) {
            Arrays.fill(unit, 0.0);
            unit[i] = 1.0;
            regression.build().hessianVector(x, unit, h[i]);
        }
        double both = 0.0;
        for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) both += h[i][j] * c[j][i];
        double exact = 5 * both / (trace(h) * trace(c));
        assertThat(ratio(bench, NoiseCovariance.CROSSED, NoiseCovariance.APART, 0.0))
                .isCloseTo(exact, within(0.05 * exact));
    }

    /** On the sphere only what is tangent counts; pattern gradients of a p-spin model are not. */
    @Test
    void onTheSphereTheNormalDirectionDropsOut() {
        LandscapeSpec pspin = Bestiary.landscapes().stream()
                .filter(spec -> spec instanceof rugged.landscape.glass.PSpin)
                .findFirst()
                .orElseThrow();
        StochasticLandscape model = (StochasticLandscape) pspin.build();
        double[] x = Bestiary.start(model, 3);
        double exact = trace(covariance(model, x));
        assertThat(new GradientNoise(model).trace(x)).isCloseTo(exact, within(1e-10 * exact));
    }

    /** Where nothing pulls, the displacement in units of D is the number of steps: for batches of any kind, and for a bath. */
    @Test
    void freeDiffusionCountsSteps() {
        LandscapeSpec flat = new Slopes(200, 40, 0.0, 5);
        WaitingTimes ages = new WaitingTimes(List.of(4.0), 16.0, 20.0, 1);
        List<DynamicsSpec> walks = List.of(sgd(0.3, 2), sgd(0.3, 20, Sampling.WITHOUT));
        for (DynamicsSpec walk : walks) {
            double scaled = scaled(run(flat, walk, new NoiseScaledDisplacement(), ages, 40));
            // 40 walks of 16 steps in an effective dimension of 40 patterns
            assertThat(scaled).isCloseTo(16.0, within(5 * 16.0 * Math.sqrt(2.0 / (40 * 30))));
        }
        Langevin bath = new Langevin(0.4, 1.0, Clock.FLOW, new Stability(false));
        double scaled = scaled(run(flat, bath, new NoiseScaledDisplacement(), ages, 40));
        assertThat(scaled).isCloseTo(16.0, within(5 * 16.0 * Math.sqrt(2.0 / (40 * 200))));
        assertThat(scaled(run(flat, sgd(0.3, 2, Sampling.EPOCH), new NoiseScaledDisplacement(), ages, 2)))
                .isNaN();
    }

    private static double scaled(TinyBench bench) {
        return ratio(bench, Quantities.NOISE_MOVED, Quantities.NOISE_STEP, 20.0, 4.0);
    }

    private static double ratio(TinyBench bench, Quantity above, Quantity below, Double... axes) {
        return mean(bench.values(above, axes)) / mean(bench.values(below, axes));
    }

    private static double temperature(TinyBench bench, Double... axes) {
        return ratio(bench, Quantities.HALF_DISPLACEMENT, Quantities.RESPONSE, axes);
    }

    /** A bath on curvature k: Delta = 2 S (1 - (1 - k dt)^n), S = T/(k (1 - k dt/2)), chi = (1 - (1 - k dt)^n)/k: T_eff = T/(1 - k dt/2). */
    @Test
    void theEffectiveTemperatureOfABathIsItsOwn() {
        WaitingTimes ages = new WaitingTimes(List.of(8.0), 0.5, 9.0, 1);
        Langevin bath = new Langevin(0.6, 0.05, Clock.FLOW, new Stability(false));
        var bench = run(GaussianWell.isotropic(300, 1.0), bath, new Response(0.02, 0.0), ages, 30);
        double expected = 0.6 / (1 - 0.025);
        assertThat(temperature(bench, 8.5, 8.0)).isCloseTo(expected, within(5 * expected * Math.sqrt(2.0 / 9000)));
        assertThat(temperature(bench, 8.0, 8.0)).isNaN();
    }

    /** Batches whose C is the same everywhere: S = eta f C/(k (2 - eta k)), so T_eff = eta f tr C/(2 N (1 - eta k/2)); branches share the batches. */
    @Test
    void theEffectiveTemperatureOfBatchesIsThatOfTheirNoise() {
        Slopes slopes = new Slopes(100, 40, 1.0, 5);
        WaitingTimes ages = new WaitingTimes(List.of(60.0), 10.0, 70.0, 1);
        var bench = run(slopes, sgd(0.1, 4), new Response(0.02, 0.0), ages, 60);
        double chi = (1.0 - Math.pow(0.9, 10));
        for (double value : bench.values(rugged.api.Quantities.RESPONSE, 70.0, 60.0))
            assertThat(value).isCloseTo(chi, within(1e-10));
        double expected = 0.1 / 4 * slopes.trace() / (2 * 100 * 0.95);
        assertThat(temperature(bench, 70.0, 60.0))
                .isCloseTo(expected, within(5 * expected * Math.sqrt(2.0 / (60 * 20))));
    }

    @Test
    void theMatchedBathHasTheTemperatureOfTheBatches() {
        Slopes slopes = new Slopes(50, 20, 1.0, 5);
        double expected = 0.1 / 4 * slopes.trace() / (2 * 50);
        ProtocolSpec matched = new MatchedTemperature(sgd(0.1, 4), 20.0, List.of(1.0), 1.0, 8.0, 2);
        var bath = run(
                slopes, new Langevin(9.0, 0.1, Clock.FLOW, new Stability(false)), new BathTemperature(), matched, 3);
        assertThat(bath.values(BathTemperature.TEMPERATURE, 0.0)[0]).isCloseTo(expected, within(1e-12 * expected));
        assertThat(bath.rows).allMatch(row -> Math.abs(row.value() - expected) < 1e-12 * expected);
        // without a bath the waiting times are as they were
        var batches = run(slopes, sgd(0.1, 4), new NoiseScaledDisplacement(), matched, 3);
        var plain =
                run(slopes, sgd(0.1, 4), new NoiseScaledDisplacement(), new WaitingTimes(List.of(1.0), 1.0, 8.0, 2), 3);
        assertThat(batches.rows).isEqualTo(plain.rows);
    }

    @Test
    void aReferenceWithoutKnownNoiseIsRefused() {
        assertThatThrownBy(() -> new MatchedTemperature(sgd(0.1, 4, Sampling.EPOCH), 20.0, List.of(1.0), 1.0, 8.0, 2))
                .hasMessageContaining("no batch noise of known covariance");
    }
}
