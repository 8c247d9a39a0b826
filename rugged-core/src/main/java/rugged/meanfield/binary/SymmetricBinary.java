package rugged.meanfield.binary;

/**
 * The symmetric binary perceptron, |u| up to kappa for every pattern, in closed form: q = 0, two samples know nothing of one another. With p = 2 Phi(kappa) - 1 and w = exp(-beta) + (1 - exp(-beta)) p:
 *
 * <pre>
 *   phi = log 2 + alpha log w,   alpha_c = -log 2/log p,   lambda = alpha [2 (1 - exp(-beta)) kappa G(kappa)/w]^2
 * </pre>
 *
 * <p>At infinite beta 2^N p^P is the mean number of solutions at every N where the patterns are Gaussian, and their typical number to leading order.
 *
 * <p>Source: Aubin, Perkins and Zdeborova, J. Phys. A 52, 294003 (2019).
 *
 * @param alpha patterns per weight
 * @param margin kappa, above 0
 * @param beta inverse temperature
 */
public record SymmetricBinary(double alpha, double margin, double beta) {
    /** p, the part of all fields that satisfies a pattern. */
    public double satisfied() {
        return 1.0 - 2.0 * GaussianTail.above(margin);
    }

    private double weight() {
        double violated = Math.exp(-beta);
        return violated + (1.0 - violated) * satisfied();
    }

    /** log Z/N. */
    public double phi() {
        return Math.log(2.0) + alpha * Math.log(weight());
    }

    /** Violated patterns per weight. */
    public double energy() {
        return alpha * Math.exp(-beta) * (1.0 - satisfied()) / weight();
    }

    /** alpha_c. */
    public double capacity() {
        return -Math.log(2.0) / Math.log(satisfied());
    }

    /** Instability of q = 0, stable below 1. */
    public double lambda() {
        return alpha * slope() * slope();
    }

    /** The density at which lambda = 1. */
    public double unstable() {
        return 1.0 / (slope() * slope());
    }

    private double slope() {
        return 2.0 * (1.0 - Math.exp(-beta)) * margin * GaussianTail.density(margin) / weight();
    }
}
