package rugged.dynamics.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Bounds decide as the functions do, at grid points, between them, and beyond both ends. */
class ChanceTest {
    private static void alike(double uniform, double x) {
        assertThat(Chance.UP.holds(uniform, x)).isEqualTo(uniform < 1.0 / (1.0 + Math.exp(x)));
        if (x > 0.0) assertThat(Chance.ACCEPTED.holds(uniform, x)).isEqualTo(uniform < Math.exp(-x));
    }

    @Test
    void decidesAsTheFunctions() {
        RandomStream random = Streams.of(1).stream("chance", 0);
        for (int k = 0; k < 200_000; k++) alike(random.nextDouble(), 10.0 * random.nextGaussian());
        for (int k = -1400; k <= 1400; k++)
            for (double x : new double[] {k / 32.0, Math.nextUp(k / 32.0), Math.nextDown(k / 32.0)}) {
                alike(random.nextDouble(), x);
                double exact = 1.0 / (1.0 + Math.exp(x));
                for (double u : new double[] {exact, Math.nextUp(exact), Math.nextDown(exact)}) alike(u, x);
                double accepted = Math.exp(-x);
                if (accepted < 1.0)
                    for (double u : new double[] {accepted, Math.nextUp(accepted), Math.nextDown(accepted)})
                        alike(u, x);
            }
    }

    @Test
    void ends() {
        assertThat(Chance.ACCEPTED.holds(0.0, Double.POSITIVE_INFINITY)).isFalse();
        assertThat(Chance.UP.holds(0.5, Double.POSITIVE_INFINITY)).isFalse();
        assertThat(Chance.UP.holds(0.5, Double.NEGATIVE_INFINITY)).isTrue();
    }
}
