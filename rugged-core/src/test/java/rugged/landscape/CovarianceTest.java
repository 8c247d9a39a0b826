package rugged.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.disorder.GaussianDisorder;
import rugged.landscape.glass.IsingPSpin;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;

/** The covariance that models state, beside its definition. */
class CovarianceTest {
    private static GaussianDisorder ising(int n, String mixture) {
        return (GaussianDisorder) new IsingPSpin(n, Mixture.parse(mixture), Precision.FLOAT64, 1).build();
    }

    /** p!/(2 N^p) times the sum over i1 < ... < ip of the products of N signs, the first ones negative: by counting how many negative ones a tuple holds. */
    private static double counted(int n, int p, int negative) {
        double sum = 0.0;
        for (int k = 0; k <= p; k++) sum += (k % 2 == 0 ? 1 : -1) * chosen(negative, k) * chosen(n - negative, p - k);
        double factor = 0.5;
        for (int k = 1; k <= p; k++) factor *= k / (double) n;
        return factor * sum;
    }

    private static double chosen(int n, int k) {
        if (k > n) return 0.0;
        double c = 1.0;
        for (int i = 0; i < k; i++) c *= (n - i) / (i + 1.0);
        return c;
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 9", "3, 10", "4, 11", "6, 12"})
    void ofIsingSpinsAtEveryOverlap(int p, int n) {
        GaussianDisorder model = ising(n, Integer.toString(p));
        for (int negative = 0; negative <= n; negative++) {
            double q = 1.0 - 2.0 * negative / n;
            assertThat(model.covariance(q)).isCloseTo(counted(n, p, negative), within(1e-12));
        }
    }

    @Test
    void ofIsingSpinsInALargeSystem() {
        assertThat(ising(400, "2+0.5*3").covariance(0.6)).isCloseTo(0.5 * 0.36 + 0.25 * 0.216, within(3e-3));
    }

    @Test
    void onTheSphereItIsThatOfTheMixture() {
        assertThat(((GaussianDisorder) spherical(PSpin.Couplings.FULL)).covariance(0.3))
                .isCloseTo(0.5 * (0.027 + 0.0081), within(1e-15));
        assertThat(((GaussianDisorder) spherical(PSpin.Couplings.DISTINCT)).covariance(0.3))
                .isNaN();
    }

    private static Object spherical(PSpin.Couplings couplings) {
        return new PSpin(
                        12,
                        Mixture.parse("3+4"),
                        couplings,
                        Precision.FLOAT64,
                        PSpin.Storage.PACKED,
                        Double.POSITIVE_INFINITY,
                        1.0,
                        1)
                .build();
    }
}
