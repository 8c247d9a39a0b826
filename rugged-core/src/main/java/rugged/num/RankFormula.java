package rugged.num;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The area under the curve of true against false positives, which is the probability that the score of a positive is above that of a negative, ties counting 1/2: with ranks r from 1 on, mean ranks where scores are equal,
 * A = (sum over positives of r - n_+ (n_+ + 1)/2)/(n_+ n_-). 1/2 where scores say nothing, 1 where every positive is above every negative. O(n ln n).
 *
 * <p>Source: Mann and Whitney, Ann. Math. Stat. 18, 50 (1947).
 */
public final class RankFormula {
    private RankFormula() {}

    /** A; NaN where there is no positive, no negative, or a score that is none. */
    public static double area(double[] scores, boolean[] positive) {
        int n = scores.length;
        Integer[] order = new Integer[n];
        long positives = 0;
        for (int k = 0; k < n; k++) {
            if (Double.isNaN(scores[k])) return Double.NaN;
            order[k] = k;
            if (positive[k]) positives++;
        }
        long negatives = n - positives;
        if (positives == 0 || negatives == 0) return Double.NaN;
        Arrays.sort(order, Comparator.comparingDouble(k -> scores[k]));
        double sum = 0.0;
        for (int from = 0; from < n; ) {
            int to = from;
            int inside = 0;
            // 0 and -0 are one score, which their order in a sort does not say
            while (to < n && scores[order[to]] == scores[order[from]]) if (positive[order[to++]]) inside++;
            sum += inside * 0.5 * (from + 1 + to);
            from = to;
        }
        return (sum - 0.5 * positives * (positives + 1)) / ((double) positives * negatives);
    }
}
