package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanczosTest {
    private static double[] normals(int n) {
        double[] start = new double[n];
        Streams.of(3).stream("start", 0).normals(start);
        return start;
    }

    private static Lanczos.Product diagonal(double... values) {
        return (v, av) -> {
            for (int i = 0; i < v.length; i++) av[i] = values[i] * v[i];
        };
    }

    /** The path graph: 2 - 2 cos(pi k/(n + 1)), k = 1 ... n. */
    private static void laplacian(double[] v, double[] av) {
        int n = v.length;
        for (int i = 0; i < n; i++) av[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < n ? v[i + 1] : 0);
    }

    @Test
    void inAsManyStepsAsDimensionsItIsExact() {
        int n = 40;
        Lanczos.Spectrum spectrum = Lanczos.spectrum(LanczosTest::laplacian, normals(n), n);
        assertThat(spectrum.size()).isEqualTo(n);
        for (int k = 0; k < n; k++) {
            double exact = 2 - 2 * Math.cos(Math.PI * (k + 1) / (n + 1));
            assertThat(spectrum.values()[k]).isCloseTo(exact, within(1e-12));
            assertThat(spectrum.residuals()[k]).isLessThan(1e-10);
        }
    }

    @Test
    void anEigenvalueLiesWithinEachResidual() {
        int n = 300;
        double[] exact = IntStream.rangeClosed(1, n)
                .mapToDouble(k -> 2 - 2 * Math.cos(Math.PI * k / (n + 1)))
                .toArray();
        Lanczos.Spectrum spectrum = Lanczos.spectrum(LanczosTest::laplacian, normals(n), 60);
        for (int k = 0; k < spectrum.size(); k++) {
            double theta = spectrum.values()[k];
            double nearest = IntStream.range(0, n)
                    .mapToDouble(i -> Math.abs(exact[i] - theta))
                    .min()
                    .orElseThrow();
            assertThat(nearest).isLessThanOrEqualTo(spectrum.residuals()[k] + 1e-12);
        }
    }

    @Test
    void outlyingEigenvaluesConvergeFirst() {
        double[] values = new double[500];
        for (int i = 0; i < values.length; i++) values[i] = Math.sin(i);
        values[7] = 9.0;
        values[8] = -4.0;
        Lanczos.Spectrum spectrum = Lanczos.spectrum(diagonal(values), normals(500), 30);
        assertThat(spectrum.values()[29]).isCloseTo(9.0, within(1e-10));
        assertThat(spectrum.values()[0]).isCloseTo(-4.0, within(1e-8));
        assertThat(spectrum.residuals()[29]).isLessThan(1e-4);
    }

    @Test
    void degenerateEigenvaluesAreFoundOnce() {
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) values[i] = i % 3;
        Lanczos.Spectrum spectrum = Lanczos.spectrum(diagonal(values), normals(60), 30);
        assertThat(spectrum.values()).hasSize(3);
        for (int k = 0; k < 3; k++) assertThat(spectrum.values()[k]).isCloseTo(k, within(1e-12));
        assertThat(Lanczos.spectrum(diagonal(new double[60]), normals(60), 30).values())
                .containsExactly(0.0);
    }

    @Test
    void theDenseRouteAgreesAndIsSorted() {
        int n = 25;
        double[][] a = new double[n][n];
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            laplacian(unit, a[i]);
            unit[i] = 0.0;
        }
        double[] values = Lanczos.dense(a);
        for (int k = 0; k < n; k++) {
            assertThat(values[k]).isCloseTo(2 - 2 * Math.cos(Math.PI * (k + 1) / (n + 1)), within(1e-12));
        }
    }
}
