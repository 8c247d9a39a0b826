package rugged.meanfield.statics;

import rugged.meanfield.Mixture;
import rugged.meanfield.Threshold;
import rugged.params.BadParameter;

/**
 * Minima of the energy of the spherical glass, with chi = (1-q)/T and y = m/T at T -> 0. Minima that a weight e^{-y N e} selects have
 *
 * <pre>
 * f'(1) = 1/(chi (chi + y)),    e = -(f'(1) chi + y f(1)),
 * Sigma = -y^2 f(1)/2 + ln(1 + y/chi)/2 - y/(2 (chi + y))
 * </pre>
 *
 * <p>Sigma, the logarithm of their number per spin, falls from the threshold, where chi = 1/sqrt(f''(1)) and the Hessian becomes marginal, to 0 at the ground
 * state. The replicated energy is stationary in chi, so that e and Sigma are its derivatives: Monasson, Phys. Rev. Lett. 75, 2847 (1995); for pure orders it is
 * the number of minima of Crisanti and Sommers, J. Phys. I 5, 805 (1995), and Auffinger, Ben Arous and Cerny, CPAM 66, 165 (2013).
 *
 * @param chi susceptibility of a minimum
 * @param y what selects it
 * @param energy e
 * @param complexity Sigma(e)
 */
public record ZeroTemperature(double chi, double y, double energy, double complexity) {
    /** The minima selected by y. */
    public static ZeroTemperature selectedBy(Mixture f, double y) {
        double chi = 0.5 * (Math.sqrt(y * y + 4 / f.fPrime(1)) - y);
        double energy = -(f.fPrime(1) * chi + y * f.f(1));
        double complexity = -0.5 * y * y * f.f(1) + 0.5 * Math.log1p(y / chi) - 0.5 * y / (chi + y);
        return new ZeroTemperature(chi, y, energy, complexity);
    }

    /**
     * The ground state: with r = y/chi, f(1)/f'(1) = [(1+r) ln(1+r) - r]/r^2, which has one root when f(1)/f'(1) < 1/2.
     *
     * @throws BadParameter when replicas are not broken in one step: order 2, or a field
     */
    public static ZeroTemperature groundState(Mixture f) {
        double ratio = f.f(1) / f.fPrime(1);
        if (!(ratio < 0.5 - 1e-12) || f.lowest() < 2)
            throw new BadParameter(
                    "mixture", f, "the ground state is not one of many states", "a mixture with an order above 2");
        double r = Roots.between(x -> deficit(x) - ratio, 1e-9, 1e9);
        double chi = 1 / Math.sqrt(f.fPrime(1) * (1 + r));
        return selectedBy(f, r * chi);
    }

    /** [(1+r) ln(1+r) - r]/r^2: 1/2 at 0, falling. */
    private static double deficit(double r) {
        if (r < 1e-4) return 0.5 - r / 6 + r * r / 12;
        return ((1 + r) * Math.log1p(r) - r) / (r * r);
    }

    /** The marginal minima: y = sqrt(f''(1))/f'(1) - 1/sqrt(f''(1)), the inverse of the effective temperature of gradient flow. */
    public static ZeroTemperature threshold(Mixture f) {
        double radius = Math.sqrt(f.fSecond(1));
        return selectedBy(f, radius / f.fPrime(1) - 1 / radius);
    }

    /** The minima of an energy between the ground state's and the threshold's; NaN complexity elsewhere. */
    public static ZeroTemperature at(Mixture f, double energy) {
        ZeroTemperature lowest = groundState(f);
        ZeroTemperature highest = threshold(f);
        double slack = 1e-12;
        if (!(energy >= lowest.energy - slack && energy <= highest.energy + slack))
            return new ZeroTemperature(Double.NaN, Double.NaN, energy, Double.NaN);
        double low = highest.y;
        double high = lowest.y;
        if (energy >= highest.energy) return highest;
        if (energy <= lowest.energy) return lowest;
        return selectedBy(f, Roots.between(y -> selectedBy(f, y).energy - energy, low, high));
    }

    /** Whether a further step of breaking lowers it: chi^2 f''(1) > 1. */
    public boolean unstable(Mixture f) {
        return chi * chi * f.fSecond(1) > 1 + 1e-12;
    }

    /** Lowest eigenvalue of the Hessian at a minimum, mu - 2 sqrt(f''(1)), with mu = 1/chi + chi f''(1). */
    public double edge(Mixture f) {
        return 1 / chi + chi * f.fSecond(1) - Threshold.bulkRadius(f);
    }

    /** Sigma(e) of pure order p in closed form: z = (-e - sqrt(e^2 - e_th^2))/(p-1), Sigma = [(2-p)/p - ln(p z^2/2) + (p-1) z^2/2 - 2/(p^2 z^2)]/2. */
    public static double pureComplexity(int p, double energy) {
        double threshold = -Math.sqrt(2.0 * (p - 1) / p);
        if (!(energy <= threshold + 1e-12)) return Double.NaN;
        double root = Math.sqrt(Math.max(0, energy * energy - threshold * threshold));
        double z = (-energy - root) / (p - 1);
        double square = z * z;
        return 0.5 * ((2.0 - p) / p - Math.log(0.5 * p * square) + 0.5 * (p - 1) * square - 2 / (p * p * square));
    }
}
