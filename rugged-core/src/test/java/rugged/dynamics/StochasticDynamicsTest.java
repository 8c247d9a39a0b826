package rugged.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.sampling.Flags;
import rugged.dynamics.stochastic.Adam;
import rugged.dynamics.stochastic.MatchedNoise;
import rugged.dynamics.stochastic.PersistentSgd;
import rugged.dynamics.stochastic.Sgd;
import rugged.dynamics.stochastic.Sgld;
import rugged.num.Streams;
import rugged.params.BadParameter;

class StochasticDynamicsTest {
    /** E_mu = k (x - c_mu)^2/2 in one dimension; remembers the batches it was asked for. */
    private static final class Wells implements StochasticLandscape {
        private final double k;
        private final double[] c;
        private final List<List<Integer>> asked = new ArrayList<>();

        Wells(double k, double... c) {
            this.k = k;
            this.c = c;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public int patterns() {
            return c.length;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (double centre : c) sum += 0.5 * k * (x[0] - centre) * (x[0] - centre) / c.length;
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            g[0] = 0.0;
            for (double centre : c) g[0] += k * (x[0] - centre) / c.length;
            return energy(x);
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            List<Integer> patterns = new ArrayList<>();
            double sum = 0.0;
            g[0] = 0.0;
            for (int b = batch.from(); b < batch.to(); b++) {
                double centre = c[batch.index()[b]];
                patterns.add(batch.index()[b]);
                sum += 0.5 * k * (x[0] - centre) * (x[0] - centre) / batch.size();
                g[0] += k * (x[0] - centre) / batch.size();
            }
            asked.add(patterns);
            return sum;
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            hv[0] = k * v[0];
        }

        @Override
        public Wells fork() {
            return this;
        }
    }

    private static Sgd sgd(double eta, double momentum, double decay) {
        return new Sgd(eta, new Batching(2, Sampling.REPLACEMENT), momentum, decay, Clock.STEPS, new Stability(true));
    }

    private static Stepper run(DynamicsSpec dynamics, StochasticLandscape landscape, double x, int steps) {
        Stepper stepper = dynamics.start(landscape, new double[] {x}, Streams.of(8));
        for (int n = 0; n < steps; n++) stepper.step();
        return stepper;
    }

    private static double at(Stepper stepper) {
        double[] x = new double[1];
        stepper.state(x);
        return x[0];
    }

    @Test
    void theSameSeedGivesTheSameBatchesToEveryOptimiser() {
        List<List<List<Integer>>> all = new ArrayList<>();
        Sampling sampling = Sampling.WITHOUT;
        for (DynamicsSpec dynamics : List.of(
                new Sgd(0.1, new Batching(3, sampling), 0.0, 0.0, Clock.STEPS, new Stability(true)),
                new Sgd(0.1, new Batching(3, sampling), 0.9, 0.1, Clock.STEPS, new Stability(true)),
                new Sgld(0.1, new Batching(3, sampling), 0.2, Clock.STEPS, new Stability(true)),
                new Adam(0.1, new Batching(3, sampling), 0.9, 0.999, 1e-8, Clock.STEPS, 1e-8, Optional.empty()))) {
            Wells wells = new Wells(1, 1, 2, 3, 4, 5, 6, 7);
            run(dynamics, wells, 0, 20);
            all.add(wells.asked);
        }
        assertThat(all).allSatisfy(asked -> assertThat(asked).isEqualTo(all.getFirst()));
    }

    /** Heavy ball on a quadratic: variance (eta D/k) (1 + m)/((1 - m)(2 (1 + m) - eta k)). */
    @Test
    void momentumWidensTheStationaryLaw() {
        double k = 0.7;
        double eta = 0.3;
        double m = 0.6;
        Stepper stepper = run(sgd(eta, m, 0), new Wells(k, 1, -1), 0, 1000);
        int blocks = 200;
        double[] mean = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            for (int n = 0; n < 500; n++) {
                stepper.step();
                mean[block] += at(stepper) * at(stepper) / 500;
            }
        }
        double average = 0.0;
        double square = 0.0;
        for (double value : mean) {
            average += value / blocks;
            square += value * value / blocks;
        }
        double error = Math.sqrt((square - average * average) / (blocks - 1));
        double noise = k * k / 2;
        double expected = eta * noise * (1 + m) / (k * (1 - m) * (2 * (1 + m) - eta * k));
        assertThat(average).isCloseTo(expected, within(5 * error));
    }

    @Test
    void decayMovesTheFixedPoint() {
        Stepper stepper = run(sgd(0.2, 0, 0.5), new Wells(1, 3), 0, 400);
        assertThat(at(stepper)).isCloseTo(3 / 1.5, within(1e-9));
    }

    @Test
    void aFailureSaysWhereAndKeepsTheLastGoodState() {
        Stepper stepper = run(
                new Sgd(5, new Batching(1, Sampling.REPLACEMENT), 0.0, 0.0, Clock.STEPS, new Stability(true)),
                new Wells(1, 0),
                1,
                2000);
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("is not finite after step")
                                .contains("last finite energy")
                                .contains("eta lambda_max is about 5"));
        assertThat(Double.isFinite(at(stepper))).isTrue();
        long steps = stepper.steps();
        stepper.step();
        assertThat(stepper.steps()).isEqualTo(steps);
    }

    @Test
    void adamGoesDownToTheMinimum() {
        Stepper stepper = run(
                new Adam(
                        0.01,
                        new Batching(0, Sampling.REPLACEMENT),
                        0.9,
                        0.999,
                        1e-8,
                        Clock.STEPS,
                        1e-8,
                        Optional.empty()),
                new Wells(1, 3),
                0,
                3000);
        assertThat(at(stepper)).isCloseTo(3, within(1e-3));
    }

    /** The flags are stationary from the first step on, and each lasts as its rates say. */
    @Test
    void flagsKeepTheirShare() {
        double b = 0.3;
        Flags flags = new Flags(20_000, b, 0.05, 0.05 * (1 - b) / b, Streams.of(2).stream("flags", 0));
        for (int n = 0; n < 60; n++) {
            double share = flags.active().size() / 20_000.0;
            assertThat(share).isCloseTo(b, within(5 * Math.sqrt(b * (1 - b) / 20_000)));
            flags.step();
        }
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> new PersistentSgd(0.5, 0.1, 0.5, Clock.STEPS, new Stability(true)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("tau");
        for (double b : new double[] {0.0, -1.0, 1.1}) {
            assertThatThrownBy(() -> new PersistentSgd(0.1, 1, b, Clock.STEPS, new Stability(true)))
                    .isInstanceOf(BadParameter.class);
        }
        assertThatThrownBy(() -> new MatchedNoise(
                        0.1,
                        new Batching(5, Sampling.EPOCH),
                        MatchedNoise.Covariance.FULL,
                        10,
                        Clock.STEPS,
                        new Stability(true)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("sampling");
        Random random = new Random(1);
        double half = 2.5 + random.nextInt(3);
        assertThatThrownBy(() ->
                        new Sgld(0.1, new Batching(half, Sampling.WITHOUT), 0.1, Clock.STEPS, new Stability(true)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("batch");
    }
}
