package rugged.landscape.glass;

import rugged.landscape.network.Activation;
import rugged.num.kernel.DoubleRows;
import rugged.num.kernel.Exponentials;

/** Loops of {@link Activation} over arrays. Simple ones are turned into vector code by the compiler; the value of erf alone is done one by one. */
public final class Elements {
    private Elements() {}

    /** to = f(z). */
    public static void value(Activation f, double[] z, double[] to, int count) {
        switch (f) {
            case RELU -> DoubleRows.positivePart(z, to, count);
            case LINEAR -> System.arraycopy(z, 0, to, 0, count);
            case QUADRATIC -> {
                for (int i = 0; i < count; i++) to[i] = z[i] * z[i];
            }
            case TANH -> Exponentials.tanh(z, to, count);
            case SOFTPLUS -> Exponentials.softplus(z, to, count);
            case ERF -> {
                for (int i = 0; i < count; i++) to[i] = f.value(z[i]);
            }
        }
    }

    /** d *= f'(z), with a = f(z). */
    public static void timesSlope(Activation f, double[] z, double[] a, double[] d, int count) {
        switch (f) {
            case RELU -> DoubleRows.gate(z, d, count);
            case TANH -> {
                for (int i = 0; i < count; i++) d[i] *= 1.0 - a[i] * a[i];
            }
            case LINEAR -> {}
            case QUADRATIC -> {
                for (int i = 0; i < count; i++) d[i] *= 2.0 * z[i];
            }
            case SOFTPLUS -> Exponentials.timesLogistic(z, d, count);
            case ERF -> Exponentials.timesGaussian(z, Activation.ROOT_2_OVER_PI, d, count);
        }
    }

    /** rd += f''(z) rz d, with a = f(z). */
    public static void addCurvature(
            Activation f, double[] z, double[] a, double[] rz, double[] d, double[] rd, int count) {
        switch (f) {
            case RELU, LINEAR -> {}
            case TANH -> {
                for (int i = 0; i < count; i++) rd[i] -= 2.0 * a[i] * (1.0 - a[i] * a[i]) * rz[i] * d[i];
            }
            default -> {
                for (int i = 0; i < count; i++) rd[i] += f.curvature(z[i], a[i]) * rz[i] * d[i];
            }
        }
    }
}
