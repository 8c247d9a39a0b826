package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;
import rugged.params.BadParameter;

class PrincipalComponentsTest {
    private static final int WIDTH = 70;
    private static final int PATTERNS = 200;

    /** Normals of variance falling along the coordinates, mixed by a shear, with a mean. */
    private static double[] inputs() {
        double[] inputs = new double[PATTERNS * WIDTH];
        Streams.of(3).stream("inputs", 0).normals(inputs);
        for (int a = 0; a < PATTERNS; a++) {
            for (int i = 0; i < WIDTH; i++) {
                int at = a * WIDTH + i;
                inputs[at] = 2.0 + inputs[at] * Math.exp(-0.03 * i) + (i > 0 ? 0.4 * inputs[at - 1] : 0.0);
            }
        }
        return inputs;
    }

    private static RealMatrix covariance(double[] inputs) {
        double[] mean = Normalisation.mean(inputs, WIDTH);
        double[][] covariance = new double[WIDTH][WIDTH];
        for (int a = 0; a < PATTERNS; a++)
            for (int i = 0; i < WIDTH; i++)
                for (int j = 0; j < WIDTH; j++)
                    covariance[i][j] +=
                            (inputs[a * WIDTH + i] - mean[i]) * (inputs[a * WIDTH + j] - mean[j]) / PATTERNS;
        return MatrixUtils.createRealMatrix(covariance);
    }

    @Test
    void directionsAreOrthonormalAndVariancesFall() {
        PrincipalComponents components = PrincipalComponents.fit(inputs(), WIDTH, WIDTH);
        double[] v = components.directions();
        for (int k = 0; k < WIDTH; k++) {
            for (int l = 0; l <= k; l++) {
                double dot = 0.0;
                for (int i = 0; i < WIDTH; i++) dot += v[k * WIDTH + i] * v[l * WIDTH + i];
                assertThat(dot).isCloseTo(k == l ? 1.0 : 0.0, within(1e-12));
            }
            if (k > 0)
                assertThat(components.variances()[k])
                        .isLessThanOrEqualTo(components.variances()[k - 1]);
        }
    }

    @Test
    void theyAreTheEigenvectorsThatAnotherLibraryFinds() {
        double[] inputs = inputs();
        PrincipalComponents components = PrincipalComponents.fit(inputs, WIDTH, 20);
        var other = new EigenDecompositionSymmetric(covariance(inputs));
        for (int k = 0; k < 20; k++) {
            assertThat(components.variances()[k]).isCloseTo(other.getEigenvalue(k), within(1e-11));
            double[] expected = other.getEigenvector(k).toArray();
            int largest = 0;
            for (int i = 0; i < WIDTH; i++) if (Math.abs(expected[i]) > Math.abs(expected[largest])) largest = i;
            double sign = Math.signum(expected[largest]);
            assertThat(components.directions()[k * WIDTH + largest]).isPositive();
            for (int i = 0; i < WIDTH; i++)
                assertThat(components.directions()[k * WIDTH + i]).isCloseTo(sign * expected[i], within(1e-9));
        }
    }

    @Test
    void fewerComponentsAreThoseOfMore() {
        double[] inputs = inputs();
        PrincipalComponents few = PrincipalComponents.fit(inputs, WIDTH, 3);
        PrincipalComponents many = PrincipalComponents.fit(inputs, WIDTH, 9);
        assertThat(few.directions()).containsExactly(java.util.Arrays.copyOf(many.directions(), 3 * WIDTH));
    }

    @Test
    void directionsWithoutVarianceAreRefused() {
        double[] flat = inputs();
        for (int a = 0; a < PATTERNS; a++) for (int i = 2; i < WIDTH; i++) flat[a * WIDTH + i] = flat[a * WIDTH];
        assertThatThrownBy(() -> PrincipalComponents.fit(flat, WIDTH, 3))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("pca = 3: only 2 principal components have positive variance");
    }
}
