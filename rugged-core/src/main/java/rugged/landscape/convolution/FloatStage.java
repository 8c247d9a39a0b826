package rugged.landscape.convolution;

import java.util.Arrays;

/**
 * One layer, forward and backward with the directional derivatives of both, for several examples at a time: arrays hold volumes, one example after the other. {@code a} is what goes in, {@code z} what the weights make of it, {@code to} what comes out;
 * {@code slope} is dl/d(to), {@code delta} is s dl/dz, {@code below} is dl/da. Arrays with r in front hold derivatives along v. The rim of what comes out, and of all slopes, is zero. {@code DoubleStage} is made from this file when the program is built.
 */
abstract class FloatStage {
    final LayerPlan plan;
    final Volume in;
    final Volume out;

    FloatStage(LayerPlan plan) {
        this.plan = plan;
        in = plan.in();
        out = plan.out();
    }

    /** What is kept of weights or of the direction is no longer of now. */
    void forget(boolean direction) {}

    abstract void forward(float[] w, float[] a, float[] z, float[] to, int count);

    /** Overwrites {@code delta} and, unless it is empty, {@code below}. */
    abstract void back(
            float[] w, float[] a, float[] z, float[] to, float[] slope, float[] delta, float[] below, int count);

    /** {@code ra} is empty where the inputs do not move. */
    abstract void along(
            float[] w, float[] v, float[] a, float[] z, float[] to, float[] ra, float[] rz, float[] rto, int count);

    /** The derivative of {@link #back}, with rslope given; {@code slope} and {@code delta} are known. */
    abstract void backAlong(
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
            int count);

    /** Adds to g what the weights get from inputs and delta, and the biases where asked for. */
    void collect(float[] a, float[] delta, float[] g, boolean biases, int count) {}

    /** Adds the sums over examples of the squares of what {@link #collect} adds for each. */
    void squares(float[] a, float[] delta, float[] s, int count) {}

    /** Sets the rims to zero. */
    static void clearRim(Volume volume, float[] values, int count) {
        int rim = volume.rim();
        if (rim == 0) return;
        int gap = 2 * rim * volume.channels();
        int line = volume.line();
        for (int p = 0; p < count; p++) {
            int at = p * volume.size();
            int first = at + volume.at(0, 0);
            Arrays.fill(values, at, first, 0);
            int end = first + volume.width() * volume.channels();
            for (int y = 1; y < volume.height(); y++, end += line) Arrays.fill(values, end, end + gap, 0);
            Arrays.fill(values, end, at + volume.size(), 0);
        }
    }

    /** to += from, between volumes whose rims may differ. */
    static void addInside(Volume from, float[] values, Volume to, float[] sum, int count) {
        int length = from.width() * from.channels();
        for (int p = 0; p < count; p++)
            for (int y = 0; y < from.height(); y++) {
                int i = p * from.size() + from.at(y, 0);
                int j = p * to.size() + to.at(y, 0);
                for (int k = 0; k < length; k++) sum[j + k] += values[i + k];
            }
    }

    static void scale(float[] values, int count, double factor) {
        if (factor == 1.0) return;
        float f = (float) factor;
        for (int i = 0; i < count; i++) values[i] *= f;
    }
}
