package rugged.landscape.binary;

import java.util.Arrays;

/** Gaussian patterns, whose whole quanta single precision holds exactly. Memory: 4 P N bytes. */
final class GaussianMixer implements Mixer {
    private final int n;
    private final int count;
    private final float[] values;
    private final double scale;

    GaussianMixer(Patterns patterns) {
        this(patterns.n, patterns.count, new float[patterns.values.length]);
        for (int k = 0; k < values.length; k++) values[k] = patterns.values[k];
    }

    private GaussianMixer(int n, int count, float[] values) {
        this.n = n;
        this.count = count;
        this.values = values;
        scale = Patterns.QUANTUM / Math.sqrt(n);
    }

    @Override
    public void rows(double[] x, double[] z) {
        for (int mu = 0; mu < count; mu++) {
            int from = mu * n;
            double even = 0.0;
            double odd = 0.0;
            for (int i = 0; i + 1 < n; i += 2) {
                even += values[from + i] * x[i];
                odd += values[from + i + 1] * x[i + 1];
            }
            if ((n & 1) != 0) even += values[from + n - 1] * x[n - 1];
            z[mu] = scale * (even + odd);
        }
    }

    @Override
    public void columns(double[] u, double[] w) {
        Arrays.fill(w, 0.0);
        for (int mu = 0; mu < count; mu++) {
            int from = mu * n;
            double factor = scale * u[mu];
            for (int i = 0; i < n; i++) w[i] += factor * values[from + i];
        }
    }

    @Override
    public void squaredRows(double[] v, double[] z) {
        for (int mu = 0; mu < count; mu++) {
            int from = mu * n;
            double sum = 0.0;
            for (int i = 0; i < n; i++) sum += (double) values[from + i] * values[from + i] * v[i];
            z[mu] = scale * scale * sum;
        }
    }

    @Override
    public void squaredColumns(double[] u, double[] w) {
        Arrays.fill(w, 0.0);
        for (int mu = 0; mu < count; mu++) {
            int from = mu * n;
            double factor = scale * scale * u[mu];
            for (int i = 0; i < n; i++) w[i] += factor * ((double) values[from + i] * values[from + i]);
        }
    }

    /** Nothing is written to. */
    @Override
    public GaussianMixer fork() {
        return this;
    }
}
