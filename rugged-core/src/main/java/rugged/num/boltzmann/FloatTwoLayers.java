package rugged.num.boltzmann;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.num.Streams;
import rugged.num.kernel.FloatExponentials;
import rugged.num.kernel.Matrices;

/**
 * Fields, chances and draws of the two layers of a {@link BitMachine} for many configurations at a time, rows of all arrays, by products of matrices. Nothing is allocated after construction. A chance is resolved to 2^-24 by the draws. {@code DoubleTwoLayers} is made
 * from this file when the program is built.
 */
final class FloatTwoLayers {
    private static final float STEPS = 1 << 24;
    private static final int TILE = 8;
    /** The step of SplitMix64: 2^64 over the golden ratio, odd. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final BitMachine machine;
    private final int visible;
    private final int hidden;
    private final Matrices matrices = Matrices.best();
    private final float[] w;
    private final float[] turned;
    private final float[] a;
    private final float[] b;

    FloatTwoLayers(BitMachine machine) {
        this.machine = machine;
        visible = machine.visible();
        hidden = machine.hidden();
        w = new float[visible * hidden];
        turned = new float[visible * hidden];
        a = new float[visible];
        b = new float[hidden];
    }

    /** Takes the parameters y. */
    void at(double[] y) {
        for (int k = 0; k < w.length; k++) w[k] = (float) y[k];
        for (int i = 0; i < visible; i++) a[i] = (float) y[machine.a() + i];
        for (int j = 0; j < hidden; j++) b[j] = (float) y[machine.b() + j];
        for (int i = 0; i < visible; i += TILE) {
            int end = Math.min(visible, i + TILE);
            for (int j = 0; j < hidden; j++) for (int k = i; k < end; k++) turned[j * visible + k] = w[k * hidden + j];
        }
    }

    /** z[count Nh] = b + v W. */
    void hiddenFields(float[] v, int count, float[] z) {
        for (int r = 0; r < count; r++) System.arraycopy(b, 0, z, r * hidden, hidden);
        matrices.multiply(count, hidden, visible, v, 0, visible, 1, w, 0, hidden, z, 0, hidden, true);
    }

    /** z[count Nv] = a + h W^T. */
    void visibleFields(float[] h, int count, float[] z) {
        for (int r = 0; r < count; r++) System.arraycopy(a, 0, z, r * visible, visible);
        matrices.multiply(count, visible, hidden, h, 0, hidden, 1, turned, 0, visible, z, 0, visible, true);
    }

    /** p = 1/(1 + e^-z). */
    static void chances(float[] z, int count, float[] p) {
        Arrays.fill(p, 0, count, 1);
        FloatExponentials.timesLogistic(z, p, count);
    }

    /**
     * Each s is 1 with its chance p, else 0. One long of the stream is the seed of as many bits as are wanted, by SplitMix64 (Steele, Lea and Flood, Proc. OOPSLA 2014, 453): half a word each, several times cheaper than a stream that is keyed.
     */
    static void draw(float[] p, int count, RandomGenerator random, float[] s) {
        long word = random.nextLong();
        int k = 0;
        for (; k + 1 < count; k += 2) {
            word += GOLDEN;
            long bits = Streams.mix(word);
            s[k] = below((int) bits >>> 8, p[k]);
            s[k + 1] = below((int) (bits >>> 40), p[k + 1]);
        }
        if (k < count) s[k] = below((int) Streams.mix(word + GOLDEN) >>> 8, p[k]);
    }

    /** Without a branch, which would be guessed wrong as often as not. */
    private static float below(int step, float p) {
        return (float) (step - (int) (p * STEPS) >>> 31);
    }

    /** g (+)= scale times the sums over rows of v_i h_j, v_i and h_j, where the parameters are; h is scaled on the way. */
    void statistics(float[] v, float[] h, int count, float scale, float[] g, boolean add) {
        if (!add) Arrays.fill(g, machine.a(), machine.size(), 0);
        for (int k = 0; k < count * hidden; k++) h[k] *= scale;
        matrices.multiply(visible, hidden, count, v, 0, 1, visible, h, 0, hidden, g, 0, hidden, add);
        addRows(v, count, visible, scale, g, machine.a());
        addRows(h, count, hidden, 1, g, machine.b());
    }

    /** g[at ... at + n) += scale times the rows of c[rows n]. */
    private static void addRows(float[] c, int rows, int n, float scale, float[] g, int at) {
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            for (int i = 0; i < n; i++) g[at + i] += scale * c[row + i];
        }
    }
}
