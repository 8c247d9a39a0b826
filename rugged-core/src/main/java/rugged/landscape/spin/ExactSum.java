package rugged.landscape.spin;

import rugged.api.model.SpinLandscape;
import rugged.params.BadParameter;

/**
 * Thermal averages of a small system of Ising spins as sums over all 2^N configurations, each one flip from the one before (Gray code): 2^N flips to find the lowest energy, and as many
 * with N^2/2 products each for the correlations.
 *
 * @param energy &lt;E&gt;/N
 * @param overlap &lt;q&gt; of two replicas, sum_i &lt;s_i&gt;^2/N
 * @param square &lt;q^2&gt; of two replicas, sum_ij &lt;s_i s_j&gt;^2/N^2
 * @param lowest the lowest energy over N
 */
public record ExactSum(double energy, double overlap, double square, double lowest) {
    /** Largest N. */
    public static final int MOST = 24;

    /** Refuses sums that would take hours. */
    static void require(String parameter, int spins, double products) {
        if (spins <= MOST) return;
        throw new BadParameter(
                parameter,
                spins,
                String.format(
                        java.util.Locale.ROOT,
                        "spins have 2^%d configurations, some %.0e operations in all",
                        spins,
                        Math.pow(2.0, spins) * products),
                "at most " + MOST + " spins that are summed over");
    }

    /**
     * The sums at a temperature.
     *
     * @param model used, and left in some configuration
     */
    public static ExactSum of(SpinLandscape model, double temperature) {
        int n = model.dimension();
        require("n", n, 0.5 * n * n);
        long count = 1L << n;
        double lowest = model.energy();
        for (long step = 1; step < count; step++) {
            model.flip(Long.numberOfTrailingZeros(step));
            lowest = Math.min(lowest, model.energy());
        }
        double[] s = new double[n];
        double[] means = new double[n];
        double[][] pairs = new double[n][n];
        double sum = 0.0;
        double energy = 0.0;
        model.state(s);
        for (long step = 1; step <= count; step++) {
            double weight = Math.exp((lowest - model.energy()) / temperature);
            sum += weight;
            energy += weight * model.energy();
            for (int i = 0; i < n; i++) {
                double one = weight * s[i];
                means[i] += one;
                for (int j = 0; j < i; j++) pairs[i][j] += one * s[j];
            }
            int flipped = Math.min(n - 1, Long.numberOfTrailingZeros(step));
            model.flip(flipped);
            s[flipped] = -s[flipped];
        }
        double overlap = 0.0;
        double square = n;
        for (int i = 0; i < n; i++) {
            overlap += means[i] * means[i] / (sum * sum);
            for (int j = 0; j < i; j++) square += 2.0 * pairs[i][j] * pairs[i][j] / (sum * sum);
        }
        return new ExactSum(energy / sum / n, overlap / n, square / ((double) n * n), lowest / n);
    }
}
