package rugged.compose.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.num.Streams;

class AssignmentTest {
    @Test
    void theBestOfAllPermutationsIsFound() {
        int n = 7;
        Assignment assignment = new Assignment(n);
        for (int trial = 0; trial < 200; trial++) {
            double[] cost = new double[n * n];
            Streams.of(trial).stream("cost", 0).normals(cost);
            // many ties, and whole columns alike
            if (trial % 2 == 1) for (int k = 0; k < cost.length; k++) cost[k] = Math.rint(cost[k]);
            int[] columns = new int[n];
            double found = assignment.solve(n, cost, columns);
            assertThat(found).isCloseTo(least(n, cost, 0, new boolean[n]), within(1e-12));
            assertThat(columns).doesNotHaveDuplicates();
        }
    }

    private static double least(int n, double[] cost, int row, boolean[] taken) {
        if (row == n) return 0.0;
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            if (taken[j]) continue;
            taken[j] = true;
            best = Math.min(best, cost[row * n + j] + least(n, cost, row + 1, taken));
            taken[j] = false;
        }
        return best;
    }
}
