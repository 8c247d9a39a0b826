package rugged.num.graph;

import java.util.Arrays;

/**
 * The disconnectivity graph of a landscape: on each of a grid of energies, which minima can reach one another without going above it. Leaves are minima; a node stands at the level at which two or more of what lies below
 * become one, so that a set that stays as it is over several levels is one line and not a chain of nodes, and the tree has fewer than 2 M nodes for any number of levels. The first level from below at which two minima are
 * in one node is the barrier between them (see {@link MinimaxBarriers}), rounded up to the grid.
 *
 * <p>Minima that are not drawn still lead from one to another: a tree of the lowest minima has the barriers of all. Passes above the top are cut, and minima above it are no leaves. What no pass joins are separate trees.
 *
 * <p>Source: Becker and Karplus, J. Chem. Phys. 106, 1495 (1997). Cost: O((M + S) log(M + S)) for all levels together.
 */
public final class DisconnectivityTree {
    private final Levels levels;
    private final int[] minimum;
    private final int[] leafOf;
    private final int[] level;
    private final int[] parent;
    private final int[] leaves;
    private final int[] lowest;

    private DisconnectivityTree(
            Levels levels, int[] minimum, int[] leafOf, int[] level, int[] parent, int[] leaves, int[] lowest) {
        this.levels = levels;
        this.minimum = minimum;
        this.leafOf = leafOf;
        this.level = level;
        this.parent = parent;
        this.leaves = leaves;
        this.lowest = lowest;
    }

    /**
     * Of minima and passes.
     *
     * @param drawn whether each minimum is drawn, if it lies below the top
     */
    public static DisconnectivityTree of(Passes passes, Levels levels, boolean[] drawn) {
        return new Growth(passes, levels, drawn).grow();
    }

    /** With all minima below the top. */
    public static DisconnectivityTree of(Passes passes, Levels levels) {
        boolean[] all = new boolean[passes.minima()];
        Arrays.fill(all, true);
        return of(passes, levels, all);
    }

    /** Which minima have a pass to another one that is not above a height. */
    public static boolean[] connected(Passes passes, double upTo) {
        boolean[] found = new boolean[passes.minima()];
        for (int k = 0; k < passes.pass().length; k++) {
            if (passes.first()[k] == passes.second()[k] || passes.height(k) > upTo) continue;
            found[passes.first()[k]] = true;
            found[passes.second()[k]] = true;
        }
        return found;
    }

    /** The grid. */
    public Levels levels() {
        return levels;
    }

    /** How many leaves: they are the first nodes. */
    public int leafCount() {
        return minimum.length;
    }

    /** How many nodes, leaves among them. Each comes after those below it. */
    public int nodes() {
        return parent.length;
    }

    /** The minimum of a leaf. */
    public int minimum(int leaf) {
        return minimum[leaf];
    }

    /** The leaf of a minimum; -1 where it is not drawn. */
    public int leaf(int one) {
        return leafOf[one];
    }

    /** The level of a node at which branches meet; -1 for a leaf. */
    public int level(int node) {
        return level[node];
    }

    /** The node above; -1 where there is none. */
    public int parent(int node) {
        return parent[node];
    }

    /** How many leaves are below a node; 1 for a leaf. */
    public int leaves(int node) {
        return leaves[node];
    }

    /** The minimum of lowest energy below a node. */
    public int lowest(int node) {
        return lowest[node];
    }

    /** The first level from below at which two leaves are in one node; -1 where no level joins them. */
    public int common(int leaf, int other) {
        int one = leaf;
        int two = other;
        while (one != two) {
            // a node comes after those below it
            if (one < two) one = parent[one];
            else two = parent[two];
            if (one < 0 || two < 0) return -1;
        }
        return level[one];
    }

    /** Grows it from below. */
    private static final class Growth {
        private final Passes passes;
        private final Levels levels;
        private final UnionFind sets;
        private final int[] leafOf;
        /** The node of each set, at its root; -1 where nothing of it is drawn. */
        private final int[] node;

