package rugged.landscape.convolution;

import java.util.Arrays;

/**
 * y = (a - m)/s, with the mean m of the n numbers of an example and s^2 their variance + 1e-5. With [u] = (1/n) sum u: dl/da = (g - [g] - y [y g])/s for g = dl/dy; along v, y' = (a' - [a'] - y [y a'])/s and s' = [y a'].
 * {@code DoubleNorm} is made from this file when the program is built.
 */
final class FloatNorm extends FloatStage {
    /** Added to the variance: a picture of one grey has none. */
    private static final double LEAST = 1e-5;

    private final int length;

    FloatNorm(LayerPlan plan) {
        super(plan);
        length = in.width() * in.channels();
    }

    private int from(Volume volume, int p, int y) {
        return p * volume.size() + volume.at(y, 0);
    }

    private double mean(Volume volume, float[] values, int p) {
        double sum = 0.0;
        for (int y = 0; y < in.height(); y++) {
            int i = from(volume, p, y);
            for (int k = i; k < i + length; k++) sum += values[k];
        }
        return sum / in.units();
    }

    /** [u w], where u and w lie in volumes with rims of their own. */
    private double product(Volume one, float[] u, Volume other, float[] w, int p) {
        double sum = 0.0;
        for (int y = 0; y < in.height(); y++) {
            int i = from(one, p, y);
            int j = from(other, p, y);
            for (int k = 0; k < length; k++) sum += (double) u[i + k] * w[j + k];
        }
        return sum / in.units();
    }

    private double deviation(float[] a, int p) {
        double m = mean(in, a, p);
        double sum = 0.0;
        for (int y = 0; y < in.height(); y++) {
            int i = from(in, p, y);
            for (int k = i; k < i + length; k++) sum += (a[k] - m) * (a[k] - m);
        }
        return Math.sqrt(sum / in.units() + LEAST);
    }

    /** to = c (u - m - q y) inside, with y in {@code out}. */
    private void project(
            Volume of, float[] u, double m, double q, float[] y, double c, Volume volume, float[] to, int p) {
        for (int row = 0; row < in.height(); row++) {
            int i = from(of, p, row);
            int j = from(out, p, row);
            int t = from(volume, p, row);
            for (int k = 0; k < length; k++) to[t + k] = (float) (c * (u[i + k] - m - q * y[j + k]));
        }
    }

    @Override
    void forward(float[] w, float[] a, float[] z, float[] to, int count) {
        for (int p = 0; p < count; p++) project(in, a, mean(in, a, p), 0.0, to, 1.0 / deviation(a, p), out, to, p);
    }

    @Override
    void back(float[] w, float[] a, float[] z, float[] to, float[] slope, float[] delta, float[] below, int count) {
        if (below.length == 0) return;
        Arrays.fill(below, 0, count * in.size(), 0);
        for (int p = 0; p < count; p++)
            project(
                    out,
                    slope,
                    mean(out, slope, p),
                    product(out, to, out, slope, p),
                    to,
                    1.0 / deviation(a, p),
                    in,
                    below,
                    p);
    }

    @Override
    void along(float[] w, float[] v, float[] a, float[] z, float[] to, float[] ra, float[] rz, float[] rto, int count) {
        Arrays.fill(rto, 0, count * out.size(), 0);
        if (ra.length == 0) return;
        for (int p = 0; p < count; p++)
            project(in, ra, mean(in, ra, p), product(out, to, in, ra, p), to, 1.0 / deviation(a, p), out, rto, p);
    }

    @Override
    void backAlong(
            float[] w,
            float[] v,
            float[] a,
            float[] z,
            float[] to,
            float[] ra,
            float[] rz,
            float[] rto,
            float[] slope,
            float[] delta,
            float[] rslope,
            float[] rdelta,
            float[] rbelow,
            int count) {
        if (rbelow.length == 0) return;
        Arrays.fill(rbelow, 0, count * in.size(), 0);
        for (int p = 0; p < count; p++) {
            double s = deviation(a, p);
            double turned = product(out, rto, out, slope, p) + product(out, to, out, rslope, p);
            project(out, rslope, mean(out, rslope, p), turned, to, 1.0 / s, in, rbelow, p);
            if (ra.length == 0) continue;
            double q = product(out, to, out, slope, p);
            double growth = product(out, to, in, ra, p) / s;
            double m = mean(out, slope, p);
            for (int row = 0; row < in.height(); row++) {
                int i = from(out, p, row);
                int t = from(in, p, row);
                for (int k = 0; k < length; k++) {
                    double below = (slope[i + k] - m - q * to[i + k]) / s;
                    rbelow[t + k] -= (float) (q * rto[i + k] / s + growth * below);
                }
            }
        }
    }
}
