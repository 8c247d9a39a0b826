package rugged.meanfield.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kernels of wide networks for two inputs. */
class TangentKernelTest {
    /** E s'(u) s'(v) is the derivative of E s(u) s(v) by the covariance of u and v (Price's theorem). */
    @ParameterizedTest
    @EnumSource
    void slopesAreDerivativesOfTheKernel(HiddenUnit unit) {
        double step = 1e-4;
        for (double c : new double[] {-0.7, 0.1, 0.8}) {
            double difference = (unit.kernel(1.3, 0.9, c + step) - unit.kernel(1.3, 0.9, c - step)) / (2.0 * step);
            assertThat(unit.slopes(1.3, 0.9, c)).as(unit.word()).isCloseTo(difference, within(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, true, 1, 0, 0.31830989, 0.31830989",
        "RELU, true, 2, 0.5, 0.68390565, 1.35147956",
        "ERF, false, 1, 0.5, 0.21634690, 0.44142597"
    })
    void referenceValues(
            HiddenUnit unit, boolean normalised, int depth, double cosine, double process, double tangent) {
        TangentKernel found = TangentKernel.of(unit, normalised, depth, cosine);
        assertThat(found.process()).isCloseTo(process, within(1e-8));
        assertThat(found.tangent()).isCloseTo(tangent, within(1e-8));
    }

    /** Linear units change no covariance, and each layer adds one more of it to the tangent kernel. */
    @Test
    void linearUnitsAdd() {
        TangentKernel found = TangentKernel.of(HiddenUnit.LINEAR, true, 4, 0.3);
        assertThat(found.process()).isCloseTo(0.3, within(1e-15));
        assertThat(found.tangent()).isCloseTo(1.5, within(1e-14));
    }
}
