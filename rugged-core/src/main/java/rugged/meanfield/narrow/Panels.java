package rugged.meanfield.narrow;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import rugged.meanfield.binary.GaussianTail;

/**
 * Averages over a standard normal z, of functions that are smooth but for kinks at known places: Gauss's rule of 16 points on panels that end at the kinks and are no wider than what the function varies
 * over asks for. Relative errors about 1e-13.
 */
public final class Panels {
    private static final double REACH = 9.0;
    private static final double WIDEST = 2.0;
    /** Widths of a panel in units of the smallest scale. */
    private static final double SCALES = 3.0;

    private static final int POINTS = 16;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS);
        for (int k = 0; k < POINTS; k++) {
            NODES[k] = rule.getPoint(k);
            WEIGHTS[k] = rule.getWeight(k);
        }
    }

    /** The points. */
    public final double[] z;
    /** Their weights times the normal density. */
    public final double[] weights;

    /**
     * @param scale over which the function varies, at the least
     * @param kinks where it is not smooth
     */
    public Panels(double scale, double... kinks) {
        double[] ends = new double[kinks.length + 2];
        for (int k = 0; k < kinks.length; k++) ends[k] = Math.clamp(kinks[k], -REACH, REACH);
        ends[kinks.length] = -REACH;
        ends[kinks.length + 1] = REACH;
        Arrays.sort(ends);
        double widest = Math.min(WIDEST, SCALES * scale);
        int count = 0;
        for (int k = 1; k < ends.length; k++) count += panels(ends[k] - ends[k - 1], widest);
        z = new double[count * POINTS];
        weights = new double[count * POINTS];
        int at = 0;
        for (int k = 1; k < ends.length; k++) {
            int pieces = panels(ends[k] - ends[k - 1], widest);
            for (int p = 0; p < pieces; p++) {
                double half = 0.5 * (ends[k] - ends[k - 1]) / pieces;
                double middle = ends[k - 1] + (2 * p + 1) * half;
                for (int n = 0; n < POINTS; n++, at++) {
                    z[at] = middle + half * NODES[n];
                    weights[at] = half * WEIGHTS[n] * GaussianTail.density(z[at]);
                }
            }
        }
    }

    private static int panels(double length, double widest) {
        return length <= 0.0 ? 0 : (int) Math.ceil(length / widest);
    }

    /** E f(z). */
    public double average(DoubleUnaryOperator f) {
        double sum = 0.0;
        for (int k = 0; k < z.length; k++) sum += weights[k] * f.applyAsDouble(z[k]);
        return sum;
    }
}
