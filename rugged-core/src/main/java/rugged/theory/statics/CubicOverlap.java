package rugged.theory.statics;

/**
 * [&lt;f(q)&gt;] of a glass of order 3 in equilibrium at N spins, at high temperature: half the covariance of the energies of two replicas, per spin, averaged over
 * the couplings. With F(q) the covariance of two energies in {@code f = F/N}, y = 1/T^2 and replicas that are uniform and independent under &lt; &gt;_0, the series of E[ln Z] over
 * replica diagrams gives
 *
 * <pre>
 * N [&lt;f&gt;] = y k_2 + y^3 k_4/6 - 2 y^2 &lt;F_12 F_23 F_31&gt;_0 + ...
 *
 * spherical:  F = N q^3/2              &lt;F_12 F_23 F_31&gt;_0 = (N/2)^3 (6 m_6 + 9 m_4)/(N (N + 2)(N + 4))
 * Ising:      F = 3 sum_(i&lt;j&lt;k) /N^2    &lt;F_12 F_23 F_31&gt;_0 = (3/N^2)^3 N (N - 1)(N - 2)/6
 * </pre>
 *
 * with k_m the cumulants of F between two replicas and m_k the moments of q: the pair to second order, and the triangle. The pair alone to all orders is its annealed
 * average, &lt;F e^(yF)&gt;_0/&lt;e^(yF)&gt;_0, which large overlaps of rare samples dominate near T_s; the error is by how much that exceeds the pair to second
 * order, and the triangle. Own derivation; checked against exact enumeration of small systems.
 *
 * @param mean [&lt;f(q)&gt;]
 * @param error how much of it is not in the series
 */
public record CubicOverlap(double mean, double error) {
    private static final int ANGLES = 4000;

    /** On the sphere, with all couplings. */
    public static CubicOverlap spherical(int n, double y) {
        double[] logWeights = new double[ANGLES];
        double[] energies = new double[ANGLES];
        // q = cos u, with weight sin^(N-2) u du: the trapezoidal rule
        for (int k = 0; k < ANGLES; k++) {
            double u = Math.PI * (k + 0.5) / ANGLES;
            double q = Math.cos(u);
            logWeights[k] = (n - 2) * Math.log(Math.sin(u));
            energies[k] = 0.5 * n * q * q * q;
        }
        double product = n * (n + 2.0) * (n + 4.0);
        double triangle = Math.pow(0.5 * n, 3) * (6 * 15 / product + 27 / (n * (n + 2.0))) / product;
        return of(n, y, logWeights, energies, triangle);
    }

    /** For s_i = +-1 with couplings of distinct spins. */
    public static CubicOverlap ising(int n, double y) {
        double[] logWeights = new double[n + 1];
        double[] energies = new double[n + 1];
        double log = 0;
        for (int k = 0; k <= n; k++) {
            double sum = 2.0 * k - n;
            logWeights[k] = log;
            // 6 sum_(i<j<k) = S^3 - (3N - 2) S
            energies[k] = (sum * sum * sum - (3.0 * n - 2.0) * sum) / (2.0 * n * n);
            log += Math.log((n - k) / (k + 1.0));
        }
        double triangle = Math.pow(3.0 / ((double) n * n), 3) * n * (n - 1.0) * (n - 2.0) / 6;
        return of(n, y, logWeights, energies, triangle);
    }

    private static CubicOverlap of(int n, double y, double[] logWeights, double[] energies, double triangle) {
        double second = mean(logWeights, energies, 0, 2);
        double fourth = mean(logWeights, energies, 0, 4) - 3 * second * second;
        double pair = y * second + y * y * y * fourth / 6;
        double three = 2 * y * y * triangle;
        double beyond = Math.abs(mean(logWeights, energies, y, 1) - pair) + three;
        return new CubicOverlap((pair - three) / n, beyond / n);
    }

    /** &lt;F^k e^(yF)&gt;/&lt;e^(yF)&gt;. */
    private static double mean(double[] logWeights, double[] energies, double y, int power) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < energies.length; k++) largest = Math.max(largest, logWeights[k] + y * energies[k]);
        double norm = 0;
        double sum = 0;
        for (int k = 0; k < energies.length; k++) {
            double weight = Math.exp(logWeights[k] + y * energies[k] - largest);
            norm += weight;
            sum += weight * Math.pow(energies[k], power);
        }
        return sum / norm;
    }
}
