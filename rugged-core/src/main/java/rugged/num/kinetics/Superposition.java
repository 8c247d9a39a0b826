package rugged.num.kinetics;

/**
 * Thermodynamics of a landscape as a superposition of harmonic wells: Z(T) = sum_a n_a e^{-E_a/T} (T/(h nu_a))^kappa, n_a in proportion to 1/o_a, nu_a the geometric mean of frequencies. With p_a the occupations,
 *
 * <p>U = V + f T, C = f + (sum_a p_a E_a^2 - V^2)/T^2, V = sum_a p_a E_a, where f = kappa for what has momenta, whose kinetic energy counts, and kappa/2 for what has none.
 *
 * <p>As T goes to 0 and to infinity, C goes to f. The part of well a in the variance is p_a (E_a - V)^2/T^2; the parts sum to C - f. dp_a/dT = p_a (E_a - V)/T^2 tells which wells lose weight at a peak and which gain.
 *
 * @param wells the minima
 * @param vibrations kappa
 * @param kinetic whether there are momenta
 */
public record Superposition(Wells wells, int vibrations, boolean kinetic) {
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

    /** f, the heat capacity of one well. */
    public double floor() {
        return kinetic ? vibrations : 0.5 * vibrations;
    }

    /**
     * Values at a temperature.
     *
     * @param temperature T
     * @param occupation p_a
     * @param minimumEnergy V
     * @param energy U
     * @param capacity C
     * @param part p_a (E_a - V)^2/T^2
     * @param flow dp_a/dT
     */
    public record State(
            double temperature,
            double[] occupation,
            double minimumEnergy,
            double energy,
            double capacity,
            double[] part,
            double[] flow) {}

    /** At a temperature above 0. */
    public State at(double temperature) {
        int n = wells.count();
        double[] p = wells.logOccupations(temperature);
        double lowest = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            p[a] = Math.exp(p[a]);
            lowest = Math.min(lowest, wells.energy()[a]);
        }
        double mean = 0.0;
        for (int a = 0; a < n; a++) mean += p[a] * (wells.energy()[a] - lowest);
        double[] part = new double[n];
        double[] flow = new double[n];
        double sum = 0.0;
        for (int a = 0; a < n; a++) {
            double above = (wells.energy()[a] - lowest - mean) / temperature;
            part[a] = p[a] * above * above;
            flow[a] = p[a] * above / temperature;
            sum += part[a];
        }
        return new State(
                temperature, p, lowest + mean, lowest + mean + floor() * temperature, floor() + sum, part, flow);
    }

    /**
     * The highest peak of C between two temperatures: the best of a grid of equal ratios, then a golden section between its neighbours, to 1e-10 of T. NaN where C is highest at an end of the interval, or all of it is flat.
     *
     * @param points of the grid
     */
    public double peak(double low, double high, int points) {
        double ratio = Math.log(high / low) / (points - 1);
        int best = -1;
        double most = floor();
        for (int k = 0; k < points; k++) {
            double c = at(low * Math.exp(k * ratio)).capacity;
            if (c <= most) continue;
            most = c;
            best = k;
        }
        if (best <= 0 || best == points - 1) return Double.NaN;
        double left = Math.log(low) + (best - 1) * ratio;
        double right = left + 2.0 * ratio;
        while (right - left > 1e-10) {
            double one = right - GOLDEN * (right - left);
            double other = left + GOLDEN * (right - left);
            if (at(Math.exp(one)).capacity > at(Math.exp(other)).capacity) right = other;
            else left = one;
        }
        return Math.exp(0.5 * (left + right));
    }
}
