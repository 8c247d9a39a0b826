package rugged.meanfield.narrow;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import rugged.meanfield.binary.GaussianTail;

/**
 * The probability Z that two correlated normal numbers h ~ N(omega, V) are both positive, by its log, and the log's first and second derivatives by omega. With a_i = omega_i/sqrt(V_ii), r their correlation, s = sqrt(1 - r^2) and c_1 = (a_2 - r a_1)/s, c_2 likewise,
 *
 * <pre>
 *   Z = Phi2(a_1, a_2; r)         dZ/da_1 = G(a_1) Phi(c_1)         d^2 Z/da_1 da_2 = G(a_1) G(c_1)/s
 *   Phi2 = Phi(a_1) Phi(a_2) + (1/2 pi) int_0^asin(r) exp(-(a_1^2 + a_2^2 - 2 a_1 a_2 sin t)/(2 cos^2 t)) dt
 * </pre>
 *
 * <p>by Gauss's rule of {@value #POINTS} points where that loses no digits, and elsewhere (|r| above {@value #NEAR}, or Z below {@value #SMALL}) by the average of Phi over the first number, whose integrand is positive and has one maximum: panels around it and around its one fast
 * change keep nine digits of Z relative to itself, however small. Holds what was asked last, and keeps what depends on the correlation alone: one thread; nothing is allocated.
 *
 * <p>Source: Drezner and Wesolowsky, J. Stat. Comput. Simul. 35, 101 (1990).
 */
public final class Quadrant {
    private static final int POINTS = 20;
    private static final double NEAR = 0.925;
    private static final double SMALL = 1e-7;
    /** Correlations no closer to +-1, so that nothing is divided by 0. */
    private static final double FULL = 1.0 - 1e-14;
    /** By how much the log of an integrand falls until it no longer counts. */
    private static final double FALL = 40.0;

