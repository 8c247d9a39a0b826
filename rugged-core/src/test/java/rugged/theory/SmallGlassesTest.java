package rugged.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.meanfield.BinghamMoments;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;
import rugged.theory.aging.GlassCorrections;
import rugged.theory.statics.TwoSpinSamples;

/** Theories of glasses of finite size, beside limits and sums that are known. */
class SmallGlassesTest {
    private static Map<String, double[]> solve(TheorySpec theory) {
        Map<String, double[]> values = new HashMap<>();
        theory.solve(
                Schedule.at(1),
                (quantity, replica, value, error, axes) ->
                        values.put(quantity.name() + "@" + axes[axes.length - 1], new double[] {value, error}));
        return values;
    }

    /** Without energy the sphere is uniform: &lt;s^2&gt; = 1, &lt;s^4&gt; = 3N/(N + 2), &lt;q^2&gt; = 1/N, &lt;q^4&gt; = 3/(N(N + 2)). */
    @Test
    void theUniformSphere() {
        int n = 7;
        BinghamMoments moments = new BinghamMoments(new double[n]);
        assertThat(moments.square(3)).isCloseTo(1.0, within(1e-9));
        assertThat(moments.pair(2, 2)).isCloseTo(3.0 * n / (n + 2.0), within(1e-8));
        assertThat(moments.pair(2, 4)).isCloseTo(n / (n + 2.0), within(1e-8));
        assertThat(moments.overlapSquare()).isCloseTo(1.0 / n, within(1e-9));
        assertThat(moments.overlapFourth()).isCloseTo(3.0 / (n * (n + 2.0)), within(1e-9));
    }

    /** On the circle s = sqrt(2)(cos u, sin u) the averages are one integral. */
    @Test
    void theCircle() {
        double[] b = {1.7, -0.4};
        double norm = 0.0;
        double square = 0.0;
        double fourth = 0.0;
        int points = 2000;
        for (int k = 0; k < points; k++) {
            double cos = Math.cos(2.0 * Math.PI * k / points);
            double first = 2.0 * cos * cos;
            double weight = Math.exp(0.5 * (b[0] * first + b[1] * (2.0 - first)));
            norm += weight;
            square += weight * first;
            fourth += weight * first * first;
        }
        BinghamMoments moments = new BinghamMoments(b);
        assertThat(moments.square(0)).isCloseTo(square / norm, within(1e-9));
        assertThat(moments.pair(0, 0)).isCloseTo(fourth / norm, within(1e-8));
    }

    /** |s|^2 = N: sum_l &lt;s_k^2 s_l^2&gt; = N &lt;s_k^2&gt;, with one mode condensed and without. */
    @Test
    void theConstraintHolds() {
        Random random = new Random(3);
        for (double strength : new double[] {0.3, 2.0, 9.0}) {
            int n = 24;
            double[] b = new double[n];
            for (int k = 0; k < n; k++) b[k] = strength * random.nextGaussian();
            BinghamMoments moments = new BinghamMoments(b);
            double all = 0.0;
            for (int k = 0; k < n; k++) {
                double sum = 0.0;
                for (int l = 0; l < n; l++) sum += moments.pair(k, l);
                assertThat(sum).isCloseTo(n * moments.square(k), within(1e-7 * n));
                all += moments.square(k);
            }
            assertThat(all).isCloseTo(n, within(1e-8 * n));
        }
    }

    /** Far above the transition the exact average over matrices has the expansion in 1/N; the remainder is of order 1/N^2. */
    @Test
    void samplesAgreeWithTheExpansion() {
        List<Double> hot = List.of(3.0);
        for (int n : new int[] {24, 48}) {
            double[] exact =
                    solve(new TwoSpinSamples(Mixture.pure(2), n, hot, 600, 2)).get("chi_T@3.0");
            double[] series = solve(new GlassCorrections(Mixture.pure(2), n, hot, GlassCorrections.Spins.SPHERICAL))
                    .get("chi_T@3.0");
            assertThat(exact[1]).isLessThan(1e-3);
            assertThat(exact[0]).isCloseTo(series[0], within(4 * exact[1] + series[1]));
            // the correction itself is seen
            assertThat(Math.abs(series[0] - 1.125)).isGreaterThan(6 * exact[1]);
        }
    }

    /** e = -(1 - [&lt;q^2&gt;])/(2T) holds at every N, below the transition too: two numbers that are computed apart. */
    @Test
    void samplesObeyTheIdentityOfTheEnergy() {
        int n = 16;
        Map<String, double[]> values = solve(new TwoSpinSamples(Mixture.pure(2), n, List.of(0.5, 1.0), 4000, 3));
        for (double t : new double[] {0.5, 1.0}) {
            double[] energy = values.get("e_T@" + t);
            double[] chi = values.get("chi_T@" + t);
            double identity = -0.5 / t * (1.0 - chi[0] / n);
            double error = energy[1] + 0.5 / t * chi[1] / n;
            assertThat(energy[0]).isCloseTo(identity, within(4 * error));
            assertThat(error).isLessThan(0.02);
        }
    }

    @Test
    void onlyOrdersThatAreWorkedOut() {
        assertThatThrownBy(() -> new TwoSpinSamples(Mixture.parse("2+3"), 8, List.of(1.0), 10, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("order 2 alone");
        assertThatThrownBy(() -> new GlassCorrections(Mixture.pure(4), 8, List.of(1.0), GlassCorrections.Spins.ISING))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no correction worked out");
    }
}
