package rugged.meanfield.statics;

import java.util.Optional;
import java.util.OptionalDouble;
import rugged.meanfield.Mixture;
import rugged.meanfield.Transition;
import rugged.meanfield.Transitions;

/**
 * Equilibrium of the spherical glass with one step of replica symmetry breaking below the static transition T_s:
 *
 * <pre>
 * -beta F/N = beta^2/2 [f(1) - (1-m) f(q)] + 1/2 [(m-1)/m ln(1-q) + (1/m) ln(1 - (1-m) q)],   stationary in q and m
 * e         = -beta [f(1) - (1-m) f(q)],    s = (e - F/N)/T   relative to the uniform measure on the sphere
 * </pre>
 *
 * <p>Stationarity in q, beta^2 f'(q) = q/((1-q)(1-(1-m)q)), gives m for every q; that in m is then one equation for q. Crisanti and Sommers, Z. Phys. B 87, 341
 * (1992).
 *
 * @param temperature 0 < T < T_s
 * @param q overlap of two replicas in one state
 * @param m breaking point
 * @param freeEnergy F/N
 * @param energy e
 * @param stability 1 - beta^2 f''(q) (1-q)^2: negative where further steps are needed
 */
public record OneStep(double temperature, double q, double m, double freeEnergy, double energy, double stability) {
    private static final double FAR = 20;

    /** Entropy per spin, relative to the uniform measure. */
    public double entropy() {
        return (energy - freeEnergy) / temperature;
    }

    /** The solution at a temperature; empty above T_s, where the annealed average is exact, and where there is no discontinuous transition. */
    public static Optional<OneStep> at(Mixture f, double temperature) {
        if (!(Transitions.statical(f) instanceof Transition.Discontinuous(double highest, double _)))
            return Optional.empty();
        if (!(temperature > 0) || temperature >= highest) return Optional.empty();
        double plateau = Transitions.plateau(f, temperature);
        // in (1-q)/T, which stays finite at low temperatures; m = 1 at the plateau, and falls to 0 near 1/sqrt(f')
        double least = (1 - plateau) / temperature * (1 + 1e-9);
        double most = Math.min((1 - 1e-9) / temperature, FAR / Math.sqrt(f.fPrime(1)));
        OptionalDouble width = Roots.first(x -> inM(f, temperature, 1 - x * temperature), least, most);
        if (width.isEmpty()) return Optional.empty();
        double q = 1 - width.getAsDouble() * temperature;
        double m = breaking(f, temperature, q);
        double beta = 1 / temperature;
        double replicated = 0.5 * beta * beta * (f.f(1) - (1 - m) * f.f(q))
                + 0.5 * ((m - 1) / m * Math.log1p(-q) + Math.log1p(-(1 - m) * q) / m);
        double response = beta * (1 - q);
        return Optional.of(new OneStep(
                temperature,
                q,
                m,
                -temperature * replicated,
                -beta * (f.f(1) - (1 - m) * f.f(q)),
                1 - f.fSecond(q) * response * response));
    }

    /** 1 - (1-m) q from stationarity in q. */
    private static double remainder(Mixture f, double temperature, double q) {
        return q * temperature * temperature / ((1 - q) * f.fPrime(q));
    }

    private static double breaking(Mixture f, double temperature, double q) {
        return 1 - (1 - remainder(f, temperature, q)) / q;
    }

    /** m^2 times twice the derivative in m of the replicated free energy. */
    private static double inM(Mixture f, double temperature, double q) {
        double rest = remainder(f, temperature, q);
        double m = 1 - (1 - rest) / q;
        if (!(m > 0) || !(rest > 0)) return Double.NaN;
        double beta = 1 / temperature;
        return m * m * beta * beta * f.f(q) + Math.log((1 - q) / rest) + m * q / rest;
    }
}
