package rugged.observable.signal;

import java.util.Arrays;
import rugged.api.signal.Generations;
import rugged.num.RandomStream;

/**
 * What many cascades have in common: sizes, durations, active units by generation, and two estimates of the branching ratio.
 *
 * <p>The first is the mean number of descendants of an active unit, sum A_{g+1}/sum A_g over generations g &gt;= 1 that have a next one. The second knows nothing of units that are not seen (Wilting and Priesemann, Nat. Commun. 9, 2325 (2018)): of the seen numbers a_g the slopes r_k of the regression of a_{1+k} on a_1 over all cascades are b m^k, b below 1 where units are missed, and ln m is the slope of the line through ln r_k, k = 1 to {@value #STEPS}.
 */
final class CascadeCounts {
    /** Generations over which the second estimate looks ahead. */
    static final int STEPS = 5;

    final double[] sizes;
    final double[] durations;
    final double[] active;
    private final double[][] seen;
    private final double share;
    private final boolean endless;
    private double parents;
    private double children;
    private double cut;
    private int count;

    /**
     * Of so many cascades.
     *
     * @param generations whose mean activity is kept
     * @param share of units that the second estimate sees
     * @param endless whether there is always a next generation
     */
    CascadeCounts(int runs, int generations, double share, boolean endless) {
        sizes = new double[runs];
        durations = new double[runs];
        active = new double[generations];
        seen = new double[runs][STEPS + 1];
        this.share = share;
        this.endless = endless;
    }

    void clear() {
        Arrays.fill(active, 0.0);
        parents = 0.0;
        children = 0.0;
        cut = 0.0;
        count = 0;
    }

    /**
     * One more.
     *
     * @param most units at which it was stopped
     */
    void add(Generations one, long most, RandomStream random) {
        boolean stopped = one.size() >= most;
        sizes[count] = Math.min(one.size(), most);
        // nobody knows how long it would have gone on
        durations[count] = stopped ? Double.NaN : one.duration();
        if (stopped) cut++;
        for (int g = 0; g < active.length; g++) active[g] += one.active(g) / (double) sizes.length;
        for (int k = 0; k <= STEPS; k++) seen[count][k] = thinned(one.active(1 + k), random);
        // an endless network ends by falling silent, a network of layers with its last one, which has no next
        int last = endless && !stopped ? one.count() : one.count() - 1;
        for (int g = 1; g < last; g++) {
            parents += one.active(g);
            children += one.active(g + 1);
        }
        count++;
    }

    private double thinned(long units, RandomStream random) {
        if (share == 1.0) return units;
        double kept = 0.0;
        for (long u = 0; u < units; u++) if (random.nextDouble() < share) kept++;
        return kept;
    }

    double cut() {
        return cut / sizes.length;
    }

    double ratio() {
        return parents == 0.0 ? Double.NaN : children / parents;
    }

    double multistep() {
        double[] logs = new double[STEPS];
        for (int k = 1; k <= STEPS; k++) {
            double slope = slope(k);
            if (!(slope > 0.0)) return Double.NaN;
            logs[k - 1] = Math.log(slope);
        }
        double middle = 0.5 * (STEPS + 1);
        double sum = 0.0;
        double squares = 0.0;
        for (int k = 1; k <= STEPS; k++) {
            sum += (k - middle) * logs[k - 1];
            squares += (k - middle) * (k - middle);
        }
        return Math.exp(sum / squares);
    }

    /** Of the regression of what is seen in generation 1 + k on what is seen in generation 1. */
    private double slope(int k) {
        double first = 0.0;
        double later = 0.0;
        for (double[] one : seen) {
            first += one[0] / seen.length;
            later += one[k] / seen.length;
        }
        double covariance = 0.0;
        double variance = 0.0;
        for (double[] one : seen) {
            covariance += (one[0] - first) * (one[k] - later);
            variance += (one[0] - first) * (one[0] - first);
        }
        return covariance / variance;
    }
}
