package rugged.landscape.rules;

import rugged.landscape.Precision;
import rugged.num.RandomStream;
import rugged.num.kernel.Matrices;

/**
 * Normal inputs over sqrt(2 N), in blocks that stay in cache, each kept twice: example by example and input by input, so that both products with weights run along rows. Inputs are drawn in double precision, whatever they are kept in. Not changed after construction; products have scratch of their own,
 * so that there is one for each thread ({@link #beside}).
 */
final class HeatedExamples {
    /** Examples of a block. */
    static final int BLOCK = 256;

    private final Matrices matrices = Matrices.best();
    private final int n;
    private final int count;
    private final double[] byExample;
    private final double[] byInput;
    private final float[] floatByExample;
    private final float[] floatByInput;
    private final boolean single;
    private float[] weights = new float[0];
    private float[] fields = new float[0];
    private float[] sums = new float[0];

    HeatedExamples(int n, int count, Precision precision, RandomStream random) {
        this.n = n;
        this.count = count;
        single = precision == Precision.FLOAT32;
        int numbers = Math.multiplyExact(n, count);
        byExample = new double[single ? 0 : numbers];
        byInput = new double[byExample.length];
        floatByExample = new float[single ? numbers : 0];
        floatByInput = new float[floatByExample.length];
        double scale = 1.0 / Math.sqrt(2.0 * n);
        double[] input = new double[n];
        for (int mu = 0; mu < count; mu++) {
            random.normals(input);
            int first = mu / BLOCK * BLOCK;
            int width = width(first);
            for (int i = 0; i < n; i++) {
                int across = first * n + i * width + mu - first;
                if (single) floatByExample[mu * n + i] = floatByInput[across] = (float) (scale * input[i]);
                else byExample[mu * n + i] = byInput[across] = scale * input[i];
            }
        }
    }

    private HeatedExamples(HeatedExamples other) {
        n = other.n;
        count = other.count;
        single = other.single;
        byExample = other.byExample;
        byInput = other.byInput;
        floatByExample = other.floatByExample;
        floatByInput = other.floatByInput;
    }

    /** The same with scratch of its own. */
    HeatedExamples beside() {
        return new HeatedExamples(this);
    }

    int count() {
        return count;
    }

    /** Examples of the block that begins at one. */
    int width(int first) {
        return Math.min(BLOCK, count - first);
    }

    /** Takes over weights[K n], for the products that follow. */
    void weights(double[] w, int units) {
        if (!single) return;
        if (weights.length != w.length) {
            weights = new float[w.length];
            sums = new float[w.length];
            fields = new float[units * BLOCK];
        }
        for (int i = 0; i < w.length; i++) weights[i] = (float) w[i];
    }

    /** Overwrites h[K width] with the fields over sqrt(2) of a block, unit by unit; weights as they were taken over. */
    void fields(double[] w, int units, int first, double[] h) {
        int width = width(first);
        if (!single) {
            matrices.multiply(units, width, n, w, 0, n, 1, byInput, first * n, width, h, 0, width, false);
            return;
        }
        matrices.multiply(units, width, n, weights, 0, n, 1, floatByInput, first * n, width, fields, 0, width, false);
        for (int k = 0; k < units * width; k++) h[k] = fields[k];
    }

    /** Overwrites h[P] with fields over sqrt(2) of one unit when a weight of it is larger by so much. */
    void shift(double by, int input, double[] from, double[] h) {
        for (int first = 0; first < count; first += BLOCK) {
            int width = width(first);
            int row = first * n + input * width;
            if (single) for (int k = 0; k < width; k++) h[first + k] = from[first + k] + by * floatByInput[row + k];
            else for (int k = 0; k < width; k++) h[first + k] = from[first + k] + by * byInput[row + k];
        }
    }

    /** g[K n] += e[K width] times the inputs of a block. */
    void back(double[] e, int units, int first, double[] g) {
        int width = width(first);
        if (!single) {
            matrices.multiply(units, n, width, e, 0, width, 1, byExample, first * n, n, g, 0, n, true);
            return;
        }
        for (int k = 0; k < units * width; k++) fields[k] = (float) e[k];
        matrices.multiply(units, n, width, fields, 0, width, 1, floatByExample, first * n, n, sums, 0, n, false);
        for (int k = 0; k < g.length; k++) g[k] += sums[k];
    }
}
