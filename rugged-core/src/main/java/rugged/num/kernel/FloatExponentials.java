package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exponential, hyperbolic tangent, logistic function and softplus over arrays of floats, with the same bits for every vector length and for the tail that is
 * done one by one: all is built from additions, products, fused multiply-adds and divisions in a fixed order. (The library's own vector functions give other
 * bits when interpreted than when compiled.) Relative error below 2e-7; for doubles below 4e-16 in the mean, 1e-15 at worst.
 *
 * <p>x = n ln 2 + r with |r| <= ln(2)/2, e^r - 1 by its series; n is read off the last bits of x/ln 2 plus the shift of {@link BinaryFormat}. Results that
 * would be denormal are rounded to about 1e-38, for doubles 1e-308. {@code DoubleExponentials} is made from this file when the program is built.
 */
public final class FloatExponentials {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;

    private static final float INVERSE = (float) (1 / Math.log(2));
    private static final float HIGH = BinaryFormat.FLOAT_HIGH;
    private static final float LOW = BinaryFormat.FLOAT_LOW;
    private static final float SHIFT = BinaryFormat.FLOAT_SHIFT;
    private static final float LEAST = BinaryFormat.FLOAT_LEAST;
    private static final float MOST = BinaryFormat.FLOAT_MOST;
    private static final int TERMS = BinaryFormat.FLOAT_TERMS;
    private static final int ODD = BinaryFormat.FLOAT_ODD;

    private static final float[] SERIES = series();

    private FloatExponentials() {}

    /** 1/n!, 1/(n - 1)!, ..., 1: Horner's rule runs forwards. */
    private static float[] series() {
        float[] series = new float[TERMS];
        float factorial = 1;
        for (int k = 1; k <= TERMS; k++) {
            factorial *= k;
            series[TERMS - k] = 1 / factorial;
        }
        return series;
    }

    /** to = tanh z. */
    public static void tanh(float[] z, float[] to, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES)
                tanh(FloatVector.fromArray(SPECIES, z, i)).intoArray(to, i);
        for (; i < count; i++) to[i] = tanh(z[i]);
    }

    /** to = ln(1 + e^z). */
    public static void softplus(float[] z, float[] to, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES)
                softplus(FloatVector.fromArray(SPECIES, z, i)).intoArray(to, i);
        for (; i < count; i++) to[i] = softplus(z[i]);
    }

    /** d *= 1/(1 + e^-z). */
    public static void timesLogistic(float[] z, float[] d, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES)
                logistic(FloatVector.fromArray(SPECIES, z, i))
                        .mul(FloatVector.fromArray(SPECIES, d, i))
                        .intoArray(d, i);
        for (; i < count; i++) d[i] = logistic(z[i]) * d[i];
    }

    /** d *= factor e^{-z^2/2}. */
    public static void timesGaussian(float[] z, float factor, float[] d, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES) {
                FloatVector v = FloatVector.fromArray(SPECIES, z, i);
                exp(v.mul(-0.5f).mul(v))
                        .mul(factor)
                        .mul(FloatVector.fromArray(SPECIES, d, i))
                        .intoArray(d, i);
            }
        for (; i < count; i++) d[i] = exp(-0.5f * z[i] * z[i]) * factor * d[i];
    }

    /** e^x. */
    public static float exp(float x) {
        float in = Math.clamp(x, LEAST, MOST);
        float shifted = Math.fma(in, INVERSE, SHIFT);
        float n = shifted - SHIFT;
        float scale = BinaryFormat.powerOfTwo(shifted);
        return Math.fma(scale, less(Math.fma(n, -LOW, Math.fma(n, -HIGH, in))), scale);
    }

    /** tanh z = -u/(2 + u) with u = e^{-2|z|} - 1. */
    public static float tanh(float z) {
        float in = Math.max(-2 * Math.abs(z), LEAST);
        float shifted = Math.fma(in, INVERSE, SHIFT);
        float n = shifted - SHIFT;
        float scale = BinaryFormat.powerOfTwo(shifted);
        float u = Math.fma(scale, less(Math.fma(n, -LOW, Math.fma(n, -HIGH, in))), scale - 1);
        float t = (0 - u) / (2 + u);
        return z < 0 ? -t : t;
    }

    /** 1/(1 + e^-z). */
    public static float logistic(float z) {
        float e = exp(-Math.abs(z));
        return (z < 0 ? e : 1) / (1 + e);
    }

    /** ln(1 + e^z) = max(z, 0) + 2 artanh(e/(2 + e)) with e = e^{-|z|}. */
    public static float softplus(float z) {
        float e = exp(-Math.abs(z));
        float s = e / (2 + e);
        float square = s * s;
        float sum = (float) 1 / ODD;
        for (int k = ODD - 2; k >= 1; k -= 2) sum = Math.fma(sum, square, (float) 1 / k);
        return Math.fma(2 * s, sum, Math.max(z, 0));
    }

    /** e^r - 1 for |r| <= 0.35. */
    private static float less(float r) {
        float sum = SERIES[0];
        for (int k = 1; k < TERMS; k++) sum = Math.fma(sum, r, SERIES[k]);
        return sum * r;
    }

    private static FloatVector exp(FloatVector x) {
        FloatVector in = x.max(LEAST).min(MOST);
        FloatVector shifted = in.fma(broadcast(INVERSE), broadcast(SHIFT));
        FloatVector n = shifted.sub(SHIFT);
        FloatVector scale = BinaryFormat.powerOfTwo(shifted);
        FloatVector r = n.fma(broadcast(-LOW), n.fma(broadcast(-HIGH), in));
        return scale.fma(less(r), scale);
    }

    private static FloatVector tanh(FloatVector z) {
        FloatVector in = z.abs().mul(-2).max(LEAST);
        FloatVector shifted = in.fma(broadcast(INVERSE), broadcast(SHIFT));
        FloatVector n = shifted.sub(SHIFT);
        FloatVector scale = BinaryFormat.powerOfTwo(shifted);
        FloatVector r = n.fma(broadcast(-LOW), n.fma(broadcast(-HIGH), in));
        FloatVector u = scale.fma(less(r), scale.sub(1));
        FloatVector t = broadcast(0).sub(u).div(u.add(2));
        return t.blend(t.neg(), z.compare(VectorOperators.LT, 0));
    }

    private static FloatVector logistic(FloatVector z) {
        FloatVector e = exp(z.abs().neg());
        return broadcast(1).blend(e, z.compare(VectorOperators.LT, 0)).div(e.add(1));
    }

    private static FloatVector softplus(FloatVector z) {
        FloatVector e = exp(z.abs().neg());
        FloatVector s = e.div(e.add(2));
        FloatVector square = s.mul(s);
        FloatVector sum = broadcast((float) 1 / ODD);
        for (int k = ODD - 2; k >= 1; k -= 2) sum = sum.fma(square, broadcast((float) 1 / k));
        return s.mul(2).fma(sum, z.max(0));
    }

    private static FloatVector less(FloatVector r) {
        FloatVector sum = broadcast(SERIES[0]);
        for (int k = 1; k < TERMS; k++) sum = sum.fma(r, broadcast(SERIES[k]));
        return sum.mul(r);
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
