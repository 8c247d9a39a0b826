package rugged.dynamics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rugged.api.model.Batch;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.num.Streams;
import rugged.params.BadParameter;

class BatchesTest {
    private static Batches batches(double batch, int patterns, Sampling sampling) {
        return new Batches(batch, patterns, sampling, Streams.of(3).stream("batches", 0));
    }

    @Test
    void anEpochNamesEveryPatternOnce() {
        Batches batches = batches(4, 10, Sampling.EPOCH);
        for (int epoch = 0; epoch < 5; epoch++) {
            Set<Integer> seen = new HashSet<>();
            int total = 0;
            for (int size : new int[] {4, 4, 2}) {
                Batch batch = batches.next();
                assertThat(batch.size()).isEqualTo(size);
                for (int k = batch.from(); k < batch.to(); k++) seen.add(batch.index()[k]);
                total += batch.size();
            }
            assertThat(total).isEqualTo(10);
            assertThat(seen).hasSize(10);
        }
    }

    @Test
    void withoutReplacementNoneIsNamedTwice() {
        Batches batches = batches(0.7, 10, Sampling.WITHOUT);
        for (int step = 0; step < 100; step++) {
            Batch batch = batches.next();
            Set<Integer> seen = new HashSet<>();
            for (int k = batch.from(); k < batch.to(); k++) seen.add(batch.index()[k]);
            assertThat(seen).hasSize(7);
        }
    }

    /** Passes are independent: a pattern is in the same place as in the pass before once in P times, wherever the place. */
    @Test
    void everyPassIsShuffledAnew() {
        int patterns = 10;
        int passes = 20_000;
        Batches batches = batches(1, patterns, Sampling.EPOCH);
        int[] before = new int[patterns];
        int[] same = new int[patterns];
        for (int pass = 0; pass < passes; pass++) {
            for (int place = 0; place < patterns; place++) {
                Batch batch = batches.next();
                int pattern = batch.index()[batch.from()];
                if (pattern == before[place]) same[place]++;
                before[place] = pattern;
            }
        }
        double error = Math.sqrt(0.1 * 0.9 / passes);
        for (int count : same) assertThat((double) count / passes).isCloseTo(0.1, within(5 * error));
    }

    /** Covariance of the mean of a batch over that of a single pattern: 1/B with replacement, (P - B)/(B (P - 1)) without. */
    @Test
    void theNoiseHasTheStatedCovariance() {
        assertThat(variance(Sampling.REPLACEMENT)).isCloseTo(0.2, within(0.01));
        assertThat(variance(Sampling.WITHOUT)).isCloseTo(15.0 / 95.0, within(0.008));
    }

    private static double variance(Sampling sampling) {
        int patterns = 20;
        Batches batches = batches(5, patterns, sampling);
        double square = 0.0;
        int steps = 20_000;
        for (int step = 0; step < steps; step++) {
            Batch batch = batches.next();
            double mean = 0.0;
            for (int k = batch.from(); k < batch.to(); k++) mean += (batch.index()[k] - 0.5 * (patterns - 1)) / 5.0;
            square += mean * mean / steps;
        }
        return square / ((patterns * patterns - 1) / 12.0);
    }

    @Test
    void moreThanThereAreIsRefused() {
        assertThatThrownBy(() -> batches(11, 10, Sampling.EPOCH))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("1..10");
        assertThat(batches(11, 10, Sampling.REPLACEMENT).next().size()).isEqualTo(11);
        assertThatThrownBy(() ->
                        new Sgd(0.1, new Batching(2.5, Sampling.EPOCH), 0.0, 0.0, Clock.STEPS, new Stability(false)))
                .hasMessageContaining("neither");
    }
}
