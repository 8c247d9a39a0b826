package rugged.api.record;

/**
 * The two ways down from a transition state, which make a path between two minima.
 *
 * @param length of both together, as they were walked: in steps of minimisers that are no longer than the longest step of the search, so a polygon near the path of steepest descent
 * @param distance |x_a - x_b| of the minima at its ends, the copies to which it leads
 * @param participation number of units that take part in getting from one end to the other, (sum_i d_i^2)^2 / sum_i d_i^4 with d_i the distance between its places at both ends: 1 where one moves alone, as many as there are where all
 *     move alike. Units are particles, or coordinates where there are none
 */
public record Pathway(double length, double distance, double participation) {
    /** Of a transition state whose ways down nobody walked here. */
    public static final Pathway UNKNOWN = new Pathway(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Between two states.
     *
     * @param length of the ways
     * @param a one end [N]
     * @param b the other [N]
     * @param perUnit coordinates of a unit, which stand side by side
     */
    public static Pathway between(double length, double[] a, double[] b, int perUnit) {
        double second = 0.0;
        double fourth = 0.0;
        for (int unit = 0; unit < a.length; unit += perUnit) {
            double square = 0.0;
            for (int i = unit; i < Math.min(a.length, unit + perUnit); i++) square += (a[i] - b[i]) * (a[i] - b[i]);
            second += square;
            fourth += square * square;
        }
        return new Pathway(length, Math.sqrt(second), fourth > 0.0 ? second * second / fourth : Double.NaN);
    }

    /** Whether it is known. */
    public boolean known() {
        return !Double.isNaN(length);
    }
}
