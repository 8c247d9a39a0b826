package rugged.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import rugged.api.physical.Wiring;

/** Edges as they are added. */
final class EdgeList {
    private final Set<Long> known = new HashSet<>();
    private int[] tails = new int[64];
    private int[] heads = new int[64];
    private int count;

    /** Adds an edge; false where the two nodes are one, or joined already. */
    boolean add(int tail, int head) {
        if (tail == head || !known.add(key(tail, head))) return false;
        if (count == tails.length) {
            tails = Arrays.copyOf(tails, 2 * count);
            heads = Arrays.copyOf(heads, 2 * count);
        }
        tails[count] = tail;
        heads[count++] = head;
        return true;
    }

    boolean joins(int tail, int head) {
        return known.contains(key(tail, head));
    }

    int count() {
        return count;
    }

    private static long key(int a, int b) {
        return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
    }

    Wiring wiring(int nodes) {
        return new Wiring(nodes, Arrays.copyOf(tails, count), Arrays.copyOf(heads, count));
    }
}
