package rugged.compose.symmetry;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Brings atoms b near to atoms a by turns: the assignment of like atoms for a rotation, the rotation for an assignment, until neither helps; from b as it is, from all ways to lay the principal axes on one another, and
 * from the best of {@link NearFrames}. Its own scratch: one thread.
 */
final class AtomTurns {
    private static final int MOST_TURNS = 30;
    private static final double LEAST_GAIN = 1e-9;

    private final int[][] kinds;
    private final NearFrames frames;
    private final AtomMatch match;
    private final OrthogonalFit fit;
    private final Assignment assignment;
    private final double[] cost;
    private final int[] columns;
    private final double[] turned;
    private final double[] axesA = new double[9];
    private final double[] axesB = new double[9];
    private final double[] spread = new double[3];
    private final double[] start = new double[9];

    AtomTurns(int[] species, AtomMatch match, OrthogonalFit fit) {
        this.match = match;
        this.fit = fit;
        frames = new NearFrames(species);
        int kindsThere = Arrays.stream(species).max().orElse(0) + 1;
        kinds = new int[kindsThere][];
        for (int kind = 0; kind < kindsThere; kind++) {
            int wanted = kind;
            kinds[kind] = IntStream.range(0, species.length)
                    .filter(i -> species[i] == wanted)
                    .toArray();
        }
        assignment = new Assignment(species.length);
        cost = new double[species.length * species.length];
        columns = new int[species.length];
        turned = new double[3 * species.length];
    }

    /** Offers what it finds to the match. */
    void align(double[] a, double[] b) {
        for (int k = 0; k < 9; k++) start[k] = k % 4 == 0 ? 1.0 : 0.0;
        from(a, b, start);
        fit.axes(a, axesA, spread);
        fit.axes(b, axesB, spread);
        for (int signs = 0; signs < 8; signs++) {
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    double sum = 0.0;
                    for (int m = 0; m < 3; m++)
                        sum += ((signs >> m & 1) == 0 ? 1.0 : -1.0) * axesA[3 * m + k] * axesB[3 * m + l];
                    start[3 * k + l] = sum;
                }
            from(a, b, start);
        }
        int found = frames.search(a, b);
        for (int k = 0; k < found; k++) from(a, b, frames.rotation(k));
    }

    private void from(double[] a, double[] b, double[] rotation) {
        double before = Double.POSITIVE_INFINITY;
        double[] by = rotation;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            OrthogonalFit.turn(by, b, turned);
            for (int[] kind : kinds) assign(a, kind);
            double distance = match.offer(a, b);
            if (distance > before - LEAST_GAIN) return;
            before = distance;
            by = match.rotation();
        }
    }

    /** Least squares of differences: the largest sum of products. */
    private void assign(double[] a, int[] kind) {
        int n = kind.length;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                int p = 3 * kind[i];
                int q = 3 * kind[j];
                cost[i * n + j] = -a[p] * turned[q] - a[p + 1] * turned[q + 1] - a[p + 2] * turned[q + 2];
            }
        assignment.solve(n, cost, columns);
        for (int i = 0; i < n; i++) match.order()[kind[i]] = kind[columns[i]];
    }
}
