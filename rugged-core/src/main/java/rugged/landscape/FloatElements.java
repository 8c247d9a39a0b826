package rugged.landscape;

/** Loops of {@link Activation} over arrays in single precision. The common relu and tanh have loops of their own, which the compiler turns into vector code. */
final class FloatElements {
    private FloatElements() {}

    /** to = f(z). */
    static void value(Activation f, float[] z, float[] to, int count) {
        switch (f) {
            case RELU -> {
                for (int i = 0; i < count; i++) to[i] = Math.max(0.0f, z[i]);
            }
            case LINEAR -> System.arraycopy(z, 0, to, 0, count);
            case QUADRATIC -> {
                for (int i = 0; i < count; i++) to[i] = z[i] * z[i];
            }
            default -> {
                for (int i = 0; i < count; i++) to[i] = (float) f.value(z[i]);
            }
        }
    }

    /** d *= f'(z), with a = f(z). */
    static void timesSlope(Activation f, float[] z, float[] a, float[] d, int count) {
        switch (f) {
            case RELU -> {
                for (int i = 0; i < count; i++) d[i] = z[i] > 0.0f ? d[i] : 0.0f;
            }
            case TANH -> {
                for (int i = 0; i < count; i++) d[i] *= 1.0f - a[i] * a[i];
            }
            case LINEAR -> {}
            case QUADRATIC -> {
                for (int i = 0; i < count; i++) d[i] *= 2.0f * z[i];
            }
            default -> {
                for (int i = 0; i < count; i++) d[i] *= (float) f.slope(z[i], a[i]);
            }
        }
    }

    /** rd += f''(z) rz d, with a = f(z). */
    static void addCurvature(Activation f, float[] z, float[] a, float[] rz, float[] d, float[] rd, int count) {
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
