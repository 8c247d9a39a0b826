package rugged.meanfield;

/**
 * The energy of Langevin dynamics at temperature T just after a random start, N to infinity:
 *
 * <pre>
 * e(t) = - f' t + (T/2) (f' + f'') t^2 + [ f' (f' + f'') / 3  -  (T^2/12) sum_p p^3 a_p ] t^3 + O(t^4)        (f', f'' at q = 1)
 * </pre>
 *
 * <p>From e(t) = - int_0^t f'(C(t,s)) R(t,s) ds with C and R expanded: at T = 0, C = 1 - f' (t-s)^2/2 and
 * R = 1 - (f' + f'')(t^2 - s^2)/2 + f'' (t-s)^2/2; to first order in f the order p relaxes with rate p T, e_p = -(a_p/2T)(1 - e^{-pTt}). Counting powers of J
 * shows that nothing mixes the two to third order.
 */
public final class ShortTimeSeries {
    /** Where the range ends: the estimated rest as a fraction of the energy. */
    private static final double WORST = 0.01;

    private final double one;
    private final double two;
    private final double three;
    /** Squared rate of the expansion at T = 0: its next term is of relative order (rate t)^4. */
    private final double squaredRate;

    private final double thermalRate;

    /**
     * @param mixture f
     * @param temperature T >= 0
     */
    public ShortTimeSeries(Mixture mixture, double temperature) {
        double first = mixture.fPrime(1);
        double second = mixture.fSecond(1);
        double cubes = 0;
        for (int p : mixture.orders()) cubes += (double) p * p * p * mixture.weight(p);
        one = -first;
        two = temperature / 2 * (first + second);
        three = first * (first + second) / 3 - temperature * temperature / 12 * cubes;
        squaredRate = (first + second) / 3;
        thermalRate = mixture.highest() * temperature;
    }

    /** e(t) to third order. */
    public double energy(double t) {
        return t * (one + t * (two + t * three));
    }

    /** Estimate of what is left out at time t, from the next term of a geometric series at T = 0 and of the exponentials at T > 0. */
    public double rest(double t) {
        double x = squaredRate * t * t;
        double y = thermalRate * t;
        return -one * t * (2 * x * x + 2 * x * y + y * y * y / 24);
    }

    /** The largest t at which the estimated rest is at most 1 % of f'(1) t. */
    public double range() {
        double low = 0;
        double high = 1 / Math.sqrt(squaredRate);
        for (int k = 0; k < 60; k++) {
            double middle = 0.5 * (low + high);
            if (rest(middle) > WORST * -one * middle) high = middle;
            else low = middle;
        }
        return low;
    }
}
