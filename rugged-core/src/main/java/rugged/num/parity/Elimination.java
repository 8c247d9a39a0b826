package rugged.num.parity;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Elimination over the field of two elements that keeps equations short: the unknown that stands in the fewest equations goes first, out of the shortest of them, whose sum with each of the others takes their place. Where that would make equations too long, what is left is eliminated densely. Of random equations of three unknowns near their threshold a
 * fifth is left then.
 */
public final class Elimination {
    /** Numbers written for one unknown beyond which dense rows are cheaper. */
    private static final int DEAREST = 300;

    private final int unknowns;
    private final int[][] rows; // unknowns of an equation, increasing; null where it is used up
    private final boolean[] odd;
    private final int[][] holders; // equations of an unknown, some of which may have lost it
    private final int[] holding;
    private final int[] degree;
    private int rank;

    /** Of all equations. */
    public static Solvability of(ParitySystem system) {
        return new Elimination(system).verdict();
    }

    private Elimination(ParitySystem system) {
        unknowns = system.unknowns();
        rows = new int[system.members().length][];
        odd = system.odd().clone();
        degree = new int[unknowns];
        for (int a = 0; a < rows.length; a++) {
            rows[a] = system.members()[a].clone();
            Arrays.sort(rows[a]);
            for (int i : rows[a]) degree[i]++;
        }
        holders = new int[unknowns][];
        holding = new int[unknowns];
        for (int i = 0; i < unknowns; i++) holders[i] = new int[degree[i]];
        for (int a = 0; a < rows.length; a++) for (int i : rows[a]) holders[i][holding[i]++] = a;
    }

    private Solvability verdict() {
        Queue queue = new Queue();
        for (int i = queue.next(); i >= 0; i = queue.next()) {
            int[] in = equations(i);
            if (in.length == 0) continue;
            int pivot = in[0];
            for (int a : in) if (rows[a].length < rows[pivot].length) pivot = a;
            if ((double) (in.length - 1) * rows[pivot].length > DEAREST) {
                return dense();
            }
            eliminate(i, in, pivot, queue);
        }
        return new Solvability(rank, emptyRowsHold());
    }

    /** Those that hold an unknown now. */
    private int[] equations(int unknown) {
        int[] in = new int[degree[unknown]];
        int count = 0;
        for (int k = 0; k < holding[unknown] && count < in.length; k++) {
            int a = holders[unknown][k];
            if (rows[a] == null || Arrays.binarySearch(rows[a], unknown) < 0) continue;
            boolean twice = false;
            for (int j = 0; j < count; j++) twice |= in[j] == a;
            if (!twice) in[count++] = a;
        }
        return in;
    }

    private void eliminate(int unknown, int[] in, int pivot, Queue queue) {
        int[] least = rows[pivot];
        for (int a : in) {
            if (a == pivot) continue;
            rows[a] = sum(rows[a], least, a);
            odd[a] ^= odd[pivot];
        }
        for (int i : least) degree[i]--;
        rows[pivot] = null;
        rank++;
        for (int i : least) if (i != unknown) queue.changed(i);
    }

    /** The sum of an equation and another; counts what the equation gains and loses. */
    private int[] sum(int[] one, int[] other, int equation) {
        int[] sum = new int[one.length + other.length];
        int count = 0;
        int k = 0;
        for (int i : other) {
            while (k < one.length && one[k] < i) sum[count++] = one[k++];
            if (k < one.length && one[k] == i) {
                degree[i]--;
                k++;
            } else {
                degree[i]++;
                hold(i, equation);
                sum[count++] = i;
            }
        }
        while (k < one.length) sum[count++] = one[k++];
        return Arrays.copyOf(sum, count);
    }

    private void hold(int unknown, int equation) {
        if (holding[unknown] == holders[unknown].length)
            holders[unknown] = Arrays.copyOf(holders[unknown], 2 * holding[unknown] + 2);
        holders[unknown][holding[unknown]++] = equation;
    }

    /** Equations without unknowns that are left: 0 = 1 has no solution. */
    private boolean emptyRowsHold() {
        for (int a = 0; a < rows.length; a++) if (rows[a] != null && rows[a].length == 0 && odd[a]) return false;
        return true;
    }

    private Solvability dense() {
        int[] number = new int[unknowns];
        int left = 0;
        for (int i = 0; i < unknowns; i++) number[i] = degree[i] > 0 ? left++ : -1;
        int equations = 0;
        for (int[] row : rows) if (row != null) equations++;
        DenseElimination rest = new DenseElimination(equations, left);
        int next = 0;
        for (int a = 0; a < rows.length; a++) {
            if (rows[a] == null) continue;
            for (int i : rows[a]) rest.toggle(next, number[i]);
            if (odd[a]) rest.odd(next);
            next++;
        }
        Solvability verdict = rest.verdict();
        return new Solvability(rank + verdict.rank(), verdict.solvable());
    }

    /** Unknowns by how many equations hold them, the fewest first; those of one number in the order in which they came to it. */
    private final class Queue {
        private final PriorityQueue<long[]> heap =
                new PriorityQueue<>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        private long order;

        Queue() {
            for (int i = 0; i < unknowns; i++) if (degree[i] > 0) changed(i);
        }

        void changed(int unknown) {
            if (degree[unknown] > 0) heap.add(new long[] {degree[unknown], order++, unknown});
        }

        /** The next unknown; -1 when none is left. */
        int next() {
            while (!heap.isEmpty()) {
                long[] top = heap.poll();
                if (degree[(int) top[2]] == top[0]) return (int) top[2];
            }
            return -1;
        }
    }
}
