package rugged.num.graph;

import java.util.Arrays;

/**
 * Where the nodes of a disconnectivity graph stand from left to right. Each leaf has a width of 1, each node the interval of its leaves, and it stands at their mean. Below a node, and side by side where trees are separate,
 * what holds the lowest minimum is in the middle, and the others follow by their lowest minima, alternately on either side; which
 * side comes first alternates from one generation to the next, so that the stem of a funnel, which minima join one by one, stays in the middle of them.
 *
 * @param x of each node, in [0, leaves]
 * @param trees how many separate trees
 */
public record TreeLayout(double[] x, int trees) {
    /** Of a tree. Cost: O(M log M). */
    public static TreeLayout of(DisconnectivityTree tree, double[] energy) {
        int nodes = tree.nodes();
        double[] lowest = new double[nodes];
        for (int k = 0; k < nodes; k++) lowest[k] = energy[tree.lowest(k)];
        int[] order = Passes.ascending(lowest);
        int root = nodes;
        int[] from = new int[nodes + 2];
        for (int k = 0; k < nodes; k++) from[above(tree, k, root) + 1]++;
        int trees = from[root + 1];
        for (int k = 0; k <= root; k++) from[k + 1] += from[k];
        int[] children = new int[nodes];
        int[] end = Arrays.copyOf(from, root + 1);
        for (int k : order) children[end[above(tree, k, root)]++] = k;
        double[] x = new double[nodes];
        double[] begin = new double[nodes];
        place(tree, children, from[root], from[root + 1], true, 0.0, begin);
        boolean[] leftFirst = new boolean[nodes];
        for (int k = nodes - 1; k >= 0; k--) {
            x[k] = begin[k] + 0.5 * tree.leaves(k);
            leftFirst[k] = tree.parent(k) < 0 || !leftFirst[tree.parent(k)];
            place(tree, children, from[k], from[k + 1], leftFirst[k], begin[k], begin);
        }
        return new TreeLayout(x, trees);
    }

    private static int above(DisconnectivityTree tree, int node, int root) {
        return tree.parent(node) < 0 ? root : tree.parent(node);
    }

    /** Children from ... end - 1, by their lowest minima, in an interval that begins at {@code start}. */
    private static void place(
            DisconnectivityTree tree,
            int[] children,
            int from,
            int end,
            boolean leftFirst,
            double start,
            double[] begin) {
        double at = start;
        // the second, fourth, ... on one side, the last of them outermost; the first; then the third, fifth, ... on the
        // other
        int last = end - from - 1;
        int left = leftFirst ? 1 : 2;
        for (int k = last - (last - left & 1); k >= left; k -= 2) {
            begin[children[from + k]] = at;
            at += tree.leaves(children[from + k]);
        }
        if (last >= 0) {
            begin[children[from]] = at;
            at += tree.leaves(children[from]);
        }
        for (int k = 3 - left; k <= last; k += 2) {
            begin[children[from + k]] = at;
            at += tree.leaves(children[from + k]);
        }
    }
}
