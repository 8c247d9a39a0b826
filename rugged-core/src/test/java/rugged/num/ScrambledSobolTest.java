package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equidistribution of Sobol's points, before and after scrambling, and what scrambling does to each point. */
class ScrambledSobolTest {
    private static final Streams RANDOM = Streams.of(5);

    /** t is the sum of the degrees of the primitive polynomials, each less 1: 0, 0, 1, 2, 2, 3, 3, ... */
    @ParameterizedTest
    @CsvSource({"2, 0, 8", "3, 1, 9", "4, 3, 10", "5, 5, 10", "6, 8, 12"})
    void everyElementaryIntervalHoldsItsShare(int s, int t, int m) {
        ScrambledSobol sobol = new ScrambledSobol(s, m);
        for (double[] points : new double[][] {sobol.plain(), sobol.scrambled(RANDOM, 0), sobol.scrambled(RANDOM, 1)})
            shares(points, new int[s], 0, m - t, 1 << t);
    }

    /** All ways to halve the coordinates from one on so many times. */
    private static void shares(double[] points, int[] halvings, int from, int left, int expected) {
        if (from == halvings.length - 1) {
            halvings[from] = left;
            count(points, halvings, expected);
            return;
        }
        for (int k = 0; k <= left; k++) {
            halvings[from] = k;
            shares(points, halvings, from + 1, left - k, expected);
        }
    }

    private static void count(double[] points, int[] halvings, int expected) {
        int s = halvings.length;
        int[] counts = new int[points.length / s / expected];
        for (int p = 0; p < points.length / s; p++) {
            int box = 0;
            for (int j = 0; j < s; j++) box = (box << halvings[j]) | (int) (points[p * s + j] * (1 << halvings[j]));
            counts[box]++;
        }
        assertThat(counts).containsOnly(expected);
    }

    /** Twelve numbers: every coordinate has one point in each interval, and each pair of scramblings differs. */
    @Test
    void everyCoordinateIsStratified() {
        int s = 12;
        int m = 10;
        double[] points = new ScrambledSobol(s, m).scrambled(RANDOM, 3);
        for (int j = 0; j < s; j++) {
            int[] counts = new int[1 << m];
            for (int p = 0; p < 1 << m; p++) counts[(int) (points[p * s + j] * (1 << m))]++;
            assertThat(counts).containsOnly(1);
        }
        assertThat(points).isEqualTo(new ScrambledSobol(s, m).scrambled(RANDOM, 3));
        assertThat(points).isNotEqualTo(new ScrambledSobol(s, m).scrambled(RANDOM, 4));
    }

    /** Over scramblings a point is uniform, and two coordinates of it do not know of one another: means of u, u^2 and u u' of the first point, which was the origin. */
    @Test
    void aScrambledPointIsUniform() {
        ScrambledSobol sobol = new ScrambledSobol(3, 4);
        int many = 4000;
        RunningMean first = new RunningMean();
        RunningMean square = new RunningMean();
        RunningMean both = new RunningMean();
        for (int k = 0; k < many; k++) {
            double[] points = sobol.scrambled(RANDOM, k);
            first.add(points[0]);
            square.add(points[0] * points[0]);
            both.add(points[0] * points[2]);
        }
        assertThat(first.mean()).isCloseTo(0.5, within(4.0 * first.error()));
        assertThat(square.mean()).isCloseTo(1.0 / 3.0, within(4.0 * square.error()));
        assertThat(both.mean()).isCloseTo(0.25, within(4.0 * both.error()));
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new ScrambledSobol(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScrambledSobol(3, 31)).isInstanceOf(IllegalArgumentException.class);
    }
}
