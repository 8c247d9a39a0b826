package rugged.theory.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.Schedule;
import rugged.meanfield.Mixture;
import rugged.theory.aging.GlassCorrections;

/** The covariance of energies of two replicas at finite N, beside averages over couplings of systems that can be summed exactly. */
class CubicOverlapTest {
    private static double mean(double[] samples) {
        double sum = 0;
        for (double sample : samples) sum += sample;
        return sum / samples.length;
    }

    private static double error(double[] samples) {
        double mean = mean(samples);
        double sum = 0;
        for (double sample : samples) sum += (sample - mean) * (sample - mean);
        return Math.sqrt(sum) / samples.length;
    }

    /** Five Ising spins, ten couplings: N [<f>] = (3/N^2) sum_T [<chi_T>^2] over the triples T, all 32 states enumerated. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.4})
    void fiveIsingSpins(double y) {
        int n = 5;
        int[] triples = java.util.stream.IntStream.range(0, 1 << n)
                .filter(bits -> Integer.bitCount(bits) == 3)
                .toArray();
        double scale = Math.sqrt(3.0) / n;
        Random random = new Random(1);
        double[] samples = new double[60000];
        double[] couplings = new double[triples.length];
        double[] sums = new double[triples.length];
        for (int sample = 0; sample < samples.length; sample++) {
            for (int k = 0; k < couplings.length; k++) couplings[k] = scale * random.nextGaussian();
            java.util.Arrays.fill(sums, 0);
            double norm = 0;
            for (int state = 0; state < 1 << n; state++) {
                double minusEnergy = 0;
                for (int k = 0; k < triples.length; k++) minusEnergy += sign(state, triples[k]) * couplings[k];
                double weight = Math.exp(Math.sqrt(y) * minusEnergy);
                norm += weight;
                for (int k = 0; k < triples.length; k++) sums[k] += sign(state, triples[k]) * weight;
            }
            for (double sum : sums) samples[sample] += scale * scale * sum * sum / (norm * norm) / n;
        }
        CubicOverlap overlap = CubicOverlap.ising(n, y);
        assertThat(error(samples)).isLessThan(0.02 * overlap.mean());
        assertThat(overlap.mean()).isCloseTo(mean(samples), within(overlap.error() + 3 * error(samples)));
        assertThat(overlap.error()).isLessThan(0.3 * overlap.mean());
    }

    private static int sign(int state, int triple) {
        return Integer.bitCount(state & triple) % 2 == 0 ? 1 : -1;
    }

    /** Two spins on their circle: H has covariance cos^3 = (3 cos + cos 3)/4, four Gaussian amplitudes. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.4})
    void theCircle(double y) {
        int angles = 32;
        Random random = new Random(2);
        double[] samples = new double[20000];
        double[] weights = new double[angles];
        double[] covariance = new double[angles];
        for (int k = 0; k < angles; k++) covariance[k] = Math.pow(Math.cos(2 * Math.PI * k / angles), 3);
        for (int sample = 0; sample < samples.length; sample++) {
            double[] a = random.doubles(4).map(u -> random.nextGaussian()).toArray();
            double norm = 0;
            for (int k = 0; k < angles; k++) {
                double u = 2 * Math.PI * k / angles;
                double minusEnergy = Math.sqrt(0.75) * (a[0] * Math.cos(u) + a[1] * Math.sin(u))
                        + 0.5 * (a[2] * Math.cos(3 * u) + a[3] * Math.sin(3 * u));
                weights[k] = Math.exp(Math.sqrt(y) * minusEnergy);
                norm += weights[k];
            }
            double sum = 0;
            for (int k = 0; k < angles; k++)
                for (int l = 0; l < angles; l++) sum += weights[k] * weights[l] * covariance[(k - l + angles) % angles];
            samples[sample] = sum / (norm * norm) / 2;
        }
        CubicOverlap overlap = CubicOverlap.spherical(2, y);
        assertThat(error(samples)).isLessThan(0.02 * overlap.mean());
        assertThat(overlap.mean()).isCloseTo(mean(samples), within(overlap.error() + 3 * error(samples)));
        assertThat(overlap.error()).isLessThan(0.5 * overlap.mean());
    }

    /** 15 b^3/(4 N^2) above the energy of infinitely many spins, and an error that says what is left. */
    @Test
    void theEnergyOfSmallGlassesIsShifted() {
        Map<Double, double[]> energies = new HashMap<>();
        new GlassCorrections(Mixture.pure(3), 48, List.of(0.6123724, 0.75, 1.0, 1.5), GlassCorrections.Spins.SPHERICAL)
                .solve(Schedule.at(1), (quantity, replica, value, error, axes) -> {
                    if (quantity.name().equals("e_T")) energies.put(axes[1], new double[] {value, error});
                });
        assertThat(energies.get(1.5)[0]).isCloseTo(-1 / 3.0 + 0.000446, within(5e-6));
        assertThat(energies.get(1.0)[0]).isCloseTo(-0.49812, within(1e-5));
        assertThat(energies.get(1.0)[1]).isBetween(3e-4, 6e-4);
        assertThat(energies.get(0.75)[0]).isNaN();
        // the leading term
        CubicOverlap large = CubicOverlap.spherical(100000, 1.7);
        assertThat(2 * large.mean() * 1e10).isCloseTo(7.5 * 1.7, within(0.02));
    }
}
