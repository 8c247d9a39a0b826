package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.kernel.Matrices;

/** Products of the machine's library agree with our own kernels; skipped where there is no library. */
class NativeBlasTest {
    private static final int[] SIZES = {1, 2, 5, 8, 17, 70};
    private final Random random = new Random(2);

    private static NativeBlas library() {
        assumeTrue(NativeBlas.found().filter(NativeBlas::multiplies).isPresent(), "no BLAS on this machine");
        return NativeBlas.found().orElseThrow();
    }

    @Test
    void findsTheSameLibraryTwiceOrNone() {
        assertThat(NativeBlas.found()).isEqualTo(NativeBlas.found());
        NativeBlas.found().ifPresent(blas -> assertThat(blas.name()).isNotBlank());
    }

    @Test
    void productsAgreeForEveryShape() {
        NativeBlas blas = library();
        for (int m : SIZES) {
            for (int n : SIZES) {
                for (int k : SIZES) check(blas, m, n, k, (m + n + k) % 2 == 0);
            }
        }
    }

    @Test
    void aProductCutInSlicesAgrees() {
        NativeBlas blas = library();
        check(blas, 40, 2100, 2600, false);
        check(blas, 40, 2100, 2600, true);
    }

    private void check(NativeBlas blas, int m, int n, int k, boolean transposed) {
        int ars = transposed ? 1 : k + 2;
        int acs = transposed ? m + 1 : 1;
        assertThat(NativeBlas.takes(ars, acs)).isTrue();
        double[] a = random.doubles((m + 3L) * (k + 3), -1, 1).toArray();
        double[] b = random.doubles((k + 1L) * (n + 3) + 2, -1, 1).toArray();
        double[] c = random.doubles((m + 1L) * (n + 1) + 3, -1, 1).toArray();
        float[] af = floats(a);
        float[] bf = floats(b);
        for (boolean add : new boolean[] {true, false}) {
            double[] one = c.clone();
            double[] two = c.clone();
            Matrices.best().multiply(m, n, k, a, 1, ars, acs, b, 2, n + 3, one, 3, n + 1, add);
            blas.multiply(m, n, k, a, 1, ars, acs, b, 2, n + 3, two, 3, n + 1, add);
            assertThat(two).containsExactly(one, within(1e-14 * k + 1e-14));
            float[] oneF = floats(c);
            float[] twoF = floats(c);
            Matrices.best().multiply(m, n, k, af, 1, ars, acs, bf, 2, n + 3, oneF, 3, n + 1, add);
            blas.multiply(m, n, k, af, 1, ars, acs, bf, 2, n + 3, twoF, 3, n + 1, add);
            assertThat(twoF).containsExactly(oneF, within(1e-6f * k + 1e-6f));
        }
    }

    @Test
    void eigenvaluesAndVectorsOfThePathGraph() {
        assumeTrue(NativeBlas.found().filter(NativeBlas::diagonalises).isPresent(), "no LAPACK on this machine");
        NativeBlas blas = NativeBlas.found().orElseThrow();
        int n = 60;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 2.0;
            if (i > 0) a[i * n + i - 1] = a[(i - 1) * n + i] = -1.0;
        }
        double[] values = new double[n];
        blas.eigen(n, a, false, values);
        for (int k = 0; k < n; k++)
            assertThat(values[k]).isCloseTo(2 - 2 * Math.cos(Math.PI * (k + 1) / (n + 1)), within(1e-13));
        blas.eigen(n, a, true, values);
        for (int k = 0; k < n; k++) {
            double sign = Math.signum(a[k * n] * Math.sin(Math.PI * (k + 1) / (n + 1)));
            for (int i = 0; i < n; i++) {
                double exact = Math.sqrt(2.0 / (n + 1)) * Math.sin(Math.PI * (k + 1) * (i + 1) / (n + 1));
                assertThat(a[k * n + i]).isCloseTo(sign * exact, within(1e-12));
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    /** Both factors of the same matrix, and both refuse one that is not positive definite. */
    @Test
    void choleskyDecompositionsAgree() {
        assumeTrue(NativeBlas.found().filter(NativeBlas::factorises).isPresent(), "no LAPACK on this machine");
        NativeBlas blas = NativeBlas.found().orElseThrow();
        int n = 130;
        double[] a = random.doubles((long) n * n, -0.1, 0.1).toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) a[j * n + i] = a[i * n + j];
            a[i * n + i] = 3.0 + 0.01 * i;
        }
        double[] ours = a.clone();
        double[] theirs = a.clone();
        assertThat(new Cholesky().decompose(ours, n)).isTrue();
        assertThat(blas.cholesky(n, theirs)).isTrue();
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) assertThat(ours[i * n + j]).isCloseTo(theirs[i * n + j], within(1e-13));
        a[70 * n + 70] = -1.0;
        assertThat(blas.cholesky(n, a)).isFalse();
    }
}
