package rugged.meanfield.learning;

/**
 * How the force on each trajectory answers to earlier fields, D_u^k = dg^k/dxi^u, the store that costs: K S^2/2 numbers of single precision. D_k^k = q and D_u^k = -eta q sum_{j=u}^{k-1} R(k, j) D_u^j, with the curvature q of the trajectory at step k; each step reads all that is stored once. Trajectories are parted into blocks whose sums stay in the first cache.
 */
final class LinearisedResponses {
    private static final int BLOCK = 1024;

    private final int trajectories;
    private final int steps;
    private final float[][][] store;
    private final float[] sum = new float[BLOCK];

    /** For so many trajectories, K, and steps, S. */
    LinearisedResponses(int trajectories, int steps) {
        this.trajectories = trajectories;
        this.steps = steps;
        this.store = new float[(trajectories + BLOCK - 1) / BLOCK][steps][];
    }

    /** Bytes that it takes. */
    static double bytes(double trajectories, double steps) {
        return Float.BYTES * trajectories * steps * (steps + 1.0) / 2.0;
    }

    /** Advances to step k; overwrites means[u], u = 0 to k, with the means of D_u^k over trajectories. */
    void advance(int k, double eta, double[] response, double[] curvature, double[] means) {
        java.util.Arrays.fill(means, 0, k + 1, 0.0);
        for (int block = 0; block < store.length; block++) {
            int from = block * BLOCK;
            int length = Math.min(BLOCK, trajectories - from);
            for (int u = 0; u < k; u++) {
                float[] rows = store[block][u];
                gather(rows, k - u, length, response, u);
                means[u] += finish(rows, (k - u) * length, length, curvature, from, -eta);
            }
            float[] rows = new float[(steps - k) * length];
            store[block][k] = rows;
            means[k] += begin(rows, length, curvature, from);
        }
        for (int u = 0; u <= k; u++) means[u] /= trajectories;
    }

    /** sum[i] = sum_{j < count} R(k, u + j) rows[j][i]. */
    private void gather(float[] rows, int count, int length, double[] response, int u) {
        java.util.Arrays.fill(sum, 0, length, 0.0f);
        int j = 0;
        for (; j + 4 <= count; j += 4)
            four(
                    rows,
                    j * length,
                    length,
                    (float) response[u + j],
                    (float) response[u + j + 1],
                    (float) response[u + j + 2],
                    (float) response[u + j + 3]);
        for (; j < count; j++) one(rows, j * length, length, (float) response[u + j]);
    }

    private void four(float[] rows, int at, int length, float a, float b, float c, float d) {
        float[] to = sum;
        int second = at + length;
        int third = second + length;
        int fourth = third + length;
        for (int i = 0; i < length; i++)
            to[i] += a * rows[at + i] + b * rows[second + i] + (c * rows[third + i] + d * rows[fourth + i]);
    }

    private void one(float[] rows, int at, int length, float a) {
        float[] to = sum;
        for (int i = 0; i < length; i++) to[i] += a * rows[at + i];
    }

    private double finish(float[] rows, int at, int length, double[] curvature, int from, double factor) {
        double total = 0.0;
        for (int i = 0; i < length; i++) {
            float value = (float) (factor * curvature[from + i]) * sum[i];
            rows[at + i] = value;
            total += value;
        }
        return total;
    }

    private static double begin(float[] rows, int length, double[] curvature, int from) {
        double total = 0.0;
        for (int i = 0; i < length; i++) {
            rows[i] = (float) curvature[from + i];
            total += curvature[from + i];
        }
        return total;
    }
}
