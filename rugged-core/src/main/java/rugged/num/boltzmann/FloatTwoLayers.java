package rugged.num.boltzmann;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.num.kernel.FloatExponentials;
import rugged.num.kernel.FloatRows;
import rugged.num.kernel.Matrices;

/**
 * Fields, chances and draws of the two layers of a {@link BitMachine} for many configurations at a time, rows of all arrays, by products of matrices. Nothing is allocated after construction. A chance is resolved to 2^-24 by the draws. {@code DoubleTwoLayers} is made
 * from this file when the program is built.
 */
final class FloatTwoLayers {
    private static final float STEPS = 1 << 24;
    private static final int TILE = 8;

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
        matrices.multiply(count, hidden, visible, v, 0, visible, 1, w, 0, hidden, z, 0, hidden, false);
        FloatRows.add(z, count, hidden, b, 0);
    }

    /** z[count Nv] = a + h W^T. */
    void visibleFields(float[] h, int count, float[] z) {
        matrices.multiply(count, visible, hidden, h, 0, hidden, 1, turned, 0, visible, z, 0, visible, false);
        FloatRows.add(z, count, visible, a, 0);
    }

    /** p = 1/(1 + e^-z). */
    static void chances(float[] z, int count, float[] p) {
        Arrays.fill(p, 0, count, 1);
        FloatExponentials.timesLogistic(z, p, count);
    }

    /** Each s is 1 with its chance p, else 0: half a random long each. */
    static void draw(float[] p, int count, RandomGenerator random, float[] s) {
        int k = 0;
        for (; k + 1 < count; k += 2) {
            long bits = random.nextLong();
            s[k] = below((int) bits >>> 8, p[k]);
            s[k + 1] = below((int) (bits >>> 40), p[k + 1]);
        }
        if (k < count) s[k] = below((int) random.nextLong() >>> 8, p[k]);
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
        FloatRows.sum(h, count, hidden, g, machine.b());
        for (int r = 0; r < count; r++)
            for (int i = 0; i < visible; i++) g[machine.a() + i] += scale * v[r * visible + i];
    }
}
