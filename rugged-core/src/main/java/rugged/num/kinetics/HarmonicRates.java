package rugged.num.kinetics;

/**
 * Rates between wells by harmonic transition-state theory, with unit mass,
 *
 * <p>k_ab = sum over the saddles s of the pair of (o_a/o_s) (1/2 pi) exp[(ln det_a - ln det+_s)/2 - (E_s - E_a)/T],
 *
 * <p>det+ the product of the positive eigenvalues. Every saddle of a pair counts; one from a well to itself changes nothing. With the occupations of {@link Wells#logOccupations}, p_a k_ab = p_b k_ba holds identically.
 *
 * @param energy E_s of the saddles
 * @param logDeterminant ln det+_s
 * @param order o_s
 * @param first one end of each
 * @param second the other
 */
public record HarmonicRates(double[] energy, double[] logDeterminant, double[] order, int[] first, int[] second) {
    private static final double LOG_TURN = Math.log(2.0 * Math.PI);

    /** The network at a temperature. */
    public RateNetwork at(Wells wells, double temperature) {
        int n = energy.length;
        int[] from = new int[2 * n];
        int[] to = new int[2 * n];
        double[] logRate = new double[2 * n];
        for (int s = 0; s < n; s++) {
            from[2 * s] = first[s];
            to[2 * s] = second[s];
            logRate[2 * s] = logRate(s, wells, first[s], temperature);
            from[2 * s + 1] = second[s];
            to[2 * s + 1] = first[s];
            logRate[2 * s + 1] = logRate(s, wells, second[s], temperature);
        }
        return RateNetwork.of(wells.count(), from, to, logRate);
    }

    /** ln of the part of saddle s in the rate out of well a. */
    public double logRate(int s, Wells wells, int a, double temperature) {
        return Math.log(wells.order()[a] / order[s])
                - LOG_TURN
                + 0.5 * (wells.logDeterminant()[a] - logDeterminant[s])
                - (energy[s] - wells.energy()[a]) / temperature;
    }

    /** The saddle between two wells over which most goes at a temperature; -1 where there is none. */
    public int most(Wells wells, int a, int b, double temperature) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < energy.length; s++) {
            boolean joins = first[s] == a && second[s] == b || first[s] == b && second[s] == a;
            if (!joins) continue;
            double rate = logRate(s, wells, a, temperature);
            if (best >= 0 && rate <= most) continue;
            best = s;
            most = rate;
        }
        return best;
    }
}
