package rugged.meanfield.statics;

import java.util.Optional;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

/**
 * A state of the pure spherical model followed in temperature. The state that is the minimum of energy e at T = 0 keeps its direction; its self-overlap q is the
 * largest root of (1-q) q^{p/2-1} = T z(e), and
 *
 * <pre>F/N = q^{p/2} e - (T/2) ln(1-q) - (1/4T) [1 + (p-1) q^p - p q^{p-1}]</pre>
 *
 * <p>until it disappears at T = max_q (1-q) q^{p/2-1}/z. Kurchan, Parisi and Virasoro, J. Phys. I 3, 1819 (1993).
 *
 * @param q self-overlap
 * @param freeEnergy F/N of the state
 */
public record TapState(double q, double freeEnergy) {
    /** z(e) = (-e - sqrt(e^2 - e_th^2))/(p-1). */
    public static double z(int p, double energy) {
        double threshold = 2.0 * (p - 1) / p;
        return (-energy - Math.sqrt(Math.max(0, energy * energy - threshold))) / (p - 1);
    }

    /** The temperature at which the state of energy e disappears. */
    public static double spinodal(int p, double energy) {
        double q = (p - 2.0) / p;
        return (1 - q) * Math.pow(q, 0.5 * p - 1) / z(p, energy);
    }

    /**
     * The state at a temperature; empty when it has disappeared.
     *
     * @throws BadParameter unless f is one order p >= 3, and e at or below the threshold
     */
    public static Optional<TapState> at(Mixture f, double energy, double temperature) {
        int p = f.lowest();
        if (!f.pure() || p < 3 || f.weight(p) != 1)
            throw new BadParameter("mixture", f, "states are followed for one order of weight 1", "3, 4, 5 ...");
        if (!(energy <= -Math.sqrt(2.0 * (p - 1) / p) + 1e-12))
            throw new BadParameter(
                    "energies", energy, "is above the threshold", "at most " + -Math.sqrt(2.0 * (p - 1) / p));
        double target = temperature * z(p, energy);
        double top = (p - 2.0) / p;
        double exponent = 0.5 * p - 1;
        if (temperature == 0) return Optional.of(new TapState(1, energy));
        if (temperature > spinodal(p, energy)) return Optional.empty();
        double q = Roots.between(x -> (1 - x) * Math.pow(x, exponent) - target, top, 1);
        double bracket = 1 + (p - 1) * Math.pow(q, p) - p * Math.pow(q, p - 1);
        return Optional.of(new TapState(
                q, Math.pow(q, 0.5 * p) * energy - 0.5 * temperature * Math.log1p(-q) - bracket / (4 * temperature)));
    }
}
