package rugged.meanfield.statics;

/**
 * The spherical perceptron with margin sigma at and beyond jamming, replica symmetric: with A(sigma) = (1 + sigma^2) Phi(sigma) + sigma phi(sigma) the line is alpha_J =
 * 1/A(sigma). Beyond it, with s = sqrt(alpha A) and chi = 1/(s - 1),
 *
 * <pre>e = (s - 1)^2/2,    c = alpha Phi(sigma),    m = -2 e + sigma alpha (sigma Phi + phi)/(1 + chi),</pre>
 *
 * <p>the energy, the violated patterns and the multiplier per weight; the Hessian has the Marchenko-Pastur density of c rows, shifted by m. Stable where A exceeds Phi, that is for
 * sigma above 0 and every alpha; for a negative margin these numbers are no more than an estimate.
 *
 * <p>Source: Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017). Cost: microseconds.
 *
 * @param alpha patterns per weight
 * @param sigma margin
 */
public record PerceptronJamming(double alpha, double sigma) {
    /** Margins between which the line is looked for: alpha_J is 2e-3 at the one and beyond 1e12 at the other. */
    private static final double WIDEST = 22.0;

    private static final double NARROWEST = -6.5;

    /** alpha_J at a margin. */
    public static double density(double sigma) {
        return 1.0 / PerceptronDensities.missing(sigma);
    }

    /** sigma_J at a density of patterns; NaN where it is beyond the margins that are looked at. */
    public static double margin(double alpha) {
        if (!(alpha > density(WIDEST) && alpha < density(NARROWEST))) return Double.NaN;
        return Roots.between(sigma -> Math.log(alpha * PerceptronDensities.missing(sigma)), NARROWEST, WIDEST);
    }

    /** c_J, contacts per weight at jamming at a margin: above 1, where it is impossible, for negative ones. */
    public static double contactsAt(double sigma) {
        return density(sigma) * PerceptronDensities.below(sigma);
    }

    /**
     * Density of forces at jamming at a margin, in units of their mean: a pattern that is violated by sigma - t before the weights give way keeps that part of it which all keep, t being Gaussian, so that
     * P(f) = M phi(sigma - M f)/Phi(sigma), M = sigma + phi(sigma)/Phi(sigma). Finite at f = 0: no power law.
     */
    public static double force(double sigma, double f) {
        double below = PerceptronDensities.below(sigma);
        double mean = sigma + PerceptronDensities.density(sigma) / below;
        return f < 0.0 ? 0.0 : mean * PerceptronDensities.density(sigma - mean * f) / below;
    }

    /** Density of the gaps of satisfied patterns, at jamming at a margin: phi(sigma + h)/Phi(-sigma). */
    public static double gap(double sigma, double h) {
        return h < 0.0 ? 0.0 : PerceptronDensities.density(sigma + h) / PerceptronDensities.below(-sigma);
    }

    /** Whether not all patterns can be satisfied. */
    public boolean unsatisfiable() {
        return s() > 1.0;
    }

    private double s() {
        return Math.sqrt(alpha * PerceptronDensities.missing(sigma));
    }

    /** e = H/N. */
    public double energy() {
        double beyond = s() - 1.0;
        return 0.5 * beyond * beyond;
    }

    /** c = N_c/N. */
    public double contacts() {
        return alpha * PerceptronDensities.below(sigma);
    }

    /** m. */
    public double multiplier() {
        double pull = sigma * PerceptronDensities.below(sigma) + PerceptronDensities.density(sigma);
        // 1/(1 + chi) = (s - 1)/s
        return -2.0 * energy() + sigma * alpha * pull * (s() - 1.0) / s();
    }

    /** A(sigma) - Phi(sigma): the replica-symmetric solution is stable where it is above 0. */
    public double stability() {
        return PerceptronDensities.missing(sigma) - PerceptronDensities.below(sigma);
    }

    /** Lower edge of the continuous part of the Hessian's spectrum. */
    public double lowerEdge() {
        double root = Math.sqrt(contacts()) - 1.0;
        return root * root + multiplier();
    }

    /** Upper edge. */
    public double upperEdge() {
        double root = Math.sqrt(contacts()) + 1.0;
        return root * root + multiplier();
    }

    /** Part of the spectrum at lambda = m: 1 - c, where there are fewer contacts than weights. */
    public double isolated() {
        return Math.max(0.0, 1.0 - contacts());
    }

    /** Density of the continuous part at lambda: sqrt((lambda - a)(b - lambda))/(2 pi (lambda - m)); its integral is min(1, c). */
    public double spectrum(double lambda) {
        double inside = (lambda - lowerEdge()) * (upperEdge() - lambda);
        return inside > 0.0 ? Math.sqrt(inside) / (2.0 * Math.PI * (lambda - multiplier())) : 0.0;
    }
}
