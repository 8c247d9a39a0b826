package rugged.num.graph;

import java.util.Arrays;

/**
 * The path between two minima in a minimum spanning tree of the passes: no path has a lower highest pass, and the same holds for each part of it. Cost: O(M) once and for each path.
 */
public final class LowestPath {
    private final int[] begin;
    private final int[] to;
    private final int[] by;

    /** @param barriers of the same passes */
    public LowestPath(Passes passes, MinimaxBarriers barriers) {
        int[] tree = barriers.tree();
        begin = new int[passes.minima() + 1];
        to = new int[2 * tree.length];
        by = new int[2 * tree.length];
        for (int k : tree) {
            begin[passes.first()[k] + 1]++;
            begin[passes.second()[k] + 1]++;
        }
        for (int i = 0; i < passes.minima(); i++) begin[i + 1] += begin[i];
        int[] end = begin.clone();
        for (int k : tree) {
            put(end, passes.first()[k], passes.second()[k], k);
            put(end, passes.second()[k], passes.first()[k], k);
        }
    }

    private void put(int[] end, int from, int there, int pass) {
        to[end[from]] = there;
        by[end[from]++] = pass;
    }

    /**
     * A path.
     *
     * @param minima along it, both ends among them; empty where no path joins them
     * @param passes between them, one fewer
     */
    public record Way(int[] minima, int[] passes) {}

    /** Between two minima. */
    public Way between(int a, int b) {
        int n = begin.length - 1;
        int[] from = new int[n]; // the edge by which each is reached from b
        int[] next = new int[n];
        int[] front = new int[n];
        Arrays.fill(from, -1);
        int count = 1;
        front[0] = b;
        next[b] = b;
        from[b] = Integer.MAX_VALUE;
        for (int at = 0; at < count && from[a] < 0; at++) {
            int here = front[at];
            for (int k = begin[here]; k < begin[here + 1]; k++) {
                if (from[to[k]] >= 0) continue;
                from[to[k]] = by[k];
                next[to[k]] = here;
                front[count++] = to[k];
            }
        }
        if (from[a] < 0) return new Way(new int[0], new int[0]);
        int steps = 0;
        for (int at = a; at != b; at = next[at]) steps++;
        int[] minima = new int[steps + 1];
        int[] passes = new int[steps];
        int here = a;
        for (int k = 0; k < steps; k++) {
            minima[k] = here;
            passes[k] = from[here];
            here = next[here];
        }
        minima[steps] = b;
        return new Way(minima, passes);
    }
}
