package rugged.num.kinetics;

import rugged.num.DenseLu;

/**
 * Mean first-passage times by a dense LU decomposition of (1 - P) t = tau over the states that are no ends: the plain way, O(M^3), which is exact as long as rates do not spread over more than about 12 decades.
 */
public final class DirectPassage {
    private DirectPassage() {}

    /**
     * From each state to an end; 0 for an end.
     *
     * @param ends whether a walk ends at each state
     * @throws ArithmeticException when some state cannot reach an end
     */
    public static double[] times(RateNetwork network, boolean[] ends) {
        int n = network.states();
        int[] number = new int[n];
        int m = 0;
        for (int a = 0; a < n; a++) number[a] = ends[a] ? -1 : m++;
        double[] matrix = new double[Math.multiplyExact(m, m)];
        double[] t = new double[m];
        for (int a = 0; a < n; a++) {
            if (ends[a]) continue;
            int i = number[a];
            matrix[i * m + i] = 1.0;
            t[i] = Math.exp(-network.logEscape(a));
            for (int k = network.begin(a); k < network.begin(a + 1); k++) {
                int j = number[network.to(k)];
                if (j >= 0) matrix[i * m + j] -= network.branching(a, k);
            }
        }
        DenseLu lu = new DenseLu();
        lu.decompose(matrix, m);
        lu.solve(t);
        double[] all = new double[n];
        for (int a = 0; a < n; a++) if (!ends[a]) all[a] = t[number[a]];
        return all;
    }
}
