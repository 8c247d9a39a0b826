package rugged.num.kinetics;

/**
 * Minima as harmonic wells.
 *
 * @param energy E_a
 * @param logDeterminant ln of the product of the positive eigenvalues of each Hessian
 * @param order number o_a of moves of the symmetry that leave each as it is; it has copies in proportion to 1/o_a
 */
public record Wells(double[] energy, double[] logDeterminant, double[] order) {
    /** Checks lengths. */
    public Wells {
        if (energy.length != logDeterminant.length || energy.length != order.length)
            throw new IllegalArgumentException("energies, determinants and orders of different numbers of wells");
    }

    /** How many. */
    public int count() {
        return energy.length;
    }

    /** ln of the weight e^{-E_a/T} / (o_a sqrt(det_a)) of well a, without what all have in common. */
    public double logWeight(int a, double temperature) {
        return -energy[a] / temperature - 0.5 * logDeterminant[a] - Math.log(order[a]);
    }

    /** ln p_a of all wells, sum p_a = 1; however low the temperature. */
    public double[] logOccupations(double temperature) {
        double[] all = new double[count()];
        for (int a = 0; a < all.length; a++) all[a] = logWeight(a, temperature);
        double sum = logSum(all);
        for (int a = 0; a < all.length; a++) all[a] -= sum;
        return all;
    }

    /** ln sum exp of numbers, which do not overflow; -infinite of none. */
    static double logSum(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : logs) most = Math.max(most, one);
        if (Double.isInfinite(most)) return most;
        double sum = 0.0;
        for (double one : logs) sum += Math.exp(one - most);
        return most + Math.log(sum);
    }
}
