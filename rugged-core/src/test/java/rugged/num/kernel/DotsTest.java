package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DotsTest {
    /** One, two or four in a pass, of any length: the bits of sixteen chains and a tree. */
    @Test
    void sumsRunInOneOrder() {
        Dots dots = new Dots();
        for (int n : new int[] {0, 1, 15, 16, 17, 100, 1024, 1030, 5000}) {
            double[][] a = new double[5][];
            for (int k = 0; k < 5; k++) a[k] = new Random(k).doubles(n, -1, 1).toArray();
            double[] four = new double[4];
            dots.four(a[0], a[1], a[2], a[3], a[4], four);
            for (int k = 0; k < 4; k++) {
                assertThat(four[k]).isEqualTo(plain(a[k], a[4]));
                assertThat(dots.dot(a[k], a[4])).isEqualTo(four[k]);
            }
            double[] two = new double[2];
            dots.withSquare(a[0], a[4], two);
            assertThat(two).containsExactly(plain(a[0], a[4]), plain(a[4], a[4]));
            assertThat(dots.norm(a[0])).isCloseTo(Math.sqrt(plain(a[0], a[0])), within(0.0));
        }
    }

    private static double plain(double[] a, double[] b) {
        double[] chains = new double[16];
        for (int i = 0; i < a.length; i++) chains[i % 16] = Math.fma(a[i], b[i], chains[i % 16]);
        for (int half = 8; half > 0; half /= 2) for (int c = 0; c < half; c++) chains[c] += chains[c + half];
        return chains[0];
    }
}
