package rugged.meanfield.statics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The spherical perceptron with margin where all patterns can be satisfied, replica symmetric: the overlap q of two solutions of the same patterns solves
 *
 * <pre>q = alpha (1 - q) int Dt G(u)^2,    u = (sigma + sqrt(q) t)/sqrt(1 - q),    G(u) = phi(u)/Phi(-u),</pre>
 *
 * <p>and is stable where the replicon r = alpha int Dt [G (G - u)]^2 is below 1. q is the parameter: alpha(q) = q/((1 - q) int Dt G^2) grows from 0 to the jamming line, so that q at a
 * density is a root, and the line of instability r = 1 is found along q, without any iteration.
 *
 * <p>Source: Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017). Integrals by the trapezoidal rule from t = -9 to 9 with steps of an eighth of the width
 * sqrt(1 - q) on which G turns, at most 1/250; errors below 1e-9. Cost: some milliseconds.
 *
 * @param sigma margin
 * @param q overlap
 * @param alpha patterns per weight
 * @param replicon r
 */
public record PerceptronOverlap(double sigma, double q, double alpha, double replicon) {
    private static final double REACH = 9.0;
    private static final double CLOSEST = 1e-6;
    private static final int CELLS = 60;

    /** The solution of a given overlap, between 0 and 1. */
    public static PerceptronOverlap of(double sigma, double q) {
        double width = Math.sqrt(1.0 - q);
        double root = Math.sqrt(q);
        int steps = (int) Math.ceil(2.0 * REACH / Math.min(0.004, 0.125 * width / Math.max(root, 1e-3)));
        double step = 2.0 * REACH / steps;
        double squares = 0.0;
        double fourths = 0.0;
        for (int k = 0; k <= steps; k++) {
            double t = -REACH + step * k;
            double u = (sigma + root * t) / width;
            double g = PerceptronDensities.ratio(u);
            double weight = PerceptronDensities.density(t) * (k == 0 || k == steps ? 0.5 * step : step);
            double product = g * (g - u);
            squares += weight * g * g;
            fourths += weight * product * product;
        }
        double alpha = q / ((1.0 - q) * squares);
        return new PerceptronOverlap(sigma, q, alpha, alpha * fourths);
    }

    /** The solution at a density of patterns; empty where not all can be satisfied. */
    public static Optional<PerceptronOverlap> at(double sigma, double alpha) {
        if (alpha == 0.0) return Optional.of(new PerceptronOverlap(sigma, 0.0, 0.0, 0.0));
        if (!(alpha < of(sigma, 1.0 - CLOSEST).alpha())) return Optional.empty();
        double q = Roots.between(o -> of(sigma, o).alpha() - alpha, 0.0, 1.0 - CLOSEST);
        return Optional.of(of(sigma, q));
    }

    /** Where the replica-symmetric solution becomes unstable at a margin: r = 1 at the smallest overlap; empty for margins of 0 or more, where it is stable up to jamming. */
    public static Optional<PerceptronOverlap> unstable(double sigma) {
        if (!(sigma < 0.0)) return Optional.empty();
        OptionalDouble q = Roots.first(o -> of(sigma, o).replicon() - 1.0, 0.0, 1.0 - CLOSEST, CELLS);
        return q.isPresent() ? Optional.of(of(sigma, q.getAsDouble())) : Optional.empty();
    }

    /**
     * The margin at which replica symmetry is lost at a density of patterns: where the density of {@link #unstable} is alpha. NaN up to 2, where it is stable up to jamming, and so
     * close above that the overlap there is within 1e-6 of 1. The line rises as the margin falls, so that the root is bracketed from the jamming line downwards.
     */
    public static double unstableMargin(double alpha) {
        double jamming = PerceptronJamming.margin(alpha);
        if (!(jamming < 0.0)) return Double.NaN;
        double above = jamming;
        if (!(excess(above, alpha) < 0.0)) return Double.NaN;
        double step = 0.02;
        while (excess(above - step, alpha) < 0.0) {
            above -= step;
            step *= 2.0;
        }
        return Roots.between(sigma -> excess(sigma, alpha), above - step, above);
    }

    private static double excess(double sigma, double alpha) {
        return unstable(sigma).map(PerceptronOverlap::alpha).orElse(Double.NaN) - alpha;
    }
}
