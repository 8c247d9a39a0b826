package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The vector kernels give the bits of the plain loops, for every remainder of rows, columns and depth, through strides and offsets. */
class MatricesTest {
    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 70};
    private final Random random = new Random(1);

    @Test
    void vectorIsScalarInDoubles() {
        for (int m : SIZES) {
            for (int n : SIZES) {
                int k = SIZES[(m + n) % SIZES.length];
                check(m, n, k, (m + n) % 2 == 0);
            }
        }
        check(5, 700, 300, true);
        // large enough for copies in panels
        check(18, 301, 259, true);
        check(37, 260, 130, false);
        check(16, 1024, 32, true);
        check(9, 40, 1100, false);
        check(13, 200, 1024, false);
    }

    @Test
    void aSingleColumnIsSummedInTheSameOrder() {
        for (int m : SIZES) {
            for (int k : SIZES) {
                check(m, 1, k, true, 1, 1);
                check(m, 1, k, false, 1, 1);
                check(m, 1, k, false, 3, 2);
            }
        }
    }

    private void check(int m, int n, int k, boolean transposed) {
        check(m, n, k, transposed, n + 3, n + 1);
    }

    private void check(int m, int n, int k, boolean transposed, int ldb, int ldc) {
        int ars = transposed ? 1 : k + 2;
        int acs = transposed ? m + 1 : 1;
        double[] a = random.doubles((m + 3L) * (k + 3), -1, 1).toArray();
        double[] b = random.doubles((k + 1L) * (n + 3) + 2, -1, 1).toArray();
        double[] c = random.doubles((m + 1L) * (n + 1) + 3, -1, 1).toArray();
        float[] af = floats(a);
        float[] bf = floats(b);
        for (boolean add : new boolean[] {true, false}) {
            double[] one = c.clone();
            double[] two = c.clone();
            Matrices.scalar().multiply(m, n, k, a, 1, ars, acs, b, 2, ldb, one, 3, ldc, add);
            Matrices.best().multiply(m, n, k, a, 1, ars, acs, b, 2, ldb, two, 3, ldc, add);
            assertThat(two).isEqualTo(one);
            float[] oneF = floats(c);
            float[] twoF = floats(c);
            Matrices.scalar().multiply(m, n, k, af, 1, ars, acs, bf, 2, ldb, oneF, 3, ldc, add);
            Matrices.best().multiply(m, n, k, af, 1, ars, acs, bf, 2, ldb, twoF, 3, ldc, add);
            assertThat(twoF).isEqualTo(oneF);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
        return floats;
    }
}
