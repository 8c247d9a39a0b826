package rugged.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;

class DriftTest {
    private static double z(RandomGenerator random, int replicas, double rise) {
        WindowDrift drift = new WindowDrift(replicas, 64);
        for (int r = 0; r < replicas; r++)
            for (int k = 0; k < 64; k++) drift.put(r, k, random.nextGaussian() + rise * k / 63.0);
        return drift.inStandardErrors();
    }

    /** Student's t with 6R degrees of freedom has the variance 6R/(6R - 2). */
    @Test
    void whiteNoiseHasAStudentVariable() {
        RandomGenerator random = Streams.of(5).stream("white", 0);
        int runs = 4000;
        double square = 0;
        int beyond = 0;
        for (int k = 0; k < runs; k++) {
            double z = z(random, 2, 0);
            square += z * z;
            if (Math.abs(z) > 2.179) beyond++;
        }
        // 2.179 is the two-sided 5 % point for 12 degrees of freedom; four standard errors of 4000 draws
        assertThat(beyond / (double) runs).isCloseTo(0.05, within(0.014));
        assertThat(square / runs).isCloseTo(12 / 10.0, within(0.12));
    }

    @Test
    void aRiseIsSeen() {
        RandomGenerator random = Streams.of(6).stream("rise", 0);
        // the halves differ by 0.5, each known to 1/sqrt(128)
        assertThat(z(random, 4, 1)).isGreaterThan(2);
    }

    @Test
    void aConstantDoesNotDrift() {
        WindowDrift drift = new WindowDrift(1, 64);
        for (int k = 0; k < 64; k++) drift.put(0, k, 3);
        assertThat(drift.inStandardErrors()).isZero();
    }
}
