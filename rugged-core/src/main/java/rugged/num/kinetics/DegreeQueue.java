package rugged.num.kinetics;

import java.util.Arrays;

/** States by their number of neighbours, in doubly linked lists, one for each number: the first of the least is taken out in constant time, or nearly. */
final class DegreeQueue {
    private static final int NONE = -1;
    private final int[] head;
    private final int[] next;
    private final int[] before;
    private final int[] degree;
    private int least;

    DegreeQueue(int states) {
        head = new int[states + 1];
        next = new int[states];
        before = new int[states];
        degree = new int[states];
        Arrays.fill(head, NONE);
        Arrays.fill(degree, NONE);
        least = states;
    }

    void add(int state, int neighbours) {
        degree[state] = neighbours;
        next[state] = head[neighbours];
        before[state] = NONE;
        if (head[neighbours] != NONE) before[head[neighbours]] = state;
        head[neighbours] = state;
        least = Math.min(least, neighbours);
    }

    void remove(int state) {
        if (before[state] == NONE) head[degree[state]] = next[state];
        else next[before[state]] = next[state];
        if (next[state] != NONE) before[next[state]] = before[state];
    }

    void move(int state, int neighbours) {
        if (degree[state] == neighbours) return;
        remove(state);
        add(state, neighbours);
    }

    /** One with the fewest neighbours; there must be one. */
    int least() {
        while (head[least] == NONE) least++;
        return head[least];
    }
}
