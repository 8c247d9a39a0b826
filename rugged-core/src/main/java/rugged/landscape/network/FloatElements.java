package rugged.landscape.network;

import rugged.num.kernel.FloatExponentials;
import rugged.num.kernel.FloatRows;

/** Loops of {@link Activation} over arrays in single precision. Simple ones are turned into vector code by the compiler; the value of erf alone is done one by one. {@code DoubleElements} is made from
 * this file when the program is built. */
public final class FloatElements {
    private FloatElements() {}

    /** to = f(z). */
    public static void value(Activation f, float[] z, float[] to, int count) {
        switch (f) {
            case RELU -> FloatRows.positivePart(z, to, count);
            case LINEAR -> System.arraycopy(z, 0, to, 0, count);
            case QUADRATIC -> {
                for (int i = 0; i < count; i++) to[i] = z[i] * z[i];
            }
            case TANH -> FloatExponentials.tanh(z, to, count);
            case SOFTPLUS -> FloatExponentials.softplus(z, to, count);
            case SWISH -> {
                System.arraycopy(z, 0, to, 0, count);
                FloatExponentials.timesLogistic(z, to, count);
            }
            case ERF -> {
                for (int i = 0; i < count; i++) to[i] = (float) f.value(z[i]);
            }
        }
    }

    /** d *= f'(z), with a = f(z). */
    public static void timesSlope(Activation f, float[] z, float[] a, float[] d, int count) {
        switch (f) {
            case RELU -> FloatRows.gate(z, d, count);
            case TANH -> {
                for (int i = 0; i < count; i++) d[i] *= 1.0f - a[i] * a[i];
            }
            case LINEAR -> {}
            case QUADRATIC -> {
                for (int i = 0; i < count; i++) d[i] *= 2.0f * z[i];
            }
            case SOFTPLUS -> FloatExponentials.timesLogistic(z, d, count);
            case SWISH -> {
                for (int i = 0; i < count; i++) d[i] *= (float) f.slope(z[i], a[i]);
            }
            case ERF -> FloatExponentials.timesGaussian(z, (float) Activation.ROOT_2_OVER_PI, d, count);
        }
    }

    /** rd += f''(z) rz d, with a = f(z). */
    public static void addCurvature(Activation f, float[] z, float[] a, float[] rz, float[] d, float[] rd, int count) {
        switch (f) {
            case RELU, LINEAR -> {}
            case TANH -> {
                for (int i = 0; i < count; i++) rd[i] -= 2.0f * a[i] * (1.0f - a[i] * a[i]) * rz[i] * d[i];
            }
            default -> {
                for (int i = 0; i < count; i++) rd[i] += (float) f.curvature(z[i], a[i]) * rz[i] * d[i];
            }
        }
    }
}
