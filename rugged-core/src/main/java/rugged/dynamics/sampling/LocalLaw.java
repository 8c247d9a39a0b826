package rugged.dynamics.sampling;

import rugged.api.motion.Status;

/** The equilibrium law of one discrete unit given all others: probabilities proportional to exp(-beta E(v)). */
final class LocalLaw {
    /** What a sampler says where an energy is not a number. */
    static final Status.Failed FAILED = new Status.Failed("the energy change of a unit is not a number", Double.NaN);

    private LocalLaw() {}

    /**
     * Draws a value from the energies costs[from ... from + values), which are overwritten by the weights. The highest value is drawn below the smallest chances, so that copies
     * given the same chances stay ordered in ferromagnetic models. An energy may be +infinity: a value that is forbidden. At beta = infinity it is one of the values of lowest
     * energy, each with the same probability.
     *
     * @param chance uniform in [0, 1)
     * @return the value; -1 where an energy is not a number
     */
    static int draw(double[] costs, int from, int values, double beta, double chance) {
        double least = Double.POSITIVE_INFINITY;
        for (int v = 0; v < values; v++) {
            double cost = costs[from + v];
            if (Double.isNaN(cost)) return -1;
            if (cost < least) least = cost;
        }
        double sum = 0.0;
        for (int v = 0; v < values; v++) {
            double cost = costs[from + v];
            double weight =
                    cost == least ? 1.0 : cost == Double.POSITIVE_INFINITY ? 0.0 : Math.exp(-beta * (cost - least));
            costs[from + v] = weight;
            sum += weight;
        }
        double left = chance * sum;
        int possible = 0;
        for (int v = values - 1; v >= 0; v--) {
            double weight = costs[from + v];
            if (weight == 0.0) continue;
            possible = v;
            left -= weight;
            if (left < 0.0) return v;
        }
        // only by rounding of the sum
        return possible;
    }
}
