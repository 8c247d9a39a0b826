package rugged.meanfield.statics;

import java.util.OptionalDouble;
import rugged.meanfield.Mixture;

/**
 * Free-energy cost of holding a second replica at overlap p with one in equilibrium, both at T:
 *
 * <pre>beta V(p) = extr_r { -beta^2 f(p) + beta^2 f(r)/2 - [ln(1-r) + (r-p^2)/(1-r)]/2 }</pre>
 *
 * <p>V(0) = 0; below T_d it has a second minimum at the plateau q(T), of height T Sigma_eq(T), which vanishes at T_s. Franz and Parisi, J. Phys. I 5, 1401 (1995).
 */
public final class FranzParisi {
    private FranzParisi() {}

    /** V(p) in units of J, 0 <= p < 1; NaN where no r is stationary. */
    public static double potential(Mixture f, double temperature, double p) {
        if (p == 0) return 0;
        double beta2 = 1 / (temperature * temperature);
        // from r = p^2, where the function is positive, to 1, where it is negative
        OptionalDouble r = Roots.first(x -> beta2 * f.fPrime(x) * (1 - x) * (1 - x) - (x - p * p), p * p, 1);
        if (r.isEmpty()) return Double.NaN;
        double x = r.getAsDouble();
        double scaled = -beta2 * f.f(p) + 0.5 * beta2 * f.f(x) - 0.5 * (Math.log1p(-x) + (x - p * p) / (1 - x));
        return temperature * scaled;
    }
}
