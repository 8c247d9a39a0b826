package rugged.num.graph;

/**
 * A grid of energies E_k = top - k step, k = 0, 1, 2, ..., on which a landscape is cut.
 *
 * @param top E_0
 * @param step distance dE of two levels
 */
public record Levels(double top, double step) {
    /** More levels than this between the lowest minimum and the top tell nothing apart. */
    private static final double MOST = 1e8;

    /** @throws IllegalArgumentException where the step is not above 0, or the top is not finite */
    public Levels {
        if (!(step > 0.0) || Double.isInfinite(step))
            throw new IllegalArgumentException("levels " + step + " apart: a distance above 0 is needed");
        if (!Double.isFinite(top)) throw new IllegalArgumentException("the highest level is " + top);
    }

    /** So many levels between the lowest energy and the top; one where both are the same. */
    public static Levels between(double lowest, double top, int count) {
        double step = (top - lowest) / count;
        return new Levels(top, step > 0.0 ? step : 1.0);
    }

    /** E_k. */
    public double energy(int k) {
        return top - k * step;
    }

    /** The lowest level that is not below an energy; -1 above the top. */
    public int above(double energy) {
        if (energy > top) return -1;
        double place = (top - energy) / step;
        if (place > MOST)
            throw new IllegalArgumentException(
                    "more than 10^8 levels " + step + " apart from " + energy + " to " + top);
        int k = (int) place;
        while (k > 0 && energy(k) < energy) k--;
        while (energy(k + 1) >= energy) k++;
        return k;
    }
}
