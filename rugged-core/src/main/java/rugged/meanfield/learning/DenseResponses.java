package rugged.meanfield.learning;

import java.util.Arrays;
import rugged.num.kernel.WeightedRows;

/**
 * Responses of trajectories that are always in the batch, step by step for all of them: K S^2/2 numbers of single precision, each step reads all that is stored once. Trajectories are parted into blocks whose sums stay in the first cache.
 */
final class DenseResponses implements LinearisedResponses {
    private static final int BLOCK = 1024;

    private final int trajectories;
    private final int steps;
    private final float[][][] store;
    private final float[] sum = new float[BLOCK];

    /** For so many trajectories, K, and steps, S. */
    DenseResponses(int trajectories, int steps) {
        this.trajectories = trajectories;
        this.steps = steps;
        this.store = new float[(trajectories + BLOCK - 1) / BLOCK][steps][];
    }

    /** Each sweep writes what it reads. */
    @Override
    public void begin() {}

    @Override
    public void advance(int k, double eta, double[] response, double[] curvature, double[] means) {
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
