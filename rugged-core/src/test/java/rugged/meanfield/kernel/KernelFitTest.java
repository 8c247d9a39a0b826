package rugged.meanfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelFitTest {
    private static final List<WideLayer> LAYERS = List.of(WideLayer.of(1.0), WideLayer.of(2.0));

    private static double[] points(int count) {
        return new Random(3).doubles(count * 6, -1.0, 1.0).toArray();
    }

    @Test
    void interpolatesWithoutRidge() {
        double[] points = points(40);
        double[] k = WideKernels.of(WideUnit.RELU, LAYERS, points, 6).tangent();
        double[] y = new Random(4).doubles(80, -1.0, 1.0).toArray();
        KernelFit fit = KernelFit.of(k, y, 2, 0.0);
        double[] f = fit.outputs(k, 2);
        for (int i = 0; i < y.length; i++) assertThat(f[i]).isCloseTo(y[i], within(1e-6));
        assertThat(fit.condition()).isGreaterThan(1.0);
    }

    @Test
    void solvesItsEquationsWithRidge() {
        double[] k = WideKernels.of(WideUnit.ERF, LAYERS, points(30), 6).tangent();
        double[] y = new Random(4).doubles(30, -1.0, 1.0).toArray();
        KernelFit fit = KernelFit.of(k, y, 1, 0.3);
        double[] f = fit.outputs(k, 1);
        for (int i = 0; i < 30; i++) assertThat(f[i] + 0.3 * fit.weights()[i]).isCloseTo(y[i], within(1e-12));
    }

    @Test
    void equalPointsAreRefusedWithAdvice() {
        double[] points = points(10);
        System.arraycopy(points, 0, points, 6, 6);
        double[] k = WideKernels.of(WideUnit.RELU, LAYERS, points, 6).tangent();
        assertThatThrownBy(() -> KernelFit.of(k, new double[10], 1, 0.0))
                .hasMessageContaining("smallest eigenvalue")
                .hasMessageContaining("add a ridge");
        assertThat(KernelFit.of(k, new double[10], 1, 1e-3).least()).isCloseTo(1e-3, within(1e-9));
    }
}
