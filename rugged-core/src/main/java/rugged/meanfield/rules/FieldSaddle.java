package rugged.meanfield.rules;

import java.util.Arrays;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The replica-symmetric closure of the field distribution in full: for given Q, R and P[x|y], functions M[x|y] and a number q with
 *
 * <pre>P[X|y] = int Dz <delta(X - x)>_z,   <f>_z = int dx M e^{B x z} f / int dx M e^{B x z},   B = sqrt(q Q - R^2)/(Q (1 - q)),
 * <(x - R y)^2>_P + (q Q - R^2)(1 - 1/alpha) = (2 sqrt(q Q - R^2) + 1/B) int Dy Dz z <x>_z,
 * Phi[X,y] = int Dz <delta(X - x)>_z (X - <x>_z) / (Q (1 - q) P[X|y]).</pre>
 *
 * <p>M by the iteration M P/P_M from where it was last, q by Brent's method around where it was last; z by the trapezoidal rule on 49 points. Where the residual has no change of sign between R^2/Q and the q of the largest B
 * that can be represented, q is the end of smaller residual. Source: Coolen and Saad, Phys. Rev. E 62, 5444 (2000).
 */
public final class FieldSaddle {
    private static final int NODES = 49;
    private static final int MOST = 400;
    private static final int LEAST = 30;
    private static final double MATCH = 1e-9;
    private static final double ACCURACY = 1e-9;
    private static final double LOW = 1e-7;
    private static final double STRIDE = 0.01;

    /** Between which z averages are taken, by the trapezoidal rule. */
    private static final double END = 7.0;

    /** Largest exponent B x z. */
    private static final double LARGEST = 650.0;

    private final double[] x;
    private final double[] y;
    private final double alpha;
    private final double[] z = new double[NODES];
    private final double[] weight = new double[NODES];
    private final double[][] power;
    private final double[][] m;
    private final double[][] phi;
    private final double[] sum;
    private double[][] density;
    private double length;
    private double overlap;
    private double q = Double.NaN;

    /**
     * @param x equidistant fields
     * @param y |y| of strata of equal weight
     * @param alpha examples per weight
     */
    public FieldSaddle(double[] x, double[] y, double alpha) {
        this.x = x;
        this.y = y;
        this.alpha = alpha;
        double h = 2.0 * END / (NODES - 1);
        for (int n = 0; n < NODES; n++) {
            z[n] = n * h - END;
            weight[n] = h * Math.exp(-0.5 * z[n] * z[n]) / Math.sqrt(2.0 * Math.PI);
        }
        power = new double[NODES][x.length];
        m = new double[y.length][x.length];
        phi = new double[y.length][x.length];
        sum = new double[x.length];
        density = m;
    }

    /** q of the last solution. */
    public double q() {
        return q;
    }

    /** Phi of a stratum at every field, of the last solution. */
    public double[] phi(int stratum) {
        return phi[stratum];
    }

    /**
     * Solves for q, M and Phi.
     *
     * @param length Q
     * @param overlap R
     * @param density chances of the fields x in each stratum, each summing to 1; kept until the next call
     */
    public void solve(double length, double overlap, double[][] density) {
        boolean first = Double.isNaN(q);
        this.length = length;
        this.overlap = overlap;
        this.density = density;
        for (int s = 0; s < y.length; s++)
            for (int k = 0; k < x.length; k++)
                if (first || (density[s][k] > 0.0 && !(m[s][k] > 0.0))) m[s][k] = density[s][k];
        double floor = overlap * overlap / length;
        double low = floor + LOW * (1.0 - floor);
        double high = highest(low);
        q = first ? low : Math.clamp(q, low, high);
        q = root(low, high);
        residual(q);
        respond();
    }

    /** The q at which B times the largest field and node reaches the largest exponent. */
    private double highest(double low) {
        double reach = Math.max(Math.abs(x[0]), Math.abs(x[x.length - 1])) * z[NODES - 1];
        double from = low;
        double to = 1.0 - 1e-9;
        if (coupling(to) * reach < LARGEST) return to;
        while (to - from > 1e-12) {
            double middle = 0.5 * (from + to);
            if (coupling(middle) * reach < LARGEST) from = middle;
            else to = middle;
        }
        return from;
    }

