package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratios of means: exact cases, denominators that vanish, coverage of the error where they nearly do. */
class JackknifeTest {
    @Test
    void theErrorOfAMeanIsItsStandardError() {
        double[] x = {1, 4, 2, 8, 5};
        double mean = Arrays.stream(x).average().orElseThrow();
        Jackknife found = Jackknife.of(5, mean, k -> (5 * mean - x[k]) / 4);
        double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        assertThat(found.error()).isCloseTo(Math.sqrt(squares / 4 / 5), within(1e-14));
    }

    @Test
    void proportionalSamplesHaveAnExactRatio() {
        Jackknife found = Jackknife.ratio(new double[] {2, 4, 60}, new double[] {1, 2, 30}, 3);
        assertThat(found.value()).isEqualTo(2);
        assertThat(found.error()).isCloseTo(0, within(1e-15));
    }

    @Test
    void oneSampleHasAValueAndNoError() {
        Jackknife found = Jackknife.ratio(new double[] {3}, new double[] {2}, 1);
        assertThat(found.value()).isEqualTo(1.5);
        assertThat(found.error()).isNaN();
        assertThat(Jackknife.ratio(new double[] {3}, new double[] {0}, 1).value())
                .isNaN();
        assertThat(Jackknife.ratio(new double[0], new double[0], 0)).isEqualTo(Jackknife.NONE);
    }

    @Test
    void aDenominatorThatMayBeZeroGivesNoValue() {
        double[] above = {1, 1, 1, 1};
        assertThat(Jackknife.ratio(above, new double[] {1, -1, 2, -2}, 4).value())
                .isNaN();
        assertThat(Jackknife.ratio(above, new double[] {3, -1, 2, -2}, 4).value())
                .isNaN();
        assertThat(Jackknife.ratio(above, new double[] {3, 1, 2, 2}, 4).value()).isEqualTo(0.5);
        // what is positive is never 0, however it scatters
        assertThat(Jackknife.ratio(above, new double[] {1e-6, 1e-6, 1e-6, 4}, 4).value())
                .isCloseTo(1, within(1e-5));
    }

    /** A response that is mostly noise: the mean of ratios is anything, the ratio of means is the temperature. */
    @Test
    void theRatioOfMeansStandsWhereTheMeanOfRatiosFails() {
        Random random = new Random(5);
        int n = 400;
        double[] above = new double[n];
        double[] below = new double[n];
        double meanOfRatios = 0;
        for (int k = 0; k < n; k++) {
            above[k] = 0.8 * (1 + 0.1 * random.nextGaussian());
            below[k] = 1 + 2 * random.nextGaussian();
            meanOfRatios += above[k] / below[k] / n;
        }
        Jackknife found = Jackknife.ratio(above, below, n);
        assertThat(found.error()).isBetween(0.04, 0.16);
        assertThat(found.value()).isCloseTo(0.8, within(3 * found.error()));
        assertThat(Math.abs(meanOfRatios - 0.8)).isGreaterThan(3 * found.error());
    }

    /** How often one jackknife error holds the truth: 68 % for a known error, 65 % by Student's law for 8 samples; stated in {@link Jackknife#ratio}. */
    @ParameterizedTest
    @CsvSource({"100, 8, 0.65", "10, 8, 0.655", "3, 8, 0.70", "10, 4, 0.61", "3, 32, 0.74"})
    void theErrorCoversAsStated(double strength, int n, double expected) {
        Random random = new Random(17);
        int trials = 6000;
        int inside = 0;
        int given = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] above = new double[n];
            double[] below = new double[n];
            for (int k = 0; k < n; k++) {
                above[k] = 1 + 0.2 * random.nextGaussian();
                below[k] = 1 + Math.sqrt(n) / strength * random.nextGaussian();
            }
            Jackknife found = Jackknife.ratio(above, below, n);
            if (Double.isNaN(found.value())) continue;
            given++;
            if (Math.abs(found.value() - 1) < found.error()) inside++;
        }
        assertThat(inside / (double) given).isCloseTo(expected, within(0.02));
        assertThat(given / (double) trials).isGreaterThan(0.8);
    }

    @Test
    void aMedianOfTwoHasTheErrorOfTheirMean() {
        Median two = Median.of(new double[] {1, 4});
        assertThat(two.value()).isEqualTo(2.5);
        assertThat(two.error()).isCloseTo(1.5, within(1e-12));
        assertThat(Median.of(new double[] {7}).error()).isNaN();
    }

    /** For normal samples the median has sqrt(pi/2) times the error of the mean. */
    @Test
    void theErrorOfAMedianIsItsScatter() {
        Random random = new Random(3);
        int n = 101;
        int trials = 3000;
        double squares = 0;
        double errors = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] x = random.doubles(n).map(u -> random.nextGaussian()).toArray();
            Median found = Median.of(x);
            squares += found.value() * found.value() / trials;
            errors += found.error() / trials;
        }
        assertThat(errors).isCloseTo(Math.sqrt(squares), within(0.005));
        assertThat(Math.sqrt(squares)).isCloseTo(Math.sqrt(Math.PI / 2 / n), within(0.006));
    }
}
