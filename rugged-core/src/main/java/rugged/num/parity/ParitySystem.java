package rugged.num.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear equations over the field of two elements, sum_{i in a} x_i = c_a. An unknown stands at most once in an equation.
 *
 * @param unknowns N
 * @param members unknowns of each equation
 * @param odd c of each equation
 */
public record ParitySystem(int unknowns, int[][] members, boolean[] odd) {
    /** Checks the shapes. */
    public ParitySystem {
        if (members.length != odd.length)
            throw new IllegalArgumentException(members.length + " equations and " + odd.length + " right sides");
    }

    /**
     * What is left when equations that hold an unknown of their own, one that stands in no other equation, are taken away again and again: the 2-core. An equation that is taken away can be satisfied whatever the others say, so all have a solution if and only if those of the core do. The core does not depend
     * on the order. Cost: one visit of each place.
     *
     * @return the equations of the core, by increasing number
     */
    public int[] core() {
        int[] degree = new int[unknowns];
        long[] sum = new long[unknowns]; // of the numbers of the equations that are left: where there is one, which
        for (int a = 0; a < members.length; a++)
            for (int i : members[a]) {
                degree[i]++;
                sum[i] += a;
            }
        boolean[] gone = new boolean[members.length];
        int[] waiting = new int[unknowns];
        int count = 0;
        for (int i = 0; i < unknowns; i++) if (degree[i] == 1) waiting[count++] = i;
        int left = members.length;
        while (count > 0) {
            int i = waiting[--count];
            if (degree[i] != 1) continue;
            int a = (int) sum[i];
            gone[a] = true;
            left--;
            for (int k : members[a]) {
                sum[k] -= a;
                if (--degree[k] == 1) waiting[count++] = k;
            }
        }
        int[] core = new int[left];
        int next = 0;
        for (int a = 0; a < members.length; a++) if (!gone[a]) core[next++] = a;
        return core;
    }

    /** These equations alone, their unknowns numbered anew by increasing number; unknowns that stand in none are left out. */
    public ParitySystem of(int[] equations) {
        int[] number = new int[unknowns];
        for (int a : equations) for (int i : members[a]) number[i] = 1;
        int next = 0;
        for (int i = 0; i < unknowns; i++) number[i] = number[i] == 1 ? next++ : -1;
        List<int[]> kept = new ArrayList<>();
        boolean[] right = new boolean[equations.length];
        for (int k = 0; k < equations.length; k++) {
            kept.add(Arrays.stream(members[equations[k]]).map(i -> number[i]).toArray());
            right[k] = odd[equations[k]];
        }
        return new ParitySystem(next, kept.toArray(new int[0][]), right);
    }
}
