package rugged.compose.symmetry;

import java.util.Arrays;

/**
 * The linear assignment problem: the permutation pi that minimises sum_i c[i, pi(i)], by shortest augmenting paths with dual prices. Exact; O(n^3). Its own scratch: one thread.
 *
 * <p>Source: Jonker and Volgenant, Computing 38, 325 (1987).
 */
public final class Assignment {
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final double[] distance;
    private final int[] before;
    private final int[] rowOf;
    private final boolean[] done;

    /** @param most rows at most */
    public Assignment(int most) {
        rowPrice = new double[most + 1];
        columnPrice = new double[most + 1];
        distance = new double[most + 1];
        before = new int[most + 1];
        rowOf = new int[most + 1];
        done = new boolean[most + 1];
    }

    /**
     * Overwrites columns[n] with pi and returns its cost.
     *
     * @param cost c[n n], row by row
     */
    public double solve(int n, double[] cost, int[] columns) {
        Arrays.fill(rowPrice, 0, n + 1, 0.0);
        Arrays.fill(columnPrice, 0, n + 1, 0.0);
        // column n stands for none
        Arrays.fill(rowOf, 0, n + 1, -1);
        for (int row = 0; row < n; row++) augment(n, cost, row);
        double sum = 0.0;
        for (int column = 0; column < n; column++) columns[rowOf[column]] = column;
        for (int row = 0; row < n; row++) sum += cost[row * n + columns[row]];
        return sum;
    }

    /** The shortest path from a free row to a free column, along which assignments are exchanged. */
    private void augment(int n, double[] cost, int row) {
        Arrays.fill(distance, 0, n + 1, Double.POSITIVE_INFINITY);
        Arrays.fill(done, 0, n + 1, false);
        rowOf[n] = row;
        int column = n;
        do {
            done[column] = true;
            int from = rowOf[column];
            double least = Double.POSITIVE_INFINITY;
            int nearest = -1;
            for (int j = 0; j < n; j++) {
                if (done[j]) continue;
                double reduced = cost[from * n + j] - rowPrice[from] - columnPrice[j];
                if (reduced < distance[j]) {
                    distance[j] = reduced;
                    before[j] = column;
                }
                if (distance[j] < least) {
                    least = distance[j];
                    nearest = j;
                }
            }
            if (nearest < 0) throw new ArithmeticException("an assignment needs finite costs");
            for (int j = 0; j <= n; j++) {
                if (done[j]) {
                    rowPrice[rowOf[j]] += least;
                    columnPrice[j] -= least;
                } else distance[j] -= least;
            }
            column = nearest;
        } while (rowOf[column] >= 0);
        while (column != n) {
            int previous = before[column];
            rowOf[column] = rowOf[previous];
            column = previous;
        }
    }
}
