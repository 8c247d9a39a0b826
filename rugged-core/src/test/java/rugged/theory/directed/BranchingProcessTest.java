package rugged.theory.directed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.Schedule;
import rugged.meanfield.signal.Branching;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

class BranchingProcessTest {
    private static Map<String, Double> solve(double ratio) {
        Map<String, Double> values = new HashMap<>();
        new BranchingProcess(ratio, 1e6)
                .solve(
                        Schedule.at(1, 2, 3, 4, 5, 10000),
                        (quantity, replica, value, error, axes) ->
                                values.put(quantity.name() + Arrays.toString(axes), value));
        return values;
    }

    @Test
    void lawsAtTheCriticalPoint() {
        Map<String, Double> values = solve(1);
        double[] sizes = {0.367879, 0.135335, 0.074681};
        for (int s = 1; s <= 3; s++)
            assertThat(values.get("P_size[" + s + ".0]")).isCloseTo(sizes[s - 1], within(1e-6));
        assertThat(values.get("P_size[10.0]")).isCloseTo(0.012511, within(1e-6));
        double[] ended = {0.367879, 0.531464, 0.625918, 0.687920, 0.731923};
        for (int t = 1; t <= 5; t++)
            assertThat(values.get("P_ended[" + t + ".0]")).isCloseTo(ended[t - 1], within(1e-6));
        assertThat(1e4 * (1 - values.get("P_ended[10000.0]"))).isCloseTo(2, within(0.01));
        double s = 524288;
        assertThat(values.get("P_size[524288.0]") * Math.pow(s, 1.5) * Math.sqrt(2 * Math.PI))
                .isCloseTo(1, within(1e-5));
        assertThat(values).doesNotContainKeys("size_mean[]", "size_variance[]", "size_cutoff[]");
        assertThat(values.get("extinct[]")).isEqualTo(1);
    }

    @Test
    void momentsBelowAndExtinctionAbove() {
        assertThat(solve(0.9).get("size_mean[]")).isCloseTo(10, within(1e-9));
        assertThat(solve(0.9).get("size_variance[]")).isCloseTo(900, within(1e-7));
        Branching below = new Branching(0.9);
        double sum = 0;
        double mean = 0;
        for (int s = 1; s < 20000; s++) {
            sum += below.size(s);
            mean += s * below.size(s);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(10, within(1e-9));
        double p = solve(1.5).get("extinct[]");
        assertThat(p).isCloseTo(Math.exp(1.5 * (p - 1)), within(1e-12)).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1})
    void drawnOnesFollowTheLaw(double ratio) {
        Branching process = new Branching(ratio);
        RandomStream random = Streams.of(3).stream("branching", 0);
        int draws = 50000;
        int bins = 12;
        double[] counted = new double[bins + 1];
        double[] short5 = new double[6];
        long[] found = new long[2];
        for (int k = 0; k < draws; k++) {
            process.draw(1000, random, found);
            counted[(int) Math.min(bins, found[0] - 1)]++;
            for (int t = 1; t <= 5; t++) if (found[1] <= t) short5[t]++;
        }
        double chiSquare = 0;
        double rest = 1;
        for (int s = 1; s <= bins + 1; s++) {
            double share = s <= bins ? process.size(s) : rest;
            rest -= share;
            chiSquare += Math.pow(counted[s - 1] - draws * share, 2) / (draws * share);
        }
        // 12 degrees of freedom, once in a thousand above 32.9
        assertThat(chiSquare).isLessThan(32.9);
        double ended = 0;
        for (int t = 1; t <= 5; t++) {
            ended = process.ended(ended);
            assertThat(short5[t] / draws).isCloseTo(ended, within(4 * Math.sqrt(0.25 / draws)));
        }
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new BranchingProcess(-0.1, 100))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("ratio");
    }
}
