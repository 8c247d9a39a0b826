package rugged.meanfield.learning;

import java.util.Arrays;

/**
 * Responses of trajectories that are rarely in the batch. Where the curvature q is 0 nothing is stored and nothing follows from it: a trajectory keeps a triangle over its own steps with q, a row for each, single precision. Work and store are those of a share b of steps with q, K (b S)^3/6 products and additions and 2 K (b S)^2 bytes, which grow as they are needed.
 */
final class SparseResponses implements LinearisedResponses {
    /** Steps for which there is room at first. */
    static final int FIRST = 16;

    private final int trajectories;
    /** Triangles, row by row; they grow. */
    private final float[][] store;
    /** Steps with q of each trajectory. */
    private final int[][] times;

    private final int[] count;
    private final float[] sum;

    /** For so many trajectories, K, and steps, S. */
    SparseResponses(int trajectories, int steps) {
        this.trajectories = trajectories;
        store = new float[trajectories][FIRST * (FIRST + 1) / 2];
        times = new int[trajectories][FIRST];
        count = new int[trajectories];
        sum = new float[steps + 1];
    }

    @Override
    public void begin() {
        Arrays.fill(count, 0);
    }

    @Override
    public void advance(int k, double eta, double[] response, double[] curvature, double[] means) {
        Arrays.fill(means, 0, k + 1, 0.0);
        for (int i = 0; i < trajectories; i++)
            if (curvature[i] != 0.0) answer(i, k, eta, response, curvature[i], means);
        for (int u = 0; u <= k; u++) means[u] /= trajectories;
    }

    private void answer(int i, int k, double eta, double[] response, double q, double[] means) {
        int rows = count[i];
        if (rows == times[i].length) grow(i);
        float[] triangle = store[i];
        int[] own = times[i];
        Arrays.fill(sum, 0, rows, 0.0f);
        int at = 0;
        for (int c = 0; c < rows; c++) {
            add(triangle, at, (float) response[own[c]], c + 1);
            at += c + 1;
        }
        float factor = (float) (-eta * q);
        for (int a = 0; a < rows; a++) {
            float value = factor * sum[a];
            triangle[at + a] = value;
            means[own[a]] += value;
        }
        triangle[at + rows] = (float) q;
        means[k] += q;
        own[rows] = k;
        count[i] = rows + 1;
    }

    /** sum += weight times a row, alone so that it becomes vectors. */
    private void add(float[] triangle, int at, float weight, int length) {
        float[] into = sum;
        for (int a = 0; a < length; a++) into[a] += weight * triangle[at + a];
    }

    private void grow(int i) {
        int room = 2 * times[i].length;
        times[i] = Arrays.copyOf(times[i], room);
        store[i] = Arrays.copyOf(store[i], room * (room + 1) / 2);
    }
}
