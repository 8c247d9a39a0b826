package rugged.landscape.spin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.CheckSpec;

class SpinSumsTest {
    @Test
    void smallSystemsObeyTheIdentityOfGaussianCouplings() {
        for (CheckSpec.Row row : new SpinSums(10, 0.8, 4000).rows())
            assertThat(row.agrees()).as("%s: %s", row.id(), row).isTrue();
    }

    @Test
    void theMagnetIsASumOverItsMagnetisation() {
        int n = 12;
        double t = 1.2;
        double weight = 0.0;
        double energy = 0.0;
        double ways = 1.0;
        for (int up = 0; up <= n; up++) {
            double m = 2.0 * up - n;
            double e = -0.9 * (m * m - n) / (2.0 * n) - 0.1 * m;
            weight += ways * Math.exp(-e / t);
            energy += ways * Math.exp(-e / t) * e;
            ways *= (n - up) / (up + 1.0);
        }
        ExactSum sum = ExactSum.of(new CurieWeiss(n, 0.9, 0.1).build(), t);
        assertThat(sum.energy()).isCloseTo(energy / weight / n, within(1e-12));
    }
}
