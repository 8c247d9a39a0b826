package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;

class ExtremesTest {
    /** 60 steps suffice for the edges of a Gaussian ensemble of 500. */
    @Test
    void extremeRitzValuesOfTheGaussianEnsemble() {
        for (long seed = 1; seed <= 3; seed++) {
            Matrix goe = Matrix.goe(500, seed);
            double[] exact = goe.spectrum().values();
            double[] start = new double[500];
            Streams.of(seed).stream("start", 0).normals(start);
            Krylov.Ritz ritz = new Krylov(goe, start).grow(60).ritz();
            assertThat(ritz.values()[59]).isCloseTo(exact[499], within(1e-4));
            assertThat(ritz.values()[0]).isCloseTo(exact[0], within(1e-4));
            for (int k = 0; k < 60; k++) {
                double theta = ritz.values()[k];
                double nearest = Arrays.stream(exact)
                        .map(value -> Math.abs(value - theta))
                        .min()
                        .orElseThrow();
                assertThat(nearest).isLessThanOrEqualTo(ritz.residuals()[k] + 1e-12);
            }
        }
    }

    @Test
    void bothEndsConvergeToTheDenseAnswer() {
        Matrix goe = Matrix.goe(200, 4);
        DenseSpectrum dense = goe.spectrum();
        Extremes ends = ExtremeSearch.of(goe, 5, 3, 1e-8, 200, Streams.of(2).stream("x", 0));
        assertThat(ends.all()).isTrue();
        assertThat(ends.steps()).isLessThan(200);
        for (int k = 0; k < 5; k++) {
            assertThat(ends.top().values()[k]).isCloseTo(dense.values()[199 - k], within(1e-12));
            assertThat(ends.top().residuals()[k]).isLessThan(1e-7);
            assertThat(Math.abs(SpectralVectors.dot(ends.top().vectors()[k], dense.vectors()[199 - k])))
                    .isCloseTo(1.0, within(1e-8));
        }
        for (int k = 0; k < 3; k++) assertThat(ends.bottom().values()[k]).isCloseTo(dense.values()[k], within(1e-12));
        double[][] exact = Arrays.copyOfRange(dense.vectors(), 195, 200);
        assertThat(Subspaces.overlap(ends.top().vectors(), exact)).isCloseTo(1.0, within(1e-10));
    }

    @Test
    void whatHasNotConvergedSaysSo() {
        Extremes ends = ExtremeSearch.of(Matrix.goe(300, 5), 10, 10, 1e-8, 20, Streams.of(2).stream("x", 0));
        assertThat(ends.all()).isFalse();
        // and one product for the residual of each
        assertThat(ends.steps()).isEqualTo(20 + 20);
        assertThat(ends.top().converged()).isLessThan(10);
        assertThat(ends.top().residuals()[9]).isGreaterThan(1e-3);
    }

    @Test
    void participationAndOverlapOfKnownVectors() {
        double[] even = new double[50];
        Arrays.fill(even, -0.3);
        double[] one = new double[50];
        one[7] = 4.0;
        assertThat(Subspaces.participation(even)).isCloseTo(1.0, within(1e-12));
        assertThat(Subspaces.participation(one)).isCloseTo(0.02, within(1e-12));
        double[] random = new double[100000];
        Streams.of(1).stream("x", 0).normals(random);
        assertThat(Subspaces.participation(random)).isCloseTo(1.0 / 3, within(0.01));
        double[][] first = {{1, 0, 0, 0}, {0, 1, 0, 0}};
        double[][] second = {{0, 1, 0, 0}, {0, 0, Math.sqrt(0.5), Math.sqrt(0.5)}};
        assertThat(Subspaces.overlap(first, second)).isCloseTo(0.5, within(1e-12));
    }
}
