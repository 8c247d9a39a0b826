package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;

class KrylovTest {
    private static double[] normals(int n) {
        double[] start = new double[n];
        Streams.of(3).stream("start", 0).normals(start);
        return start;
    }

    private static Krylov.Ritz ritz(Matrix matrix, int steps) {
        return new Krylov(matrix, normals(matrix.n())).grow(steps).ritz();
    }

    @Test
    void inAsManyStepsAsDimensionsItIsExact() {
        int n = 40;
        Krylov.Ritz spectrum = ritz(Matrix.path(n), n);
        assertThat(spectrum.values().length).isEqualTo(n);
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
        Krylov.Ritz spectrum = ritz(Matrix.path(n), 60);
        for (int k = 0; k < spectrum.values().length; k++) {
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
        Krylov.Ritz spectrum = ritz(Matrix.diagonal(values), 30);
        assertThat(spectrum.values()[29]).isCloseTo(9.0, within(1e-10));
        assertThat(spectrum.values()[0]).isCloseTo(-4.0, within(1e-8));
        assertThat(spectrum.residuals()[29]).isLessThan(1e-4);
    }

    @Test
    void degenerateEigenvaluesAreFoundOnce() {
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) values[i] = i % 3;
        Krylov.Ritz spectrum = ritz(Matrix.diagonal(values), 30);
        assertThat(spectrum.values()).hasSize(3);
        for (int k = 0; k < 3; k++) assertThat(spectrum.values()[k]).isCloseTo(k, within(1e-12));
        assertThat(ritz(Matrix.diagonal(new double[60]), 30).values()).containsExactly(0.0);
    }

    /** With all components, or first and last alone: the same rule. */
    @Test
    void weightsAndResidualsNeedNoVectors() {
        Krylov space = new Krylov(Matrix.goe(80, 5), normals(80)).grow(25);
        Krylov.Ritz whole = space.ritz();
        Krylov.Ritz rule = space.rule();
        assertThat(rule.components()).isEmpty();
        assertThat(rule.values()).containsExactly(whole.values());
        assertThat(rule.weights()).containsExactly(whole.weights());
        assertThat(rule.residuals()).containsExactly(whole.residuals());
        double sum = 0.0;
        for (double weight : rule.weights()) sum += weight;
        assertThat(sum).isCloseTo(1.0, within(1e-13));
        DenseSpectrum dense = DenseSpectrum.java(25, projected(space, whole), false);
        for (int k = 0; k < 25; k++) assertThat(whole.values()[k]).isCloseTo(dense.values()[k], within(1e-12));
    }

    /** The operator in the basis of its Ritz vectors, which is diagonal. */
    private static double[] projected(Krylov space, Krylov.Ritz ritz) {
        Matrix goe = Matrix.goe(80, 5);
        double[] t = new double[25 * 25];
        double[] image = new double[80];
        for (int k = 0; k < 25; k++) {
            goe.apply(space.vector(ritz.components()[k]), image);
            for (int l = 0; l < 25; l++) t[k * 25 + l] = SpectralVectors.dot(image, space.vector(ritz.components()[l]));
        }
        return t;
    }

    @Test
    void theBasisStaysOrthonormal() {
        double[] values = new double[200];
        for (int i = 0; i < 200; i++) values[i] = Math.pow(0.8, i);
        Krylov space = new Krylov(Matrix.diagonal(values), normals(200)).grow(60);
        double[] unit = new double[60];
        double[][] basis = new double[60][];
        for (int k = 0; k < 60; k++) {
            unit[k] = 1.0;
            basis[k] = space.vector(unit);
            unit[k] = 0.0;
            for (int l = 0; l <= k; l++)
                assertThat(SpectralVectors.dot(basis[k], basis[l])).isCloseTo(k == l ? 1.0 : 0.0, within(1e-13));
        }
    }
}
