package rugged.meanfield;

/**
 * Marginal minima of the spherical model: those whose Hessian, a semicircle of radius 2 sqrt(f''(1)) centred at mu, just touches zero.
 *
 * <p>Crisanti and Sommers, J. Phys. I 5, 805 (1995); Auffinger, Ben Arous and Cerny, CPAM 66, 165 (2013). In a pure model gradient flow from a random
 * start tends to this energy; in a mixture that need not be so (Folena, Franz and Ricci-Tersenghi, arXiv:1903.01421).
 */
public final class Threshold {
    private Threshold() {}

    /** e_th = -[f'(1)^2 + f(1) (f''(1) - f'(1))] / [f'(1) sqrt(f''(1))]; -sqrt(2(p-1)/p) for pure p. NaN for order 1 alone, which has no curvature. */
    public static double energy(Mixture mixture) {
        double slope = mixture.fPrime(1);
        double curvature = mixture.fSecond(1);
        return -(slope * slope + mixture.f(1) * (curvature - slope)) / (slope * Math.sqrt(curvature));
    }

    /** Radius of the bulk of the Hessian, 2 sqrt(f''(1)). */
    public static double bulkRadius(Mixture mixture) {
        return 2 * Math.sqrt(mixture.fSecond(1));
    }

    /** The multiplier mu at which a stationary point is marginal: equal to the radius of the bulk. */
    public static double multiplier(Mixture mixture) {
        return bulkRadius(mixture);
    }
}
