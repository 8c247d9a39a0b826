package rugged.meanfield.learning;

import java.util.Arrays;
import rugged.num.kernel.WeightedRows;

/**
 * How the force on each trajectory answers to earlier fields, D_u^k = dg^k/dxi^u, the store that costs: K S^2/2 numbers of single precision. D_k^k = q and D_u^k = -eta q sum_{j=u}^{k-1} R(k, j) D_u^j, with the curvature q of the trajectory at step k; each step reads all that is stored once. Trajectories are parted into blocks whose sums stay in the first cache. The store serves one sweep after another: each writes what it reads.
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
        Arrays.fill(means, 0, k + 1, 0.0);
        for (int block = 0; block < store.length; block++) {
            int from = block * BLOCK;
            int length = Math.min(BLOCK, trajectories - from);
            for (int u = 0; u < k; u++) {
                float[] rows = store[block][u];
                Arrays.fill(sum, 0, length, 0.0f);
                WeightedRows.add(rows, k - u, length, response, u, sum);
                means[u] += finish(rows, (k - u) * length, length, curvature, from, -eta);
            }
            if (store[block][k] == null) store[block][k] = new float[(steps - k) * length];
            float[] rows = store[block][k];
            means[k] += begin(rows, length, curvature, from);
        }
        for (int u = 0; u <= k; u++) means[u] /= trajectories;
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
