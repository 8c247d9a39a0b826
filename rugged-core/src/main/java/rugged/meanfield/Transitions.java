package rugged.meanfield;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import rugged.params.BadParameter;

/**
 * Dynamical and static glass transition of the spherical model with covariance f (no field: f'(0) = 0).
 *
 * <p>At T = 1/beta the plateau q of the equilibrium correlation solves beta^2 f'(q) = q/(1-q); it exists below T_d with
 * T_d^2 = max_q f'(q) (1-q)/q. The minimum of the potential of Franz and Parisi (J. Phys. I 5, 1401 (1995)) at that plateau has the height
 * Sigma_eq = -beta^2 f(q)/2 - [ln(1-q) + q]/2, the logarithm of the number of states per spin; it vanishes at T_s, which is thereby
 * T_s^2 = max_q f(q) / [-ln(1-q) - q]. Both maxima lie at q = 0 when the transition is continuous (then T = sqrt(f''(0))). Crisanti and Sommers,
 * Z. Phys. B 87, 341 (1992). A jump smaller than q = 1e-4 counts as continuous. T_d and T_s are right to 1e-14 relative, the overlaps to 1e-12.
 */
public final class Transitions {
    private static final double SMALLEST = 1e-4;
    /** For orders up to 12 both maxima lie below this: n(1-q) = 1 with n <= 11 for T_d, and q < 0.98 for T_s. */
    private static final double LARGEST = 0.995;

    private static final int CELLS = 4000;
    private static final double ROOT = 1e-15;

    private Transitions() {}

    /** The dynamical (mode-coupling) transition: below T_d the correlation in equilibrium no longer decays to zero. */
    public static Transition dynamical(Mixture mixture) {
        return highest(
                mixture,
                q -> mixture.fPrime(q) * (1 - q) / q,
                // the sign of the derivative, multiplied out
                q -> mixture.fSecond(q) * q * (1 - q) - mixture.fPrime(q));
    }

    /** The static (Kauzmann) transition: the annealed average and planting are exact above T_s only. */
    public static Transition statical(Mixture mixture) {
        return highest(
                mixture,
                q -> mixture.f(q) / logarithmicExcess(q),
                q -> mixture.fPrime(q) * logarithmicExcess(q) - mixture.f(q) * q / (1 - q));
    }

    /**
     * q(T), the plateau of the equilibrium correlation: the largest root of beta^2 f'(q) = q/(1-q).
     *
     * @param temperature 0 < T <= T_d
     * @throws BadParameter where there is no discontinuous transition, or T is outside of the range
     */
    public static double plateau(Mixture mixture, double temperature) {
        if (!(dynamical(mixture) instanceof Transition.Discontinuous(double highest, double qd)))
            throw new BadParameter(
                    "mixture", mixture, "no discontinuous transition for this f", "a mixture with one, such as 3");
        if (!(temperature > 0) || temperature > highest)
            throw new BadParameter(
                    "temperature", temperature, "there is no plateau", "a temperature > 0 and <= T_d = " + highest);
        double square = temperature * temperature;
        DoubleUnaryOperator above = q -> mixture.fPrime(q) * (1 - q) / q - square;
        // beyond the last point of the scan that is above T^2 the function only falls
        double left = qd;
        for (int k = 0; k <= CELLS; k++) {
            double q = qd + (1 - qd) * k / (CELLS + 1.0);
            if (above.applyAsDouble(q) >= 0) left = q;
        }
        double right = Math.min(1.0, left + (1 - qd) / (CELLS + 1.0));
        return above.applyAsDouble(left) <= 0 ? left : root(above, left, right);
    }

    /**
     * Sigma_eq(T) = -beta^2 f(q)/2 - [ln(1-q) + q]/2 at the plateau q(T): the complexity of the states that make up equilibrium, 0 at T_s.
     *
     * @param temperature 0 < T <= T_d
     */
    public static double equilibriumComplexity(Mixture mixture, double temperature) {
        double q = plateau(mixture, temperature);
        return 0.5 * (logarithmicExcess(q) - mixture.f(q) / (temperature * temperature));
    }

    private static Transition highest(Mixture mixture, DoubleUnaryOperator square, DoubleUnaryOperator slope) {
        if (mixture.lowest() == 1)
            return new Transition.Absent(
                    "a term of order 1 is a random field, in which the overlap vanishes at no temperature");
        double best = mixture.fSecond(0);
        double overlap = 0;
        double width = (LARGEST - SMALLEST) / CELLS;
        double before = slope.applyAsDouble(SMALLEST);
        for (int k = 0; k < CELLS; k++) {
            double left = SMALLEST + k * width;
            double after = slope.applyAsDouble(left + width);
            if (before > 0 && after <= 0) {
                double q = root(slope, left, left + width);
                if (square.applyAsDouble(q) > best) {
                    best = square.applyAsDouble(q);
                    overlap = q;
                }
            }
            before = after;
        }
        return overlap > 0
                ? new Transition.Discontinuous(Math.sqrt(best), overlap)
                : new Transition.Continuous(Math.sqrt(best));
    }

    private static double root(DoubleUnaryOperator function, double left, double right) {
        return new BracketingNthOrderBrentSolver(ROOT, ROOT, 1e-300, 5)
                .solve(200, function::applyAsDouble, left, right);
    }

    /** -ln(1-q) - q = q^2/2 + q^3/3 + ..., without cancellation at small q. */
    static double logarithmicExcess(double q) {
        if (q > 0.05) return -Math.log1p(-q) - q;
        double sum = 0;
        for (int k = 14; k >= 2; k--) sum = sum * q + 1.0 / k;
        return sum * q * q;
    }
}
