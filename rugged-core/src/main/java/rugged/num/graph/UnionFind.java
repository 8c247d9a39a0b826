package rugged.num.graph;

/** Disjoint sets of 0 ... n - 1: joined by size, with halving of paths. A sequence of m operations costs O(m alpha(n)). */
public final class UnionFind {
    private final int[] parent;
    private final int[] size;
    private int sets;

    /** Each in a set of its own. */
    public UnionFind(int n) {
        parent = new int[n];
        size = new int[n];
        sets = n;
        for (int i = 0; i < n; i++) {
            parent[i] = i;
            size[i] = 1;
        }
    }

    /** What stands for the set that holds i. */
    public int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Joins two sets; whether they were two. */
    public boolean join(int i, int j) {
        int one = root(i);
        int other = root(j);
        if (one == other) return false;
        if (size[one] < size[other]) {
            int kept = one;
            one = other;
            other = kept;
        }
        parent[other] = one;
        size[one] += size[other];
        sets--;
        return true;
    }

    /** Whether two are in one set. */
    public boolean joined(int i, int j) {
        return root(i) == root(j);
    }

    /** How many are in the set that holds i. */
    public int size(int i) {
        return size[root(i)];
    }

    /** How many sets. */
    public int sets() {
        return sets;
    }
}
