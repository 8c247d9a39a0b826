package rugged.meanfield.statics;

import java.util.OptionalDouble;

/**
 * A directed net of layers of stochastic Ising spins for infinite width: P(s' = +-1) = 1/(1 + exp(-+2 beta h)), h = sum_j W_j s_j, W_j = J0/n + J z_j/sqrt(n) drawn anew for every layer. Since s^2 = 1, a field is Gaussian of mean
 * J0 M and variance J^2 whatever the layer before, so that
 *
 * <pre>
 * M' = int Dz tanh(beta (J0 M + J z))
 * Q' = int Dx [int Dy tanh(beta (J0 M + J sqrt(Q) x + J sqrt(1 - Q) y))]^2,
 * </pre>
 *
 * <p>M the magnetisation of a layer and Q the overlap of two copies with the same weights and noise of their own. M = 0 becomes unstable where beta J0 int Dz sech^2(beta J z) = 1. The left-hand side grows
 * with beta to sqrt(2/pi) J0/J, so that there is a transition only for J/J0 &lt; sqrt(2/pi) = 0.7979. At T = 0 the copies have no noise, and without mean Q' = (2/pi) arcsin Q.
 *
 * <p>Integrals are sums over an even grid whose step goes with beta J: a rule of Gauss and Hermite has sech^2 fall between its points and finds a transition where there is none (beta = 7.516 for J = J0 and 101 points).
 *
 * @param mean J0
 * @param coupling J
 */
public record ForwardSpins(double mean, double coupling) {
    /** The largest J/J0 with a transition, beyond which it is none. */
    public static final double LARGEST = Math.sqrt(2 / Math.PI);

    private static final double LEAST = 1e-6;
    /** beta J up to which a transition is looked for: at the last 1e-6 below the largest ratio it lies at 640. */
    private static final double COLDEST = 1e4;

    private NormalGrid grid(double beta) {
        return new NormalGrid(Math.max(beta * coupling, 1e-9));
    }

    /** M of the next layer. */
    public double next(double beta, double magnetisation) {
        return grid(beta).mean(beta * coupling, beta * mean * magnetisation, Math::tanh);
    }

    /** dM'/dM = beta J0 int Dz sech^2(beta (J0 M + J z)). */
    public double slope(double beta, double magnetisation) {
        return slope(beta, magnetisation, grid(beta));
    }

    private double slope(double beta, double magnetisation, NormalGrid grid) {
        return beta
                * mean
                * grid.mean(beta * coupling, beta * mean * magnetisation, x -> 1 - NormalGrid.tanhSquared(x));
    }

    /** Whether there is a transition: J/J0 &lt; sqrt(2/pi). */
    public boolean orders() {
        return mean > 0 && coupling < LARGEST * mean;
    }

    /** The inverse temperature at which M = 0 becomes unstable; none where it never does, or not up to beta J = 1e4. */
    public OptionalDouble critical() {
        if (!orders()) return OptionalDouble.empty();
        // sech^2 is at most 1
        double low = 1 / mean;
        double high = 2 * low;
        if (coupling == 0) return OptionalDouble.of(low);
        while (slope(high, 0) < 1) {
            low = high;
            high *= 2;
            if (high * coupling > COLDEST) return OptionalDouble.empty();
        }
        return OptionalDouble.of(Roots.between(beta -> slope(beta, 0) - 1, low, high));
    }

    /** The magnetisation of deep layers after a magnetised one: the one positive fixed point of the map, which is concave in M &gt; 0; 0 where there is none. */
    public double deep(double beta) {
        NormalGrid grid = grid(beta);
        if (slope(beta, 0, grid) <= 1) return 0;
        double low = LEAST;
        double high = 1;
        if (excess(beta, low, grid) <= 0) return 0;
        if (excess(beta, high, grid) >= 0) return 1;
        return Roots.between(m -> excess(beta, m, grid), low, high);
    }

    private double excess(double beta, double m, NormalGrid grid) {
        return grid.mean(beta * coupling, beta * mean * m, Math::tanh) - m;
    }

    /** The number of layers in which a distance to the fixed point falls by e: -1/ln of the slope there; infinite at the transition. */
    public double depth(double beta) {
        double slope = slope(beta, deep(beta));
        return slope >= 1 ? Double.POSITIVE_INFINITY : slope <= 0 ? 0 : -1 / Math.log(slope);
    }

    /** Q of the next layer, at magnetisation M. */
    public double nextOverlap(double beta, double magnetisation, double overlap) {
        NormalGrid grid = grid(beta);
        double common = beta * coupling * Math.sqrt(overlap);
        double own = beta * coupling * Math.sqrt(1 - overlap);
        return grid.mean(common, beta * mean * magnetisation, shared -> {
            double tanh = grid.mean(own, shared, Math::tanh);
            return tanh * tanh;
        });
    }

    /** dQ'/dQ at Q = M = 0: (beta J int Dz sech^2(beta J z))^2, at most 2/pi, so that copies always forget each other. */
    public double forgetting(double beta) {
        double root = beta * coupling * grid(beta).mean(beta * coupling, 0, x -> 1 - NormalGrid.tanhSquared(x));
        return root * root;
    }
}
