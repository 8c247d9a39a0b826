package rugged.landscape.convolution;

import rugged.landscape.network.Activation;
import rugged.landscape.network.FloatElements;
import rugged.num.kernel.FloatRows;

/**
 * A layer with weights: z = s W a + b, to = f(z), or a + f(z) where it is residual. {@code DoubleWeighted} is made from this file when the program is built.
 */
abstract class FloatWeighted extends FloatStage {
    private final Activation activation;
    private final boolean residual;

    FloatWeighted(LayerPlan plan, Activation activation) {
        super(plan);
        this.activation = activation;
        residual = plan.layer() instanceof NetworkLayer.Convolution conv && conv.residual();
    }

    /** z (+)= W a for the weights that begin at {@code weights}. */
    abstract void apply(float[] w, float[] a, float[] z, boolean add, int count);

    /** below (+)= W^T delta; {@code direction} says which of two sets of weights that are kept turned. */
    abstract void turn(float[] w, boolean direction, float[] delta, float[] below, boolean add, int count);

    private int numbers(int count) {
        return count * out.size();
    }

    private void affine(float[] z, float[] w, int count) {
        scale(z, numbers(count), plan.scale());
        if (plan.biases() >= 0) FloatRows.add(z, numbers(count) / out.channels(), out.channels(), w, plan.biases());
    }

    @Override
    final void forward(float[] w, float[] a, float[] z, float[] to, int count) {
        apply(w, a, z, false, count);
        affine(z, w, count);
        FloatElements.value(activation, z, to, numbers(count));
        clearRim(out, to, count);
        if (residual) addInside(in, a, out, to, count);
    }

    /** f(z) of a residual layer is not what came out: slopes that are written through it are then taken of z anew. */
    private float[] values(float[] z, float[] to, int count) {
        if (!residual) return to;
        if (scratch.length < z.length) scratch = new float[z.length];
        FloatElements.value(activation, z, scratch, numbers(count));
        return scratch;
    }

    private float[] scratch = new float[0];

    @Override
    final void back(
            float[] w, float[] a, float[] z, float[] to, float[] slope, float[] delta, float[] below, int count) {
        System.arraycopy(slope, 0, delta, 0, numbers(count));
        FloatElements.timesSlope(activation, z, values(z, to, count), delta, numbers(count));
        down(w, slope, delta, below, count);
    }

    private void down(float[] w, float[] slope, float[] delta, float[] below, int count) {
        scale(delta, numbers(count), plan.scale());
        if (below.length == 0) return;
        turn(w, false, delta, below, false, count);
        clearRim(in, below, count);
        if (residual) addInside(out, slope, in, below, count);
    }

    @Override
    final void along(
            float[] w, float[] v, float[] a, float[] z, float[] to, float[] ra, float[] rz, float[] rto, int count) {
        apply(v, a, rz, false, count);
        if (ra.length > 0) apply(w, ra, rz, true, count);
        affine(rz, v, count);
        System.arraycopy(rz, 0, rto, 0, numbers(count));
        FloatElements.timesSlope(activation, z, values(z, to, count), rto, numbers(count));
        clearRim(out, rto, count);
        if (residual && ra.length > 0) addInside(in, ra, out, rto, count);
    }

    @Override
    final void backAlong(
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
        System.arraycopy(rslope, 0, rdelta, 0, numbers(count));
        float[] f = values(z, to, count);
        FloatElements.timesSlope(activation, z, f, rdelta, numbers(count));
        FloatElements.addCurvature(activation, z, f, rz, slope, rdelta, numbers(count));
        scale(rdelta, numbers(count), plan.scale());
        if (rbelow.length == 0) return;
        turn(w, false, rdelta, rbelow, false, count);
        turn(v, true, delta, rbelow, true, count);
        clearRim(in, rbelow, count);
        if (residual) addInside(out, rslope, in, rbelow, count);
    }

    /** Adds what one example, or several in a row, give the weights. */
    abstract void weights(float[] a, float[] delta, float[] g, int at, int from, int count);

    @Override
    final void collect(float[] a, float[] delta, float[] g, boolean biases, int count) {
        weights(a, delta, g, plan.weights(), 0, count);
        if (biases && plan.biases() >= 0) addBiases(delta, 0, count, g, plan.biases());
    }

    /** Slopes are scaled as the weights want them. */
    private void addBiases(float[] delta, int from, int count, float[] g, int at) {
        int channels = out.channels();
        if (sums.length == 0) sums = new float[channels];
        java.util.Arrays.fill(sums, 0);
        int end = (from + count) * out.size();
        for (int i = from * out.size(); i < end; i += channels)
            for (int c = 0; c < channels; c++) sums[c] += delta[i + c];
        float factor = (float) (1.0 / plan.scale());
        for (int c = 0; c < channels; c++) g[at + c] += factor * sums[c];
    }

    private float[] sums = new float[0];
    private float[] one = new float[0];

    @Override
    final void squares(float[] a, float[] delta, float[] s, int count) {
        int weights = plan.connections();
        if (one.length == 0) one = new float[plan.parameters()];
        for (int p = 0; p < count; p++) {
            java.util.Arrays.fill(one, 0);
            weights(a, delta, one, 0, p, 1);
            if (plan.biases() >= 0) addBiases(delta, p, 1, one, weights);
            for (int i = 0; i < weights; i++) s[plan.weights() + i] += one[i] * one[i];
            for (int i = weights; i < one.length; i++) s[plan.biases() + i - weights] += one[i] * one[i];
        }
    }
}
