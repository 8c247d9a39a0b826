package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rugged.report.Verdict.AGREES;
import static rugged.report.Verdict.DIFFERS;
import static rugged.report.Verdict.UNDECIDED;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.report.Verdict.Ruling;

/** The three words. */
class VerdictTest {
    private static Verdict word(double gap, double error, int n, double effect, double bias) {
        return Verdict.on(gap, error, n - 1.0, 0.0, effect, 2.5, bias).verdict();
    }

    @Test
    void manySamplesAreNormal() {
        assertThat(word(0.24, 0.1, 1_000_000_000, 1, 0)).isEqualTo(AGREES);
        assertThat(word(0.26, 0.1, 1_000_000_000, 1, 0)).isEqualTo(DIFFERS);
    }

    @Test
    void fewSamplesNeedMoreErrors() {
        assertThat(word(0.3, 0.1, 8, 1, 0)).isEqualTo(AGREES);
        assertThat(word(0.34, 0.1, 8, 1, 0)).isEqualTo(DIFFERS);
        assertThat(word(0.5, 0.1, 4, 2, 0)).isEqualTo(AGREES);
        assertThat(word(5.0, 0.1, 2, 20, 0)).isEqualTo(AGREES);
        assertThat(word(5.2, 0.1, 2, 20, 0)).isEqualTo(DIFFERS);
    }

    @Test
    void anErrorLargerThanTheEffectCannotTell() {
        assertThat(word(0.0, 0.1, 8, 0.3, 0)).isEqualTo(UNDECIDED);
        assertThat(word(0.0, 0.1, 8, 0.4, 0)).isEqualTo(AGREES);
        assertThat(word(0.0, 0.01, 2, 0.4, 0)).isEqualTo(UNDECIDED);
        // far away it differs whatever would matter
        assertThat(word(9.0, 0.1, 8, 0.3, 0)).isEqualTo(DIFFERS);
    }

    @Test
    void aBiasLargerThanTheEffectNeverAgrees() {
        assertThat(word(0.0, 0.001, 100, 0.05, 0.06)).isEqualTo(UNDECIDED);
        assertThat(word(0.05, 0.001, 100, 0.05, 0.06)).isEqualTo(UNDECIDED);
        assertThat(word(0.0, 0.001, 100, 0.05, 0.02)).isEqualTo(AGREES);
    }

    @Test
    void anUnknownErrorAndNoEffectCannotTell() {
        Ruling unknown = Verdict.on(0.0, Double.NaN, 0, 0, 1, 2.5, 0.1);
        assertThat(unknown.verdict()).isEqualTo(UNDECIDED);
        assertThat(unknown.reach()).isNaN();
        assertThat(word(0.0, 0.01, 8, 0.0, 0)).isEqualTo(UNDECIDED);
    }

    @Test
    void exactNumbersAgreeOrDiffer() {
        assertThat(word(0.0, 0.0, 4, 1, 0)).isEqualTo(AGREES);
        assertThat(word(1e-3, 0.0, 4, 1, 0)).isEqualTo(DIFFERS);
    }

    /**
     * At a true difference of 0 the word "differs" comes in 1.24 % of the cases whatever n; at a true difference as large as the effect, "agrees" in at most half
     * of that.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void wrongWordsAreAsRareAsTheToleranceSays(int n) {
        Random random = new Random(n);
        int trials = 20000;
        int differs = 0;
        int agrees = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] x = random.doubles(n).map(u -> random.nextGaussian()).toArray();
            double sum = 0;
            for (double v : x) sum += v;
            double mean = sum / n;
            double squares = 0;
            for (double v : x) squares += (v - mean) * (v - mean);
            double error = Math.sqrt(squares / (n - 1) / n);
            if (word(Math.abs(mean), error, n, 100, 0) == DIFFERS) differs++;
            if (word(Math.abs(mean + 3), error, n, 3, 0) == AGREES) agrees++;
        }
        assertThat(differs / (double) trials).isCloseTo(0.0124, within(0.003));
        assertThat(agrees / (double) trials).isLessThan(0.0062 + 0.002);
    }

    /** With an error of a tenth of the effect and 8 samples a true agreement is recognised nearly always; with one of a third mostly not. */
    @Test
    void agreementIsSeenAtTheStatedPower() {
        assertThat(power(0.1)).isGreaterThan(0.95);
        assertThat(power(0.3)).isLessThan(0.5);
    }

    private static double power(double errorOverEffect) {
        Random random = new Random(1);
        int n = 8;
        int trials = 4000;
        int agrees = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] x = random.doubles(n)
                    .map(u -> random.nextGaussian() * errorOverEffect * Math.sqrt(n))
                    .toArray();
            MeanEstimate estimate =
                    MeanEstimate.of(java.util.Arrays.stream(x).boxed().toList());
            if (word(Math.abs(estimate.value()), estimate.error(), n, 1, 0) == AGREES) agrees++;
        }
        return agrees / (double) trials;
    }
}
