package rugged.dynamics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.DynamicsSpec;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Sampling;
import rugged.num.Streams;

/** Stochastic optimisers that use curvature, on linear regression, whose Hessian A^T A/P is known. */
class StochasticCurvatureTest {
    private static final int N = 6;
    private static final int P = 40;

    /** E_mu = (a_mu.x - a_mu.1)^2/2, columns of different size: all patterns agree on x = (1, ..., 1). */
    private static final class Regression implements StochasticLandscape {
        private final double[][] a = new double[P][N];

        Regression() {
            for (int mu = 0; mu < P; mu++) {
                Streams.of(5).stream("a", mu).normals(a[mu]);
                for (int i = 0; i < N; i++) a[mu][i] *= Math.pow(4, -i / (N - 1.0));
            }
        }

        @Override
        public int dimension() {
            return N;
        }

        @Override
        public int patterns() {
            return P;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[N]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            int[] all = new int[P];
            for (int mu = 0; mu < P; mu++) all[mu] = mu;
            return energyAndGradient(x, new Batch(all, 0, P), g);
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            java.util.Arrays.fill(g, 0);
            double energy = 0;
            for (int k = batch.from(); k < batch.to(); k++) {
                double[] row = a[batch.index()[k]];
                double gap = 0;
                for (int i = 0; i < N; i++) gap += row[i] * (x[i] - 1);
                energy += 0.5 * gap * gap / batch.size();
                for (int i = 0; i < N; i++) g[i] += gap * row[i] / batch.size();
            }
            return energy;
        }

        @Override
        public StochasticLandscape fork() {
            return this;
        }
    }

    static Stream<DynamicsSpec> optimisers() {
        return Stream.of(
                new AdaHessian(0.05, new Batching(10, Sampling.REPLACEMENT), 0.9, 0.999, 1e-4, 1),
                new Sophia(0.01, new Batching(10, Sampling.EPOCH), 0.96, 0.99, 0.5),
                new OnlineBfgs(0.1, new Batching(20, Sampling.REPLACEMENT), new Pairs(10, 1000), 0.2),
                new StochasticDampedBfgs(0.1, new Batching(20, Sampling.WITHOUT), new Pairs(10, 1000), 0.1));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void arriveWhereAllPatternsAgreeAndCountTheirWork(DynamicsSpec spec) {
        Regression landscape = new Regression();
        double[] x = new double[N];
        Stepper stepper = spec.start(landscape, x, Streams.of(9));
        stepper.advance(3000);
        assertThat(stepper.status()).isEqualTo(Status.RUNNING);
        stepper.state(x);
        assertThat(landscape.energy(x)).isLessThan(1e-4 * landscape.energy(new double[N]));
        double perStep = switch (spec) {
            case AdaHessian _ -> 0.75;
            case Sophia _ -> 0.3;
            default -> 1.0;
        };
        assertThat(stepper.evaluations() / 3000.0).isCloseTo(perStep, within(1e-3));
    }

    @Test
    void theProbedDiagonalIsUnbiasedWithHutchinsonsVariance() {
        Regression landscape = new Regression();
        BatchCurvature probe = new BatchCurvature(landscape.manifold(), N, Streams.of(2).stream("z", 0));
        int[] all = new int[P];
        for (int mu = 0; mu < P; mu++) all[mu] = mu;
        Batch batch = new Batch(all, 0, P);
        double[] x = new double[N];
        double[] g = new double[N];
        double[] d = new double[N];
        double[] mean = new double[N];
        double[] square = new double[N];
        int probes = 4000;
        Batches batches = new Batches(P, P, Sampling.WITHOUT, Streams.of(2).stream("batches", 0));
        BatchGradients gradients = BatchGradients.of(landscape, batches);
        landscape.energyAndGradient(x, g);
        for (int k = 0; k < probes; k++) {
            probe.estimate(x, g, gradients, batch, d);
            for (int i = 0; i < N; i++) {
                mean[i] += d[i] / probes;
                square[i] += d[i] * d[i] / probes;
            }
        }
        assertThat(gradients.patterns()).isEqualTo(2L * P * probes);
        for (int i = 0; i < N; i++) {
            double exact = 0;
            double variance = 0;
            for (int j = 0; j < N; j++) {
                double h = 0;
                for (double[] row : landscape.a) h += row[i] * row[j] / P;
                if (i == j) exact = h;
                else variance += h * h;
            }
            assertThat(mean[i]).isCloseTo(exact, within(4 * Math.sqrt(variance / probes)));
            assertThat(square[i] - mean[i] * mean[i]).isCloseTo(variance, within(0.15 * variance));
        }
    }

    /** With all patterns and D frozen at once, the variances are those of exp(-E/T): E = sum of squares has mean N T/2. */
    @Test
    void frozenPreconditionerSamplesTheGibbsLaw() {
        Regression landscape = new Regression();
        double temperature = 0.01;
        double[] x = new double[N];
        java.util.Arrays.fill(x, 0.7);
        Stepper stepper = new PreconditionedSgld(0.01, new Batching(P, Sampling.WITHOUT), temperature, 1)
                .start(landscape, x, Streams.of(4));
        stepper.advance(5000);
        double sum = 0;
        int samples = 10000;
        for (int k = 0; k < samples; k++) {
            stepper.advance(5000 + 10 * (k + 1));
            stepper.state(x);
            sum += landscape.energy(x) / samples;
        }
        assertThat(sum).isCloseTo(0.5 * N * temperature, within(0.08 * 0.5 * N * temperature));
    }
}
