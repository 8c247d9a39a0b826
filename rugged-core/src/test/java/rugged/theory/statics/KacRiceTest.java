package rugged.theory.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.Schedule;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

/** Counts that geometry fixes: on the circle, of either parity, and by turning all couplings. Tolerances are four errors of the average over matrices. */
class KacRiceTest {
    private static Map<String, double[]> solve(Mixture mixture, int n, int samples) {
        Map<String, double[]> values = new HashMap<>();
        new KacRice(mixture, 1.0, n, samples, 7)
                .solve(
                        Schedule.at(0.0),
                        (quantity, replica, value, error, axes) -> values.put(
                                quantity.name() + (axes.length == 0 ? "" : "@" + (int) axes[0]),
                                new double[] {value, error}));
        return values;
    }

    private static double[] points(Map<String, double[]> all, int index) {
        double[] found = all.get("stationary_points@" + index);
        assertThat(found).isNotNull();
        return found;
    }

    /** By Rice's formula a Gaussian function on the circle with covariance cos^p has sqrt(3p - 2) minima. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void onTheCircleRiceCountsThem(int p) {
        Map<String, double[]> all = solve(Mixture.pure(p), 2, 40000);
        for (int index = 0; index < 2; index++) {
            double[] found = points(all, index);
            assertThat(found[1]).isLessThan(0.01 * found[0]);
            assertThat(found[0]).isCloseTo(Math.sqrt(3.0 * p - 2.0), within(4 * found[1]));
        }
    }

    /** The alternating sum is the Euler characteristic of the sphere: 2 in even dimension, 0 in odd. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 8})
    void theAlternatingSumIsEulers(int n) {
        Map<String, double[]> all = solve(Mixture.pure(3), n, 100000);
        double sum = 0.0;
        double error = 0.0;
        for (int index = 0; index < n; index++) {
            sum += (index % 2 == 0 ? 1 : -1) * points(all, index)[0];
            error += points(all, index)[1];
        }
        assertThat(error).isLessThan(0.3);
        assertThat(sum).isCloseTo(n % 2 == 1 ? 2.0 : 0.0, within(2 * error));
    }

    /** Couplings and their negatives are equally likely: as many maxima as minima. */
    @Test
    void minimaAndMaximaAreAsMany() {
        Map<String, double[]> all = solve(Mixture.pure(3), 12, 20000);
        double error = Math.hypot(points(all, 0)[1], points(all, 11)[1]);
        assertThat(points(all, 0)[0]).isCloseTo(points(all, 11)[0], within(4 * error));
        assertThat(all.get("known_minima")).isEqualTo(points(all, 0));
        assertThat(all.get("known_saddles")).isEqualTo(points(all, 1));
    }

    /** Minima lie towards the threshold -2/sqrt(3) from above, transition states above them; energies scale with the couplings. */
    @Test
    void energiesApproachTheThreshold() {
        double[] above = new double[3];
        for (int k = 0; k < 3; k++) {
            Map<String, double[]> all = solve(Mixture.pure(3), 8 << 2 * k, 2000);
            above[k] = all.get("mean_minimum")[0] + 2.0 / Math.sqrt(3.0);
            assertThat(all.get("mean_saddle")[0]).isGreaterThan(all.get("mean_minimum")[0]);
        }
        // a weight e^{cN} moves an eigenvalue that the others repel with e^{-N^2 d^3} by d of order N^(-1/2)
        assertThat(above[2]).isPositive();
        assertThat(above[1] / above[2]).isBetween(1.8, 2.2);
        double[] strong = new double[1];
        new KacRice(Mixture.pure(3), 4.0, 8, 2000, 7)
                .solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> {
                    if (quantity.name().equals("mean_minimum")) strong[0] = value;
                });
        assertThat(strong[0]).isCloseTo(2.0 * solve(Mixture.pure(3), 8, 2000).get("mean_minimum")[0], within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3+4"})
    void otherOrdersAreRefused(String mixture) {
        assertThatThrownBy(() -> new KacRice(Mixture.parse(mixture), 1.0, 8, 100, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("is not of one order above 2");
    }
}
