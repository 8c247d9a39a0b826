package rugged.meanfield.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.params.BadParameter;

class FreeEnergyTest {
    private static final double[] POINT = {1.7, 0.2, 0.6, 0.1};

    private static double[] gradient(FreeEnergy f, double a, double[] p) {
        double[] g = new double[4];
        f.gradient(a, p, g);
        return g;
    }

    @Test
    void errorAndEntropyAtAPoint() {
        SymmetricOverlaps at = new SymmetricOverlaps(3, 1.7, 0.2, 0.6, 0.1);
        assertThat(at.error()).isCloseTo(0.2095939, within(1e-7));
        assertThat(at.entropy()).isCloseTo(0.4123618, within(1e-7));
    }

    @Test
    void symmetricFormsAreThoseOfTheMatrices() {
        for (int units = 2; units <= 5; units++) {
            SymmetricOverlaps at = new SymmetricOverlaps(units, 1.7, 0.2, 0.6, 0.1);
            assertThat(at.error()).isCloseTo(at.matrices().loss() / units, within(1e-14));
            assertThat(at.entropy()).isCloseTo(SymmetricOverlaps.entropy(at.matrices()), within(1e-13));
            SymmetricOverlaps mean = SymmetricOverlaps.mean(at.matrices());
            assertThat(mean.q()).isCloseTo(1.7, within(1e-14));
            assertThat(mean.c()).isCloseTo(0.2, within(1e-14));
            assertThat(mean.r()).isCloseTo(0.6, within(1e-14));
            assertThat(mean.s()).isCloseTo(0.1, within(1e-14));
        }
    }

    @Test
    void entropyOfATeacherThatIsNotOrthonormal() {
        // by hand: Q - R^2/T
        CommitteeOverlaps one = new CommitteeOverlaps(1, 1, new double[] {2.0, 0.6, 0.6, 1.5});
        assertThat(SymmetricOverlaps.entropy(one)).isCloseTo(0.5 * Math.log(2.0 - 0.36 / 1.5), within(1e-15));
    }

    @Test
    void overlapsOfNoVectors() {
        assertThatThrownBy(() -> SymmetricOverlaps.entropy(new SymmetricOverlaps(2, 1, 0, 0.9, 0.9).matrices()))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("positive definite");
        assertThat(new SymmetricOverlaps(2, 1, 0, 0.9, 0.9).entropy()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new FreeEnergy(2, 0.3).value(20, new double[] {1, 0, 0.9, 0.9}))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void gradientAtAPoint() {
        assertThat(gradient(new FreeEnergy(3, 0.3), 20, POINT))
                .containsExactly(new double[] {0.914604, 4.843761, -4.323514, -10.672572}, within(1e-6));
        assertThat(gradient(new FreeEnergy(2, 0.3), 20, POINT))
                .containsExactly(new double[] {1.226037, 2.409737, -4.775006, -5.387777}, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void derivativesAreThoseOfDifferences(int units) {
        FreeEnergy f = new FreeEnergy(units, 0.3);
        double[] p = units == 1 ? new double[] {1.7, 0, 0.6, 0} : POINT;
        double[] g = gradient(f, 20, p);
        double[] h = new double[16];
        f.hessian(20, p, h);
        // differences of fourth order
        double step = 3e-4;
        for (int i = 0; i < 4; i++) {
            double[][] near = new double[4][];
            double[] values = new double[4];
            double[][] slopes = new double[4][];
            for (int k = 0; k < 4; k++) {
                near[k] = p.clone();
                near[k][i] += step * (k < 2 ? k - 2 : k - 1);
                values[k] = f.value(20, near[k]);
                slopes[k] = gradient(f, 20, near[k]);
            }
            double slope = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * step);
            assertThat(g[i]).isCloseTo(slope, within(2e-9));
            for (int j = 0; j < 4; j++) {
                double curve = slopes[0][j] - 8 * slopes[1][j] + 8 * slopes[2][j] - slopes[3][j];
                assertThat(h[i * 4 + j]).isCloseTo(curve / (12 * step), within(2e-8));
            }
        }
    }

    @Test
    void noEquilibriumWithoutDecay() {
        assertThatThrownBy(() -> new FreeEnergy(2, 0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no equilibrium without weight decay, the student's length diverges");
        assertThatThrownBy(() -> new FreeEnergy(2, -1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("negative decay: the free energy is unbounded");
        assertThatThrownBy(() -> new FreeEnergy(0, 1)).isInstanceOf(BadParameter.class);
    }
}
