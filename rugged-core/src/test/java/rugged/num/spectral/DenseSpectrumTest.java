package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;
import rugged.num.Vectors;

class DenseSpectrumTest {
    @Test
    void thePathGraphByEitherRoute() {
        for (int n : new int[] {1, 2, 7, 63, 64, 150}) {
            Matrix path = Matrix.path(n);
            DenseSpectrum best = path.spectrum();
            DenseSpectrum java = DenseSpectrum.java(n, path.a().clone(), true);
            for (int k = 0; k < n; k++) {
                double exact = 2 - 2 * Math.cos(Math.PI * (k + 1) / (n + 1));
                assertThat(best.values()[k]).isCloseTo(exact, within(1e-13));
                assertThat(java.values()[k]).isCloseTo(exact, within(1e-13));
                assertThat(Math.abs(SpectralVectors.dot(best.vectors()[k], java.vectors()[k])))
                        .isCloseTo(1.0, within(1e-10));
            }
        }
    }

    @Test
    void vectorsAreEigenvectorsAndOrthonormal() {
        Matrix goe = Matrix.goe(90, 3);
        DenseSpectrum spectrum = goe.spectrum();
        double[] av = new double[90];
        for (int k = 0; k < 90; k++) {
            goe.apply(spectrum.vectors()[k], av);
            Vectors.add(av, -spectrum.values()[k], spectrum.vectors()[k]);
            assertThat(SpectralVectors.norm(av)).isLessThan(1e-12);
            assertThat(SpectralVectors.dot(spectrum.vectors()[k], spectrum.vectors()[(k + 1) % 90]))
                    .isCloseTo(0.0, within(1e-12));
        }
        assertThat(spectrum.values()).isSorted();
    }

    /** Wigner's semicircle of radius 2: moments 1, 2, 5 up to O(1/n) with scatter O(1/n). */
    @Test
    void momentsOfTheSemicircle() {
        double[] values = Matrix.goe(600, 5).spectrum().values();
        double[] moments = {0, 1, 0, 2, 0, 5};
        for (int order = 1; order <= 6; order++) {
            int power = order;
            double moment =
                    Arrays.stream(values).map(x -> Math.pow(x, power)).average().orElseThrow();
            assertThat(moment).as("moment " + order).isCloseTo(moments[order - 1], within(0.05));
        }
    }

    /** What is projected out is not in the spectrum: not as a zero, and nothing else is lost. */
    @Test
    void projectedDirectionsAreGone() {
        Matrix goe = Matrix.goe(40, 7);
        DenseSpectrum all = goe.spectrum();
        Projected less = new Projected(goe, all.vectors()[0], all.vectors()[17], all.vectors()[17]);
        assertThat(less.freedom()).isEqualTo(38);
        DenseSpectrum rest = DenseSpectrum.of(less, false);
        double[] kept = new double[38];
        for (int k = 1, i = 0; k < 40; k++) if (k != 17) kept[i++] = all.values()[k];
        assertThat(rest.values()).containsExactly(kept, within(1e-12));
        // any direction: by interlacing the rest lies between its neighbours
        double[] any = new double[40];
        Streams.of(1).stream("any", 0).normals(any);
        double[] between = DenseSpectrum.of(new Projected(goe, any), false).values();
        for (int k = 0; k < 39; k++) assertThat(between[k]).isBetween(all.values()[k], all.values()[k + 1]);
    }

    @Test
    void zeroModesOfARingAreTakenOutExactly() {
        int n = 12;
        Matrix ring = Matrix.path(n);
        ring.a()[n - 1] = ring.a()[(n - 1) * n] = -1.0;
        double[] uniform = new double[n];
        Arrays.fill(uniform, 1.0);
        double[] values = DenseSpectrum.of(new Projected(ring, uniform), false).values();
        assertThat(values).hasSize(n - 1);
        assertThat(values[0]).isCloseTo(2 - 2 * Math.cos(2 * Math.PI / n), within(1e-13));
    }

    @Test
    void theLargestThatFitsFits() {
        int n = DenseSpectrum.largest(1e9);
        assertThat(DenseSpectrum.bytes(n)).isLessThanOrEqualTo(1e9);
        assertThat(DenseSpectrum.bytes(n + 1)).isGreaterThan(1e9);
    }
}
