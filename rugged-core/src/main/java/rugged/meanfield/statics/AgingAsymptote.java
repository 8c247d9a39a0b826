package rugged.meanfield.statics;

import java.util.Optional;
import java.util.OptionalDouble;
import rugged.meanfield.Mixture;

/**
 * Where aging ends below T_d: in the fast sector C falls from 1 to q with the fluctuation-dissipation theorem, in the slow one from q to 0 with T_eff = T/X.
 *
 * <pre>
 * beta^2 f''(q) (1-q)^2 = 1,   X = [T^2 q/((1-q) f'(q)) - (1-q)]/q,   e = -[f(1) - f(q) + X f(q)]/T
 * </pre>
 *
 * <p>Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993). Exact for pure orders; in mixtures the end of aging may lie elsewhere (Folena, Franz and
 * Ricci-Tersenghi, arXiv:1903.01421).
 *
 * @param q overlap at the end of the fast sector
 * @param ratio X
 * @param energy the energy that aging tends to
 */
public record AgingAsymptote(double q, double ratio, double energy) {
    /** At 0 < T < T_d; empty where there is no such q, or X is not between 0 and 1. */
    public static Optional<AgingAsymptote> at(Mixture f, double temperature) {
        if (!(temperature > 0)) return Optional.empty();
        OptionalDouble root =
                Roots.last(q -> f.fSecond(q) * (1 - q) * (1 - q) - temperature * temperature, 1e-9, 1 - 1e-12);
        if (root.isEmpty()) return Optional.empty();
        double q = root.getAsDouble();
        double ratio = (temperature * temperature * q / ((1 - q) * f.fPrime(q)) - (1 - q)) / q;
        if (!(ratio > 0 && ratio < 1)) return Optional.empty();
        return Optional.of(new AgingAsymptote(q, ratio, -(f.f(1) - f.f(q) + ratio * f.f(q)) / temperature));
    }
}
