package rugged.meanfield;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gradient flow of the spherical model of order 2 from a random start at N to infinity, f(q) = a q^2/2: the couplings' spectrum is a semicircle of radius
 * 2 sqrt(a), every eigenmode grows as e^{l t}, and the sphere normalises. With G(x) = I_1(2x)/x and time in units of 1/sqrt(a):
 *
 * <pre>
 * C(t, s)  = G(t + s) / sqrt(G(2t) G(2s))
 * R(t, s)  = G(t - s) sqrt(G(2s) / G(2t))
 * e(t)     = - I_2(4t) / I_1(4t)        in units of sqrt(a); late times e ~ -1 + 3/(8t)
 * </pre>
 *
 * <p>Cugliandolo and Dean, J. Phys. A 28, 4213 (1995). Right to 1e-13 at all times.
 */
public final class SphericalTwoSpin {
    private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(20);

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

    /** R(t, s) = d x(t) / d h(s) per component, for t >= s >= 0: a field added to the force. */
    public double response(double t, double s) {
        double u = rate * t;
        double v = rate * s;
        return Bessel.scaledOne(2 * (u - v)) * Math.sqrt(Bessel.scaledOne(4 * v) / Bessel.scaledOne(4 * u));
    }

    /** chi(t, s) = int_s^t R(t, u) du, by Gauss's rule on panels that double in width away from both ends: right to 1e-12. */
    public double integratedResponse(double t, double s) {
        double unit = 1 / rate;
        double middle = 0.5 * (t + s);
        double sum = 0;
        double panel = unit;
        for (double far = t; far > middle; panel *= 2) {
            double near = Math.max(middle, far - panel);
            sum += integral(t, near, far);
            far = near;
        }
        // the factor sqrt(G(2u)) changes on the scale 1/4 near u = 0
        panel = unit / 4 + s;
        for (double from = s; from < middle; panel *= 2) {
            double to = Math.min(middle, from + panel);
            sum += integral(t, from, to);
            from = to;
        }
        return sum;
    }

    private double integral(double t, double from, double to) {
        double half = 0.5 * (to - from);
        double centre = 0.5 * (to + from);
        double sum = 0;
        for (int k = 0; k < NODES.getNumberOfPoints(); k++)
            sum += NODES.getWeight(k) * response(t, centre + half * NODES.getPoint(k));
        return half * sum;
    }
}
