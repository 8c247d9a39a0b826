package rugged.landscape.glass;

import java.util.Arrays;

/**
 * The lexicographic order of all p-tuples of indices i_1 <= ... <= i_p (or i_1 < ... < i_p when strict) from 0 ... n-1: the packed order of couplings.
 */
public final class MultiIndex {
    private final int n;
    private final int p;
    private final boolean strict;
    /** below[l][i]: tuples that agree up to position l - 1 and have at position l an index smaller than i, counted from index 0. */
    private final long[][] below;

    /** Throws ArithmeticException when there are more than 2^63 tuples. */
    MultiIndex(int n, int p, boolean strict) {
        this.n = n;
        this.p = p;
        this.strict = strict;
        below = new long[p][n + 1];
        long[] completions = new long[n + 1];
        Arrays.fill(completions, 1L);
        for (int l = p - 1; l >= 0; l--) {
            for (int i = 0; i < n; i++) below[l][i + 1] = Math.addExact(below[l][i], completions[i]);
            for (int i = 0; i < n; i++) completions[i] = below[l][n] - below[l][Math.min(n, next(i))];
        }
    }

    /** Number of tuples as a floating-point number, whatever their number: C(n+p-1, p) or C(n, p). */
    public static double count(int n, int p, boolean strict) {
        double count = 1.0;
        for (int k = 0; k < p; k++) count *= (strict ? n - k : n + k) / (k + 1.0);
        return Math.max(0.0, Math.rint(count));
    }

    int n() {
        return n;
    }

    int order() {
        return p;
    }

    boolean strict() {
        return strict;
    }

    /** Smallest index allowed behind i. */
    int next(int i) {
        return strict ? i + 1 : i;
    }

    /** Number of tuples. */
    public long count() {
        return below[0][n];
    }

    /** Number of tuples that share a given beginning of l indices followed by i. */
    public long count(int l, int i) {
        return below[l][i + 1] - below[l][i];
    }

    /** Number of tuples that share a beginning of l indices and go on with an index >= first. */
    long countFrom(int l, int first) {
        return first >= n ? 0 : below[l][n] - below[l][first];
    }

    /** Position of a sorted tuple. */
    long rank(int[] tuple) {
        long rank = 0;
        int first = 0;
        for (int l = 0; l < p; l++) {
            rank += below[l][tuple[l]] - below[l][first];
            first = next(tuple[l]);
        }
        return rank;
    }

    /** The tuple at a position. */
    void unrank(long rank, int[] tuple) {
        int first = 0;
        for (int l = 0; l < p; l++) {
            long target = rank + below[l][first];
            int low = first;
            int high = n - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (below[l][middle] <= target) low = middle;
                else high = middle - 1;
            }
            tuple[l] = low;
            rank = target - below[l][low];
            first = next(low);
        }
    }
}