        private int[] level;
        private int[] parent;
        private int[] leaves;
        private int[] lowest;
        private int count;

        Growth(Passes passes, Levels levels, boolean[] drawn) {
            this.passes = passes;
            this.levels = levels;
            int n = passes.minima();
            sets = new UnionFind(n);
            leafOf = new int[n];
            node = new int[n];
            Arrays.fill(leafOf, -1);
            for (int i = 0; i < n; i++) if (drawn[i] && passes.minimum()[i] <= levels.top()) leafOf[i] = count++;
            level = new int[Math.max(1, 2 * count)];
            parent = new int[level.length];
            leaves = new int[level.length];
            lowest = new int[level.length];
            Arrays.fill(parent, -1);
            for (int i = 0; i < n; i++) {
                node[i] = leafOf[i];
                if (leafOf[i] < 0) continue;
                level[leafOf[i]] = -1;
                leaves[leafOf[i]] = 1;
                lowest[leafOf[i]] = i;
            }
        }

        DisconnectivityTree grow() {
            int leafCount = count;
            int[] minimum = Arrays.copyOf(lowest, leafCount);
            long[] order = byLevel();
            int from = 0;
            int[] touched = new int[2 * order.length];
            while (from < order.length) {
                int end = from;
                while (end < order.length && order[end] >>> 32 == order[from] >>> 32) end++;
                join(order, from, end, touched);
                from = end;
            }
            return new DisconnectivityTree(
                    levels,
                    minimum,
                    leafOf,
                    Arrays.copyOf(level, count),
                    Arrays.copyOf(parent, count),
                    Arrays.copyOf(leaves, count),
                    Arrays.copyOf(lowest, count));
        }

        /** Passes from the lowest level to the highest: the level, turned round, and the pass in one word. */
        private long[] byLevel() {
            long[] order = new long[passes.pass().length];
            int kept = 0;
            for (int k = 0; k < order.length; k++) {
                if (passes.first()[k] == passes.second()[k]) continue;
                int at = levels.above(passes.height(k));
                if (at >= 0) order[kept++] = (long) (Integer.MAX_VALUE - at) << 32 | k;
            }
            long[] sorted = Arrays.copyOf(order, kept);
            Arrays.parallelSort(sorted);
            return sorted;
        }

        /** All passes of one level. Until it is done the node of a set that grows is any of those below. */
        private void join(long[] order, int from, int end, int[] touched) {
            int at = Integer.MAX_VALUE - (int) (order[from] >>> 32);
            int many = 0;
            for (int k = from; k < end; k++) {
                int pass = (int) order[k];
                int one = sets.root(passes.first()[pass]);
                int other = sets.root(passes.second()[pass]);
                if (one == other) continue;
                int left = node[one];
                int right = node[other];
                sets.join(one, other);
                if (left >= 0 && right >= 0) {
                    touched[many++] = left;
                    touched[many++] = right;
                }
                node[sets.root(one)] = left >= 0 ? left : right;
            }
            Arrays.sort(touched, 0, many);
            hang(at, touched, distinct(touched, many));
        }

        private static int distinct(int[] sorted, int many) {
            int kept = 0;
            for (int k = 0; k < many; k++) if (k == 0 || sorted[k] != sorted[k - 1]) sorted[kept++] = sorted[k];
            return kept;
        }

        /** Hangs what was joined on this level below one new node for each set. */
        private void hang(int at, int[] touched, int many) {
            int first = count;
            for (int k = 0; k < many; k++) {
                int below = touched[k];
                int root = sets.root(lowest[below]);
                if (node[root] < first) {
                    level[count] = at;
                    lowest[count] = lowest[below];
                    node[root] = count++;
                }
                int above = node[root];
                parent[below] = above;
                leaves[above] += leaves[below];
                if (lower(lowest[below], lowest[above])) lowest[above] = lowest[below];
            }
        }

        private boolean lower(int one, int other) {
            double a = passes.minimum()[one];
            double b = passes.minimum()[other];
            return a < b || a == b && one < other;
        }
    }
}
