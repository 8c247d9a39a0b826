package rugged.meanfield.sequence;

import java.util.Arrays;

/**
 * The h that minimises sum_l (h_l - omega_l).V^{-1} (h_l - omega_l)/2 + l(y, h, Q) over the outputs of all tokens and units, and the answers
 *
 * <pre>g = V^{-1} (h - omega) = -dl/dh,   -dg/domega = V^{-1} - V^{-1} (V^{-1} + l'')^{-1} V^{-1}</pre>
 *
 * <p>By Newton's steps from omega, with as much added to a Hessian that is not positive as makes it so, each halved until it lowers the sum. It ends where a step no longer moves h; a point that has converged is kept. Where omega or V is no number, neither is what it finds. Of a loss that is not convex
 * it is the minimum that lies downhill from omega. Scratch: one thread.
 */
public final class ProximalMap {
    private static final int MOST = 200;
    private static final int HALVINGS = 60;
    private static final double FINE = 1e-13;
    private static final double ARMIJO = 1e-4;

    private final UnitLoss loss;
    private final int tokens;
    private final int units;
    private final int size;
    private final double[] slope;
    private final double[] slopeQ;
    private final double[] along;
    private final double[] column;
    private final double[] still;
    private final double[] bent;
    private final double[] factor;
    private final double[] step;
    private final double[] trial;
    private final double[] one = new double[1];

    /** h, after {@link #solve}. */
    public final double[] h;
    /** g. */
    public final double[] g;
    /** The sum over tokens of the blocks [r r] of -dg/domega on the diagonal. */
    public final double[] stiffness;

    /**
     * @param tokens L
     * @param units r
     */
    public ProximalMap(UnitLoss loss, int tokens, int units) {
        this.loss = loss;
        this.tokens = tokens;
        this.units = units;
        size = tokens * units;
        slope = new double[size];
        slopeQ = new double[units * units];
        along = new double[size];
        column = new double[size];
        still = new double[units * units];
        bent = new double[units * units];
        factor = new double[size * size];
        step = new double[size];
        trial = new double[size];
        h = new double[size];
        g = new double[size];
        stiffness = new double[units * units];
    }

    /**
     * Finds h, g and stiffness.
     *
     * @param v V[r r]
     * @param inverse of V
     */
    public void solve(double[] y, double[] omega, double[] v, double[] inverse, double[] q) {
        if (size == 1 && loss.answers(y, omega, v[0], g, one)) {
            h[0] = omega[0] + v[0] * g[0];
            stiffness[0] = one[0];
            return;
        }
        System.arraycopy(omega, 0, h, 0, size);
        double now = objective(y, h, omega, inverse, q);
        if (!Double.isFinite(now)) {
            for (double[] all : new double[][] {h, g, stiffness}) Arrays.fill(all, Double.NaN);
            return;
        }
        for (int k = 0; k < MOST; k++) {
            gradient(y, omega, inverse, q);
            hessian(y, inverse, q);
            double next = descend(y, omega, inverse, q, now);
            if (Double.isNaN(next)) break;
            now = next;
        }
        gradient(y, omega, inverse, q);
        hessian(y, inverse, q);
        for (int a = 0; a < size; a++) g[a] = -slope[a];
        stiffen(inverse);
    }

    private double objective(double[] y, double[] at, double[] omega, double[] inverse, double[] q) {
        double sum = loss.value(y, at, q);
        for (int l = 0; l < tokens; l++)
            for (int i = 0; i < units; i++)
                for (int k = 0; k < units; k++) {
                    int a = l * units + i;
                    int b = l * units + k;
                    sum += 0.5 * (at[a] - omega[a]) * inverse[i * units + k] * (at[b] - omega[b]);
                }
        return sum;
    }

    /** Leaves dl/dh in slope and the whole gradient in step. */
    private void gradient(double[] y, double[] omega, double[] inverse, double[] q) {
        loss.slopes(y, h, q, slope, slopeQ);
        for (int l = 0; l < tokens; l++)
            for (int i = 0; i < units; i++) {
                double sum = slope[l * units + i];
                for (int k = 0; k < units; k++)
                    sum += inverse[i * units + k] * (h[l * units + k] - omega[l * units + k]);
                step[l * units + i] = sum;
            }
    }

    /** Leaves the factor of V^{-1} + l'' + shift 1 in factor, with the least shift tried that makes it positive. */
    private void hessian(double[] y, double[] inverse, double[] q) {
        double scale = 0.0;
        for (int i = 0; i < units; i++) scale += inverse[i * units + i];
        for (double shift = 0.0; ; shift = shift == 0.0 ? 0.1 * scale : 4.0 * shift) {
            for (int b = 0; b < size; b++) {
                Arrays.fill(along, 0.0);
                along[b] = 1.0;
                loss.bend(y, h, q, along, still, column, bent);
                for (int a = 0; a < size; a++) factor[a * size + b] = column[a];
                int l = b / units;
                for (int i = 0; i < units; i++) factor[(l * units + i) * size + b] += inverse[i * units + b % units];
                factor[b * size + b] += shift;
            }
            if (SmallMatrix.factor(factor, size) || !(shift < 1e300)) return;
        }
    }

    /** A step; the new value, or NaN where nothing moves any more. */
    private double descend(double[] y, double[] omega, double[] inverse, double[] q, double now) {
        double[] gradient = column;
        System.arraycopy(step, 0, gradient, 0, size);
        SmallMatrix.solve(factor, size, step);
        double fall = 0.0;
        double longest = 0.0;
        for (int a = 0; a < size; a++) {
            fall += gradient[a] * step[a];
            longest = Math.max(longest, Math.abs(step[a]) / (1.0 + Math.abs(h[a])));
        }
        if (longest < FINE || !(fall > 0.0)) return Double.NaN;
        double length = 1.0;
        for (int k = 0; k < HALVINGS; k++, length *= 0.5) {
            for (int a = 0; a < size; a++) trial[a] = h[a] - length * step[a];
            double value = objective(y, trial, omega, inverse, q);
            boolean lower = value <= now - ARMIJO * length * fall;
            // where differences of values are rounding, a small full step of Newton is trusted
            if (lower || k == 0 && longest < 1e-6 && value <= now + 1e-12 * (1.0 + Math.abs(now))) {
                System.arraycopy(trial, 0, h, 0, size);
                return value;
            }
        }
        return Double.NaN;
    }

    private void stiffen(double[] inverse) {
        Arrays.fill(stiffness, 0.0);
        for (int l = 0; l < tokens; l++)
            for (int k = 0; k < units; k++) {
                Arrays.fill(column, 0.0);
                for (int i = 0; i < units; i++) column[l * units + i] = inverse[i * units + k];
                SmallMatrix.solve(factor, size, column);
                for (int i = 0; i < units; i++) {
                    double sum = inverse[i * units + k];
                    for (int j = 0; j < units; j++) sum -= inverse[i * units + j] * column[l * units + j];
                    stiffness[i * units + k] += sum;
                }
            }
    }
}
