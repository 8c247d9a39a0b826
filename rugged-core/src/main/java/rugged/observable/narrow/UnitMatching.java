package rugged.observable.narrow;

import java.util.Arrays;

/** Which unit of a teacher each unit of a student stands for: one each, so that their overlaps add up to most. By all orders of a few units; r 2^r steps. */
final class UnitMatching {
    private UnitMatching() {}

    /**
     * The matching.
     *
     * @param m [r][r] overlap of a student's unit with a teacher's
     * @return for each unit of the student the number of the teacher's
     */
    static int[] best(double[][] m) {
        int r = m.length;
        int all = 1 << r;
        // the most that the first units reach with a set of the teacher's, and whom the last of them takes
        double[] most = new double[all];
        int[] taken = new int[all];
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        most[0] = 0.0;
        for (int set = 1; set < all; set++) {
            int unit = Integer.bitCount(set) - 1;
            for (int b = 0; b < r; b++) {
                if ((set & 1 << b) == 0) continue;
                double reached = most[set ^ 1 << b] + m[unit][b];
                if (reached > most[set]) {
                    most[set] = reached;
                    taken[set] = b;
                }
            }
        }
        int[] match = new int[r];
        int set = all - 1;
        for (int a = r - 1; a >= 0; a--) {
            match[a] = taken[set];
            set ^= 1 << taken[set];
        }
        return match;
    }
}