    private static final int STEPS = 100;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS);
        for (int k = 0; k < POINTS; k++) {
            NODES[k] = rule.getPoint(k);
            WEIGHTS[k] = rule.getWeight(k);
        }
    }

    /** sin t at the nodes, for the correlation that was asked last. */
    private final double[] sines = new double[POINTS];

    private final double[] spreads = new double[POINTS];
    private double correlation = Double.NaN;
    private double half;
    private double logWeight;
    private double first;
    private double second;
    private double ownFirst;
    private double ownSecond;
    private double cross;

    /** Asks for h ~ N(omega, V). */
    public void at(double omega1, double omega2, double v11, double v22, double v12) {
        double root1 = Math.sqrt(v11);
        double root2 = Math.sqrt(v22);
        double a = omega1 / root1;
        double b = omega2 / root2;
        double r = Math.clamp(v12 / (root1 * root2), -FULL, FULL);
        double s = Math.sqrt((1.0 - r) * (1.0 + r));
        logWeight = logBoth(a, b, r, s);
        double c = (b - r * a) / s;
        first = Math.exp(logDensity(a) + logBelow(c) - logWeight) / root1;
        second = Math.exp(logDensity(b) + logBelow((a - r * b) / s) - logWeight) / root2;
        cross = Math.exp(logDensity(a) + logDensity(c) - logWeight) / (s * root1 * root2);
        ownFirst = -a / root1 * first - r * root2 / root1 * cross;
        ownSecond = -b / root2 * second - r * root1 / root2 * cross;
    }

    /** log Z. */
    public double logWeight() {
        return logWeight;
    }

    /** d log Z/d omega_1. */
    public double first() {
        return first;
    }

    /** d log Z/d omega_2. */
    public double second() {
        return second;
    }

    /** (1/Z) d^2 Z/d omega_1^2. */
    public double ownFirst() {
        return ownFirst;
    }

    /** (1/Z) d^2 Z/d omega_2^2. */
    public double ownSecond() {
        return ownSecond;
    }

    /** (1/Z) d^2 Z/d omega_1 d omega_2. */
    public double cross() {
        return cross;
    }

    /** The probability itself that both are positive. */
    double both(double a, double b, double r) {
        double within = Math.clamp(r, -FULL, FULL);
        return Math.exp(logBoth(a, b, within, Math.sqrt((1.0 - within) * (1.0 + within))));
    }

    private static double logBelow(double x) {
        return GaussianTail.logAbove(-x);
    }

    private static double logDensity(double x) {
        return -0.5 * x * x - 0.5 * Math.log(2.0 * Math.PI);
    }

    private double logBoth(double a, double b, double r, double s) {
        if (r == 0.0) return logBelow(a) + logBelow(b);
        if (Math.abs(r) <= NEAR) {
            double z = GaussianTail.above(-a) * GaussianTail.above(-b) + lift(a, b, r);
            if (z > SMALL) return Math.log(z);
        }
        return a < b ? logAverage(a, b, r, s) : logAverage(b, a, r, s);
    }

    /** The integral over t of Phi2. */
    private double lift(double a, double b, double r) {
        if (r != correlation) prepare(r);
        double squares = a * a + b * b;
        double product = 2.0 * a * b;
        double sum = 0.0;
        for (int k = 0; k < POINTS; k++) sum += WEIGHTS[k] * Math.exp((product * sines[k] - squares) * spreads[k]);
        return half * sum / (2.0 * Math.PI);
    }

    private void prepare(double r) {
        correlation = r;
        half = 0.5 * Math.asin(r);
        for (int k = 0; k < POINTS; k++) {
            double sine = Math.sin(half * (1.0 + NODES[k]));
            sines[k] = sine;
            spreads[k] = 0.5 / ((1.0 - sine) * (1.0 + sine));
        }
    }

    /** log of what is averaged at x: -x^2/2 + log Phi((b + r x)/s). */
    private static double height(double x, double b, double r, double s) {
        return -0.5 * x * x + logBelow((b + r * x) / s);
    }

    /** log int_{-a}^inf G(x) Phi((b + r x)/s) dx. */
    private static double logAverage(double a, double b, double r, double s) {
        double from = -a;
        double top = top(from, b, r, s);
        double peak = height(top, b, r, s);
        double turn = -b / r;
        double width = width(top, b, r, s);
        double sum = above(top, Double.POSITIVE_INFINITY, turn, width, peak, b, r, s)
                + below(top, from, turn, width, peak, b, r, s);
        return peak + Math.log(sum) - 0.5 * Math.log(2.0 * Math.PI);
    }

    /** Where the log-concave integrand is largest, at or above {@code from}: by halving, between places whose slopes differ in sign. */
    private static double top(double from, double b, double r, double s) {
        if (slope(from, b, r, s) <= 0.0) return from;
        double low = from;
        double step = 1.0;
        double high = from + step;
        while (slope(high, b, r, s) > 0.0) {
            low = high;
            step *= 2.0;
            high = from + step;
        }
        for (int k = 0; k < STEPS && high - low > 1e-9 * (1.0 + Math.abs(low)); k++) {
            double middle = 0.5 * (low + high);
            if (slope(middle, b, r, s) > 0.0) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }

    private static double slope(double x, double b, double r, double s) {
        return -x + r / s * GaussianTail.hazard(-(b + r * x) / s);
    }

    /** Over which the integrand falls next to its largest value. */
    private static double width(double x, double b, double r, double s) {
        double u = (b + r * x) / s;
        double hazard = GaussianTail.hazard(-u);
        double curvature = 1.0 + r * r / (s * s) * hazard * Math.max(0.0, hazard + u);
        return 1.0 / (Math.sqrt(curvature) + Math.abs(slope(x, b, r, s)));
    }

    private static double above(
            double top, double end, double turn, double width, double peak, double b, double r, double s) {
        double sum = 0.0;
        double at = top;
        for (int k = 0; k < STEPS && at < end && height(at, b, r, s) > peak - FALL; k++) {
            double next = Math.min(end, at + panel(at, turn, Math.scalb(width, k), r, s));
            sum += gauss(at, next, peak, b, r, s);
            at = next;
        }
        return sum;
    }

    private static double below(
            double top, double end, double turn, double width, double peak, double b, double r, double s) {
        double sum = 0.0;
        double at = top;
        for (int k = 0; k < STEPS && at > end && height(at, b, r, s) > peak - FALL; k++) {
            double next = Math.max(end, at - panel(at, turn, Math.scalb(width, k), r, s));
            sum += gauss(next, at, peak, b, r, s);
            at = next;
        }
        return sum;
    }

    /** How long a panel may be that begins at x: no longer than the integrand allows, and not across the place where Phi changes, within s/|r|. */
    private static double panel(double x, double turn, double length, double r, double s) {
        double fast = s / Math.abs(r);
        return Math.min(length, Math.max(fast, 0.5 * Math.abs(x - turn)));
    }

    private static double gauss(double from, double to, double peak, double b, double r, double s) {
        double half = 0.5 * (to - from);
        double sum = 0.0;
        for (int k = 0; k < POINTS; k++)
            sum += WEIGHTS[k] * Math.exp(height(from + half * (1.0 + NODES[k]), b, r, s) - peak);
        return half * sum;
    }
}
