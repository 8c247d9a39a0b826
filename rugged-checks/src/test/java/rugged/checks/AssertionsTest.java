package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** The assertions on random samples, on samples whose law is known: they pass where they should, fail where they should, and as often as they say. */
class AssertionsTest {
    private static final RandomStream RANDOM = Streams.of(11).stream("assertions", 0);

    private static double[] uniforms(int n) {
        double[] values = new double[n];
        for (int k = 0; k < n; k++) values[k] = RANDOM.nextDouble();
        return values;
    }

    private static double clipped(double x) {
        return Math.clamp(x, 0.0, 1.0);
    }

    @Test
    void pValuesOfTheKolmogorovTestAreUniform() {
        double[] p = new double[2000];
        for (int k = 0; k < p.length; k++) p[k] = KolmogorovSmirnov.pValue(uniforms(50), AssertionsTest::clipped);
        assertThat(KolmogorovSmirnov.pValue(p, AssertionsTest::clipped)).isGreaterThan(1e-3);
    }

    @Test
    void theKolmogorovTestSeesAWrongLaw() {
        double[] values = uniforms(10_000);
        assertThatThrownBy(() -> KolmogorovSmirnov.assertFollows("squares", values, x -> clipped(x * x), 1e-9))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("squares");
        KolmogorovSmirnov.assertFollows("uniforms", values, AssertionsTest::clipped, 1e-6);
    }

    @Test
    void pValuesOfPearsonsTestAreUniform() {
        double[] p = new double[2000];
        double[] probabilities = {0.5, 0.3, 0.15, 0.05};
        for (int k = 0; k < p.length; k++) p[k] = ChiSquared.pValue(counts(4000), probabilities);
        assertThat(KolmogorovSmirnov.pValue(p, AssertionsTest::clipped)).isGreaterThan(1e-3);
        assertThatThrownBy(() ->
                        ChiSquared.assertFollows("dice", counts(4000), new double[] {0.45, 0.35, 0.15, 0.05}, 1e-6))
                .isInstanceOf(AssertionError.class);
    }

    private static long[] counts(int n) {
        long[] counts = new long[4];
        for (int k = 0; k < n; k++) {
            double u = RANDOM.nextDouble();
            counts[u < 0.5 ? 0 : u < 0.8 ? 1 : u < 0.95 ? 2 : 3]++;
        }
        return counts;
    }

    /** An autoregressive series x' = a x + noise has tau = (1 + a) / (2 (1 - a)). */
    @Test
    void errorOfAMeanCountsTheAutocorrelation() {
        double a = 0.9;
        int runs = 200;
        double square = 0.0;
        for (int run = 0; run < runs; run++) {
            double[] values = new double[5000];
            double x = RANDOM.nextGaussian() / Math.sqrt(1.0 - a * a);
            for (int k = 0; k < values.length; k++) values[k] = x = a * x + RANDOM.nextGaussian();
            Series series = new Series(values);
            if (run == 0) assertThat(series.autocorrelationTime()).isCloseTo(9.5, within(3.0));
            square += Math.pow(series.mean() / series.standardError(), 2);
        }
        // chi-squared with 200 degrees of freedom over 200: 1 +- 0.1
        assertThat(square / runs).isBetween(0.6, 1.5);
    }

    @Test
    void aMeanThatIsOffIsSeen() {
        Series series = new Series(uniforms(10_000));
        series.assertMean("uniforms", 0.5, 5.0);
        assertThatThrownBy(() -> series.assertMean("uniforms", 0.52, 5.0)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSeriesThatIsTooShortIsRefused() {
        double[] drift = new double[200];
        for (int k = 0; k < drift.length; k++) drift[k] = k;
        assertThatThrownBy(() -> new Series(drift).standardError()).hasMessageContaining("too short");
        assertThatThrownBy(() -> new Series(new double[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
