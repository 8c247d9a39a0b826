package rugged.analysis.array;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * Densities on a window [lo, hi] of positive numbers of the form exp(a.T(x))/Z(a), with T some of ln x, x and ln^2 x: power laws, exponentials, power laws with a cut-off, log-normal
 * laws, all truncated. The likelihood is concave in a and depends on the numbers through the means of T alone, so that its maximum is where Z's own means are those: Newton's method,
 * with steps halved while the likelihood does not grow. Integrals over ln x by Gauss and Legendre on 8 pieces.
 */
final class TruncatedFamily {
    /** What the density depends on. */
    enum Statistic {
        /** ln x. */
        LOGARITHM,
        /** x. */
        VALUE,
        /** ln^2 x. */
        SQUARE
    }

    /** Means of ln x, x and ln^2 x, by {@link Statistic#ordinal}. x stands in units of hi, and ln x from the middle of the window: so no power overflows. */
    static final int STATISTICS = Statistic.values().length;

    private static final int PIECES = 8;
    private static final int POINTS = 20;
    private static final int STEPS = 200;
    private static final double SMALL = 1e-11;

    private final Statistic[] used;
    private final double low;
    private final double high;
    private final double[] log;
    private final double[] weight;
    /** The statistics used, at each point of the rule. */
    private final double[][] value;

    TruncatedFamily(double low, double high, Statistic... used) {
        this.used = used.clone();
        this.low = low;
        this.high = high;
        log = new double[PIECES * POINTS];
        weight = new double[log.length];
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        double width = Math.log(high / low) / PIECES;
        for (int piece = 0; piece < PIECES; piece++) {
            double from = Math.log(low) + piece * width;
            GaussIntegrator rule = factory.legendre(POINTS, from, from + width);
            for (int k = 0; k < POINTS; k++) {
                log[piece * POINTS + k] = rule.getPoint(k);
                weight[piece * POINTS + k] = rule.getWeight(k);
            }
        }
        value = new double[log.length][used.length];
        for (int k = 0; k < log.length; k++) for (int i = 0; i < used.length; i++) value[k][i] = of(used[i], log[k]);
    }

    /** Adds ln x, x and ln^2 x in this window's units to sums. */
    void add(double x, double[] sums) {
        for (Statistic one : Statistic.values()) sums[one.ordinal()] += of(one, Math.log(x));
    }

    private double of(Statistic statistic, double log) {
        double middle = 0.5 * (Math.log(low) + Math.log(high));
        return switch (statistic) {
            case LOGARITHM -> log - middle;
            case VALUE -> Math.exp(log) / high;
            case SQUARE -> (log - middle) * (log - middle);
        };
    }

    /**
     * The law of largest likelihood.
     *
     * @param coefficients a of the statistics in their order, in units of the window; NaN where the likelihood has no maximum
     * @param likelihood its logarithm, divided by how many numbers there are
     */
    record Fit(double[] coefficients, double likelihood) {}

    /** Fits by the means of the statistics, indexed as {@link Statistic}. */
    Fit fit(double[] means) {
        int m = used.length;
        double[] target = new double[m];
        for (int i = 0; i < m; i++) target[i] = means[used[i].ordinal()];
        double[] a = new double[m];
        double[] slope = new double[m];
        double[][] curvature = new double[m][m];
        double now = likelihood(a, target, slope, curvature);
        for (int step = 0; step < STEPS; step++) {
            double largest = 0.0;
            for (double one : slope) largest = Math.max(largest, Math.abs(one));
            if (largest < SMALL) return new Fit(a, now);
            double[] way = solve(curvature, slope);
            if (way.length == 0) break;
            double next = Double.NEGATIVE_INFINITY;
            double[] trial = a;
            double[] old = slope.clone();
            double rise = 0.0;
            for (int i = 0; i < m; i++) rise += way[i] * old[i];
            for (double part = 1.0; part > 1e-12; part *= 0.5) {
                trial = a.clone();
                for (int i = 0; i < m; i++) trial[i] += part * way[i];
                next = likelihood(trial, target, slope, curvature);
                if (next >= now + 1e-4 * part * rise || rise < 1e-14) break;
            }
            if (!(next >= now - 1e-12)) break;
            a = trial;
            now = next;
        }
        double[] none = new double[m];
        Arrays.fill(none, Double.NaN);
        return new Fit(none, Double.NaN);
    }

    /** a.T - ln Z over dx, its gradient and minus its second derivatives. */
    private double likelihood(double[] a, double[] target, double[] slope, double[][] curvature) {
        int m = used.length;
        double top = Double.NEGATIVE_INFINITY;
        double[] exponent = new double[log.length];
        for (int k = 0; k < log.length; k++) {
            // dx = x d ln x
            exponent[k] = log[k];
            for (int i = 0; i < m; i++) exponent[k] += a[i] * value[k][i];
            top = Math.max(top, exponent[k]);
        }
        double norm = 0.0;
        double[] first = new double[m];
        double[][] second = new double[m][m];
        for (int k = 0; k < log.length; k++) {
            double p = weight[k] * Math.exp(exponent[k] - top);
            norm += p;
            for (int i = 0; i < m; i++) {
                first[i] += p * value[k][i];
                for (int j = 0; j < m; j++) second[i][j] += p * value[k][i] * value[k][j];
            }
        }
        double sum = -Math.log(norm) - top;
        for (int i = 0; i < m; i++) {
            first[i] /= norm;
            slope[i] = target[i] - first[i];
            sum += a[i] * target[i];
        }
        for (int i = 0; i < m; i++)
            for (int j = 0; j < m; j++) curvature[i][j] = second[i][j] / norm - first[i] * first[j];
        return sum;
    }

    private static double[] solve(double[][] matrix, double[] right) {
        try {
            double trace = 0.0;
            for (int i = 0; i < right.length; i++) trace += matrix[i][i];
            if (!(trace > 0.0)) return new double[0];
            return new CholeskyDecomposition(MatrixUtils.createRealMatrix(matrix), 1e-9 * trace, 1e-15 * trace)
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(right))
                    .toArray();
        } catch (MathRuntimeException flat) {
            return new double[0];
        }
    }

    /** Distribution function of a power law x^a on the window. */
    static double below(double x, double a, double low, double high) {
        double b = 1.0 + a;
        double part = Math.log(x / low);
        double whole = Math.log(high / low);
        if (Math.abs(b * whole) < 1e-8) return part / whole;
        return Math.expm1(b * part) / Math.expm1(b * whole);
    }
}
