package rugged.num.graph;

import java.util.Arrays;

/**
 * What a disconnectivity graph of the lowest minima leaves out, gathered where it would hang: each minimum that is not drawn belongs to the branch that it reaches first on the way up. A branch is the line above a node, so
 * that a minimum which joins several drawn ones on the level at which these join belongs to the line above their node.
 *
 * <p>Cost: O(S log S + M).
 *
 * @param node the branches that have any, by increasing number
 * @param count how many minima each has
 * @param lowest energy of the lowest of them
 * @param joins energy of the lowest level at which one of them reaches the branch
 * @param apart minima below the top that reach no branch below it
 * @param above minima above the top
 */
public record CollapsedBranches(int[] node, int[] count, double[] lowest, double[] joins, int apart, int above) {
    /** What a tree leaves out. */
    public static CollapsedBranches of(Passes passes, DisconnectivityTree tree) {
        return new Gathering(passes, tree).gather();
    }

    private static final class Gathering {
        private final Passes passes;
        private final DisconnectivityTree tree;
        private final UnionFind sets;
        /** The branch of each set, at its root; -1 where nothing of it is drawn. */
        private final int[] branch;
        /** How many minima of a set wait for a branch, at its root. */
        private final int[] waiting;

        private final double[] low;
        private final int[] count;
        private final double[] lowest;
        private final int[] level;

        Gathering(Passes passes, DisconnectivityTree tree) {
            this.passes = passes;
            this.tree = tree;
            int n = passes.minima();
            sets = new UnionFind(n);
            branch = new int[n];
            waiting = new int[n];
            low = new double[n];
            count = new int[tree.nodes()];
            lowest = new double[tree.nodes()];
            level = new int[tree.nodes()];
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            for (int i = 0; i < n; i++) {
                branch[i] = tree.leaf(i);
                boolean waits =
                        branch[i] < 0 && passes.minimum()[i] <= tree.levels().top();
                waiting[i] = waits ? 1 : 0;
                low[i] = waits ? passes.minimum()[i] : Double.POSITIVE_INFINITY;
            }
        }

        CollapsedBranches gather() {
            for (int k : passes.ascending()) {
                if (passes.first()[k] == passes.second()[k]) continue;
                int at = tree.levels().above(passes.height(k));
                if (at < 0) break;
                join(sets.root(passes.first()[k]), sets.root(passes.second()[k]), at);
            }
            int below = 0;
            int above = 0;
            for (int i = 0; i < branch.length; i++) {
                if (passes.minimum()[i] > tree.levels().top()) above++;
                else if (tree.leaf(i) < 0) below++;
            }
            int[] having = java.util.stream.IntStream.range(0, count.length)
                    .filter(node -> count[node] > 0)
                    .toArray();
            int[] counts = Arrays.stream(having).map(node -> count[node]).toArray();
            return new CollapsedBranches(
                    having,
                    counts,
                    Arrays.stream(having).mapToDouble(node -> lowest[node]).toArray(),
                    Arrays.stream(having)
                            .mapToDouble(node -> tree.levels().energy(level[node]))
                            .toArray(),
                    below - Arrays.stream(counts).sum(),
                    above);
        }

        private void join(int one, int other, int at) {
            if (one == other) return;
            int left = branch[one];
            int right = branch[other];
            sets.join(one, other);
            int root = sets.root(one);
            if (left < 0 && right < 0) {
                waiting[root] = waiting[one] + waiting[other];
                low[root] = Math.min(low[one], low[other]);
                branch[root] = -1;
                return;
            }
            int in = up(left >= 0 ? left : right, at);
            if (left < 0) hang(in, one, at);
            if (right < 0) hang(in, other, at);
            waiting[root] = 0;
            low[root] = Double.POSITIVE_INFINITY;
            branch[root] = in;
        }

        /** The highest node that is not above a level; levels are numbered from the top. */
        private int up(int node, int at) {
            int here = node;
            while (tree.parent(here) >= 0 && tree.level(tree.parent(here)) >= at) here = tree.parent(here);
            return here;
        }

        private void hang(int node, int set, int at) {
            if (waiting[set] == 0) return;
            if (count[node] == 0) level[node] = at;
            count[node] += waiting[set];
            lowest[node] = Math.min(lowest[node], low[set]);
        }
    }
}
