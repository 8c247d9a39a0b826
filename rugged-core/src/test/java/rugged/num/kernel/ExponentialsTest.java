package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Array functions beside the library's scalar ones, and lane by lane beside their own scalar form. */
class ExponentialsTest {
    private static final int COUNT = 40_003;

    /** Both signs, from 1e-9 to 40, a seventh of them within +-1. */
    private static double[] arguments() {
        double[] z = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double u = (i + 0.5) / COUNT;
            double size = i % 7 == 0 ? u : Math.exp(Math.log(1e-9) + u * Math.log(4e10));
            z[i] = i % 2 == 0 ? size : -size;
        }
        return z;
    }

    private static double[] ones() {
        double[] d = new double[COUNT];
        java.util.Arrays.fill(d, 1);
        return d;
    }

    private static float[] narrow(double[] z) {
        float[] f = new float[z.length];
        for (int i = 0; i < z.length; i++) f[i] = (float) z[i];
        return f;
    }

    private static void close(double[] values, double[] at, DoubleUnaryOperator truth, double relative) {
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            double exact = truth.applyAsDouble(at[i]);
            worst = Math.max(worst, Math.abs(values[i] - exact) / Math.abs(exact));
        }
        assertThat(worst).isLessThan(relative);
    }

    private static void same(double[] values, double[] at, DoubleUnaryOperator scalar) {
        for (int i = 0; i < values.length; i++)
            assertThat(Double.doubleToRawLongBits(values[i]))
                    .isEqualTo(Double.doubleToRawLongBits(scalar.applyAsDouble(at[i])));
    }

    @Test
    void hyperbolicTangent() {
        double[] z = arguments();
        double[] t = new double[COUNT];
        DoubleExponentials.tanh(z, t, COUNT);
        close(t, z, Math::tanh, 1e-15);
        same(t, z, DoubleExponentials::tanh);
    }

    @Test
    void softplus() {
        double[] z = arguments();
        double[] s = new double[COUNT];
        DoubleExponentials.softplus(z, s, COUNT);
        close(s, z, x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), 1e-15);
        same(s, z, DoubleExponentials::softplus);
    }

    @Test
    void logisticFunction() {
        double[] z = arguments();
        double[] s = ones();
        DoubleExponentials.timesLogistic(z, s, COUNT);
        close(s, z, x -> 1 / (1 + Math.exp(-x)), 1e-15);
        same(s, z, DoubleExponentials::logistic);
    }

    @Test
    void gaussian() {
        double[] z = arguments();
        double[] s = ones();
        // beyond |z| = 37 the result is clipped rather than denormal
        for (int i = 0; i < COUNT; i++) z[i] = Math.clamp(z[i], -37, 37);
        DoubleExponentials.timesGaussian(z, 2, s, COUNT);
        // rounding of z^2/2 counts |z^2/2| times
        close(s, z, x -> 2 * Math.exp(-0.5 * x * x), 2e-15);
        same(s, z, x -> 2 * DoubleExponentials.exp(-0.5 * x * x));
    }

    @Test
    void singlePrecision() {
        double[] z = arguments();
        float[] in = narrow(z);
        float[] t = new float[COUNT];
        FloatExponentials.tanh(in, t, COUNT);
        float[] s = new float[COUNT];
        FloatExponentials.softplus(in, s, COUNT);
        float[] d = narrow(ones());
        FloatExponentials.timesLogistic(in, d, COUNT);
        double worst = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = in[i];
            assertThat(Float.floatToRawIntBits(t[i])).isEqualTo(Float.floatToRawIntBits(FloatExponentials.tanh(in[i])));
            worst = Math.max(worst, Math.abs(t[i] / Math.tanh(x) - 1));
            worst = Math.max(worst, Math.abs(s[i] / (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))) - 1));
            worst = Math.max(worst, Math.abs(d[i] * (1 + Math.exp(-x)) - 1));
        }
        assertThat(worst).isLessThan(5e-7);
    }

    @Test
    void limits() {
        double[] z = {0.0, 1000, -1000, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 20, -20, 1, 2};
        double[] t = new double[z.length];
        DoubleExponentials.tanh(z, t, z.length);
        assertThat(t).startsWith(0.0, 1.0, -1.0, 1.0, -1.0, Double.NaN);
        DoubleExponentials.softplus(z, t, z.length);
        assertThat(t[1]).isEqualTo(1000);
        assertThat(t[2]).isBetween(0.0, 1e-300);
        assertThat(t[5]).isNaN();
    }
}
