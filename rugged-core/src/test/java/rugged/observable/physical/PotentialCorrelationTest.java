package rugged.observable.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.api.physical.Wiring;
import rugged.num.PositiveInverse;

/** Correlations of potentials on graphs whose Laplacian has a known inverse. */
class PotentialCorrelationTest {
    private static double[] correlation(Wiring wiring, double[] w, int longest) {
        int n = wiring.nodes();
        double[] inverse = new double[n * n];
        PhysicalHessian.laplacian(wiring, w, 1e-4, inverse);
        for (int k = 0; k < inverse.length; k++) inverse[k] += 1.0 / n;
        new PositiveInverse().invert(inverse, n);
        for (int k = 0; k < inverse.length; k++) inverse[k] -= 1.0 / n;
        int[][] distances = new int[n][];
        for (int i = 0; i < n; i++) distances[i] = wiring.distances(i);
        double[] c = new double[longest + 1];
        PotentialCorrelation.average(inverse, distances, c);
        return c;
    }

    /** A ring of N edges of conductance w: L^+_ij = [(N^2 - 1)/12 - r (N - r)/2]/(N w), so that c(r) = 1 - 6 r (N - r)/(N^2 - 1) whatever w is. */
    @Test
    void aRingHasAParabola() {
        int n = 12;
        int[] tails = new int[n];
        int[] heads = new int[n];
        for (int i = 0; i < n; i++) {
            tails[i] = i;
            heads[i] = (i + 1) % n;
        }
        double[] w = new double[n];
        Arrays.fill(w, 0.7);
        double[] c = correlation(new Wiring(n, tails, heads), w, n / 2);
        for (int r = 0; r <= n / 2; r++)
            assertThat(c[r]).isCloseTo(1.0 - 6.0 * r * (n - r) / (n * n - 1.0), within(1e-12));
    }

    /** A periodic lattice of equal edges by its plane waves. */
    @Test
    void aLatticeIsTheSumOfItsWaves() {
        int side = 10;
        int n = side * side;
        int[] tails = new int[2 * n];
        int[] heads = new int[2 * n];
        for (int x = 0; x < side; x++)
            for (int y = 0; y < side; y++) {
                int i = x * side + y;
                tails[2 * i] = i;
                heads[2 * i] = (x + 1) % side * side + y;
                tails[2 * i + 1] = i;
                heads[2 * i + 1] = x * side + (y + 1) % side;
            }
        double[] w = new double[2 * n];
        Arrays.fill(w, 1.0);
        double[] c = correlation(new Wiring(n, tails, heads), w, side);
        double[] sum = new double[side + 1];
        int[] count = new int[side + 1];
        for (int x = 0; x < side; x++)
            for (int y = 0; y < side; y++) {
                double green = 0.0;
                double local = 0.0;
                for (int p = 0; p < side; p++)
                    for (int q = 0; q < side; q++) {
                        if (p + q == 0) continue;
                        double a = 2.0 * Math.PI * p / side;
                        double b = 2.0 * Math.PI * q / side;
                        double level = 4.0 - 2.0 * Math.cos(a) - 2.0 * Math.cos(b);
                        green += Math.cos(a * x + b * y) / level;
                        local += 1.0 / level;
                    }
                int r = Math.min(x, side - x) + Math.min(y, side - y);
                sum[r] += green / local;
                count[r]++;
            }
        for (int r = 0; r <= side; r++) assertThat(c[r]).isCloseTo(sum[r] / count[r], within(1e-11));
        // random conductances of the reference have 0.406, 0.198 and 0.072
        assertThat(c[1]).isCloseTo(0.406, within(0.03));
        assertThat(c[2]).isCloseTo(0.198, within(0.03));
        assertThat(c[3]).isCloseTo(0.072, within(0.03));
    }

    @Test
    void lengthsAreThoseOfExponentials() {
        double[] c = new double[8];
        for (int r = 0; r < c.length; r++) c[r] = r < 6 ? 0.8 * Math.exp(-r / 1.7) : -0.01;
        assertThat(PotentialCorrelation.length(c)).isCloseTo(1.7, within(1e-12));
        assertThat(PotentialCorrelation.length(new double[] {1.0, 0.3, -0.1})).isNaN();
        assertThat(PotentialCorrelation.length(new double[] {1.0, 0.3, 0.4, 0.5}))
                .isNaN();
    }
}
