package rugged.meanfield;

import rugged.params.BadParameter;

/**
 * What the dynamical mean-field equations of the spherical glass are asked for: Langevin dynamics at temperature T (gradient flow at T = 0) in the landscape
 * with covariance f, from a start in equilibrium at T0 = 1/beta0 (random for beta0 = 0).
 *
 * <pre>
 * dC/dt (t,t') = -mu(t) C + int_0^t f''(C(t,s)) R(t,s) C(s,t') ds + int_0^t' f'(C(t,s)) R(t',s) ds + beta0 f'(C(t,0)) C(t',0)
 * dR/dt (t,t') = -mu(t) R + int_t'^t f''(C(t,s)) R(t,s) R(s,t') ds
 * mu(t)        = T + int_0^t [f''(C) R C + f'(C) R](t,s) ds + beta0 f'(C(t,0)) C(t,0)
 * e(t)         = - int_0^t f'(C(t,s)) R(t,s) ds - beta0 f(C(t,0))
 * </pre>
 *
 * with C(t,t) = R(t+,t) = 1. Crisanti, Horner and Sommers, Z. Phys. B 92, 257 (1993); Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993).
 *
 * @param mixture f, without a term of order 1 (a field has further terms)
 * @param temperature T >= 0
 * @param startInverse beta0 >= 0; a start below the static transition is not in equilibrium, and is refused
 */
public record AgingProblem(Mixture mixture, double temperature, double startInverse) {
    public AgingProblem {
        if (mixture.lowest() == 1)
            throw new BadParameter(
                    "mixture",
                    mixture,
                    "a term of order 1 is a field, which these equations do not carry",
                    "orders 2 and above");
        if (!(temperature >= 0) || Double.isInfinite(temperature))
            throw new BadParameter("temperature", temperature, "not a temperature", "a number >= 0");
        double start = 1 / startInverse;
        if (!(startInverse >= 0) || Double.isInfinite(startInverse))
            throw new BadParameter("start-temperature", start, "not a temperature", "a number > T_s, or inf");
        double lowest = Transitions.statical(mixture).temperatureOrNaN();
        if (startInverse > 0 && start <= lowest)
            throw new BadParameter(
                    "start-temperature",
                    start,
                    "a start is in equilibrium with annealed disorder only above the static transition",
                    "above T_s = " + lowest + ", or inf for a random start");
    }

    /** Rate of the fast relaxation, sqrt(f''(1)): times are compared with its inverse. */
    public double rate() {
        return Math.sqrt(mixture.fSecond(1));
    }
}
