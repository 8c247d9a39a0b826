package rugged.meanfield.narrow;

import rugged.meanfield.binary.GaussianTail;

/**
 * State evolution of a Bayes-optimal student with standard normal weights, for d and n = alpha d to infinity: with q the overlap of the mean of the posterior with the teacher, which is that of two samples,
 *
 * <pre>
 *   q = q^/(1 + q^)     V = 1 - q
 *   sign:  q^ = 2 alpha/(1 - q) int Dz G(u)^2/H(u),   u = -sqrt(q/(1 - q)) z
 *   abs:   q^ = alpha (E[h^2 tanh^2(omega h/V)] - q)/V^2,   omega ~ N(0, q), h = omega + sqrt(V) xi
 * </pre>
 *
 * <p>An iteration is a round of message passing. Labels |h*| say nothing to a student without knowledge: q = 0 is a fixed point, near which q grows by 2 alpha in a round.
 *
 * <p>Source: Barbier, Krzakala, Macris, Miolane and Zdeborova, PNAS 116, 5451 (2019).
 *
 * @param alpha examples for each weight
 * @param label signs, or their absolute values
 */
public record BayesEvolution(double alpha, TeacherLabel label) {
    /** 1 - q below which all is known. */
    public static final double KNOWN = 1e-6;

    private static final int MOST = 5000;
    private static final double TOLERANCE = 1e-13;
    /** Of phases, whose iteration takes a millisecond. */
    private static final double COARSE = 1e-9;

    private static final double FINEST = 0.02;
    /** Between two sums of series. */
    private static final int PLAIN = 10;
    /** By which factors of two changes may differ. */
    private static final double EVEN = 0.01;

    private static final double MOST_AT_ONCE = 0.03;

    /** One iteration. */
    public double next(double q) {
        double conjugate = conjugate(q);
        return conjugate / (1.0 + conjugate);
    }

    /** q^. */
    double conjugate(double q) {
        if (q >= 1.0 - KNOWN) return Double.POSITIVE_INFINITY;
        return alpha * (label == TeacherLabel.SIGN ? signs(q) : phases(q));
    }

    private static double signs(double q) {
        double steep = Math.sqrt(q / (1.0 - q));
        Panels panels = new Panels(1.0 / Math.max(1.0, steep));
        return 2.0 / (1.0 - q) * panels.average(z -> GaussianTail.density(steep * z) * GaussianTail.hazard(-steep * z));
    }

    /** With tanh^2 = 1 - 1/cosh^2 nothing cancels: (E[h^2] - q - E[h^2/cosh^2])/V^2, E h^2 = 1. */
    private static double phases(double q) {
        double v = 1.0 - q;
        double root = Math.sqrt(q);
        // 1/cosh^2(omega h/V) varies over h of V/omega
        Panels outer = new Panels(Math.max(FINEST, Math.min(1.0, Math.sqrt(v))));
        Panels inner = new Panels(Math.max(FINEST, Math.min(1.0, Math.sqrt(v))));
        double width = Math.sqrt(v);
        // even in z
        double lost = outer.average(z -> {
            if (z < 0.0) return 0.0;
            double omega = root * z;
            return inner.average(x -> {
                double h = omega + width * x;
                double rest = Math.exp(-2.0 * Math.abs(omega * h) / v);
                return h * h * 4.0 * rest / ((1.0 + rest) * (1.0 + rest));
            });
        });
        return (v - 2.0 * lost) / (v * v);
    }

    /**
     * Iterates from an overlap until it stands still; 1 where all becomes known. Where changes fall by one factor the rest of their series is taken at once, if it is small.
     */
    public double from(double start) {
        double q = start;
        double before = Double.NaN;
        double factor = Double.NaN;
        for (int k = 0; k < MOST; k++) {
            double next = next(q);
            if (next >= 1.0 - KNOWN) return 1.0;
            double change = next - q;
            double now = change / before;
            q = next;
            if (Math.abs(change) < (label == TeacherLabel.SIGN ? TOLERANCE : COARSE)) return q;
            double rest = change * now / (1.0 - now);
            boolean even = now > 0.0 && now < 1.0 && Math.abs(now - factor) < EVEN;
            if (even && k % PLAIN == 0 && Math.abs(rest) < MOST_AT_ONCE && q + rest > 0.0 && q + rest < 1.0) {
                q += rest;
                before = Double.NaN;
                factor = Double.NaN;
            } else {
                factor = now;
                before = change;
            }
        }
        return q;
    }

    /** Of the mean of the posterior: how often its sign is wrong, arccos(sqrt(q))/pi; of phases the mean square error 1 - q once the common sign is known. */
    public double error(double q) {
        return label == TeacherLabel.SIGN ? Math.acos(Math.sqrt(q)) / Math.PI : 1.0 - q;
    }
}