    /** Steps away from the last q, first to where the residual should change sign, until it does, then Brent; the smallest residual where it does not. */
    private double root(double low, double high) {
        double start = q;
        double here = residual(start);
        double best = start;
        double least = Math.abs(here);
        double side = here > 0.0 ? 1.0 : -1.0;
        for (int turn = 0; turn < 2; turn++, side = -side) {
            double from = start;
            double atFrom = here;
            for (double step = STRIDE * (1.0 - start); ; step *= 2.0) {
                double to = Math.clamp(start + side * step, low, high);
                double atTo = residual(to);
                if (atFrom * atTo <= 0.0)
                    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, 5)
                            .solve(MOST, this::residual, Math.min(from, to), Math.max(from, to));
                if (Math.abs(atTo) < least) {
                    least = Math.abs(atTo);
                    best = to;
                }
                if (to == low || to == high) break;
                from = to;
                atFrom = atTo;
            }
        }
        return best;
    }

    private double coupling(double at) {
        return Math.sqrt(Math.max(0.0, at * length - overlap * overlap)) / (length * (1.0 - at));
    }

    private double residual(double at) {
        double b = coupling(at);
        for (int n = 0; n < NODES; n++) for (int k = 0; k < x.length; k++) power[n][k] = Math.exp(b * x[k] * z[n]);
        double square = 0.0;
        double response = 0.0;
        for (int s = 0; s < y.length; s++) {
            match(s);
            for (int k = 0; k < x.length; k++) {
                double off = x[k] - overlap * y[s];
                square += density[s][k] * off * off / y.length;
            }
            for (int n = 0; n < NODES; n++) response += weight[n] * z[n] * mean(s, n) / y.length;
        }
        double between = at * length - overlap * overlap;
        return square + between * (1.0 - 1.0 / alpha) - (2.0 * Math.sqrt(between) + 1.0 / b) * response;
    }

    /** Iterates M of a stratum until P_M is P. */
    private void match(int s) {
        double[] row = m[s];
        double[] wanted = density[s];
        for (int turn = 0; turn < MOST; turn++) {
            Arrays.fill(sum, 0.0);
            for (int n = 0; n < NODES; n++) {
                double factor = weight[n] / norm(row, power[n]);
                for (int k = 0; k < x.length; k++) sum[k] += factor * power[n][k];
            }
            double worst = 0.0;
            for (int k = 0; k < x.length; k++) {
                if (wanted[k] <= 0.0) {
                    row[k] = 0.0;
                    continue;
                }
                double ratio = 1.0 / sum[k] * (wanted[k] / row[k]);
                worst = Math.max(worst, Math.abs(row[k] * sum[k] - wanted[k]));
                row[k] *= ratio;
            }
            if (turn >= LEAST && worst < MATCH) return;
        }
    }

    private static double norm(double[] row, double[] power) {
        double total = 0.0;
        for (int k = 0; k < row.length; k++) total += row[k] * power[k];
        return total;
    }

    /** <x>_z. */
    private double mean(int s, int n) {
        double total = 0.0;
        double first = 0.0;
        for (int k = 0; k < x.length; k++) {
            double part = m[s][k] * power[n][k];
            total += part;
            first += part * x[k];
        }
        return first / total;
    }

    private void respond() {
        double free = length * (1.0 - q);
        for (int s = 0; s < y.length; s++) {
            Arrays.fill(phi[s], 0.0);
            Arrays.fill(sum, 0.0);
            for (int n = 0; n < NODES; n++) {
                double mean = mean(s, n);
                double factor = weight[n] / norm(m[s], power[n]);
                for (int k = 0; k < x.length; k++) {
                    double part = factor * m[s][k] * power[n][k];
                    sum[k] += part;
                    phi[s][k] += part * (x[k] - mean);
                }
            }
            for (int k = 0; k < x.length; k++) phi[s][k] = sum[k] > 0.0 ? phi[s][k] / (free * sum[k]) : 0.0;
        }
    }
}
