package rugged.num.graph;

import java.util.Arrays;

/**
 * How high one has to climb between two minima: the least over all paths of the highest pass on the path, which is the highest edge between them in a minimum spanning tree of the passes.
 *
 * <p>Sets are joined by size, by increasing height, and each keeps the height at which it was hung below another: heights rise on the way up, and paths have at most log2(M) steps. Cost: O(S log S) once, O(log M) for each
 * pair.
 */
public final class MinimaxBarriers {
    private final int[] above;
    private final double[] height;
    private final int[] by;
    private final int[] tree;

    /** Finds the spanning tree. */
    public MinimaxBarriers(Passes passes) {
        int n = passes.minima();
        above = new int[n];
        height = new double[n];
        by = new int[n];
        int[] size = new int[n];
        Arrays.fill(size, 1);
        Arrays.fill(height, Double.POSITIVE_INFINITY);
        Arrays.fill(by, -1);
        for (int i = 0; i < n; i++) above[i] = i;
        int[] used = new int[Math.max(0, n - 1)];
        int count = 0;
        for (int k : passes.ascending()) {
            int one = root(passes.first()[k]);
            int other = root(passes.second()[k]);
            if (one == other) continue;
            if (size[one] < size[other]) {
                int kept = one;
                one = other;
                other = kept;
            }
            above[other] = one;
            height[other] = passes.height(k);
            by[other] = k;
            size[one] += size[other];
            used[count++] = k;
        }
        tree = Arrays.copyOf(used, count);
    }

    private int root(int i) {
        int at = i;
        while (above[at] != at) at = above[at];
        return at;
    }

    /** The passes of a minimum spanning tree, by increasing height. */
    public int[] tree() {
        return tree.clone();
    }

    /** The height; infinite where no path joins them, -infinite from a minimum to itself. */
    public double between(int a, int b) {
        if (a == b) return Double.NEGATIVE_INFINITY;
        return height[last(a, b)];
    }

    /** The pass that is the highest between two minima; -1 where no path joins them, or for a minimum and itself. */
    public int pass(int a, int b) {
        if (a == b) return -1;
        return by[last(a, b)];
    }

    /** The link climbed last when both go up until they meet: heights rise on the way, so it is the highest. A root has an infinite height and no pass. */
    private int last(int a, int b) {
        int one = a;
        int other = b;
        int crossed = a;
        while (one != other) {
            boolean first = height[one] <= height[other];
            crossed = first ? one : other;
            if (above[crossed] == crossed) return crossed;
            if (first) one = above[one];
            else other = above[other];
        }
        return crossed;
    }
}
