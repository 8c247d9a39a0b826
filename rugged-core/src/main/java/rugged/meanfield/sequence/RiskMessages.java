package rugged.meanfield.sequence;

import java.util.Arrays;

/**
 * What the samples and the weights of a risk answer to messages: the {@link ProximalMap} of each sample, and weights of a decay lambda whose inputs have variances s_i,
 *
 * <pre>
 *   Lambda = -(1/d) sum_mu sum_l dg_l/domega_l      pull = (2/d) sum_mu dl/dQ
 *   A_i = (lambda + s_i Lambda + pull)^{-1}         w_i = A_i b_i      V = (1/d) sum_i s_i A_i
 * </pre>
 *
 * <p>Of a decay of 0 and samples that leave directions open A is no inverse, and what follows is NaN. Scratch: one thread.
 */
public final class RiskMessages {
    private final UnitLoss loss;
    private final int units;
    private final int size;
    private final double decay;
    private final double[] variances;
    private final ProximalMap map;
    private final double[] y;
    private final double[] seen;
    private final double[] slope;
    private final double[] slopeQ;
    private final double[] inverse;
    private final double[] core;
    private final double[] column;

    /**
     * @param tokens L
     * @param units r
     * @param decay lambda
     * @param variances s[d] of the inputs
     */
    public RiskMessages(UnitLoss loss, int tokens, int units, double decay, double[] variances) {
        this.loss = loss;
        this.units = units;
        this.decay = decay;
        this.variances = variances;
        size = tokens * units;
        map = new ProximalMap(loss, tokens, units);
        y = new double[loss.labels()];
        seen = new double[size];
        slope = new double[size];
        slopeQ = new double[units * units];
        inverse = new double[units * units];
        core = new double[units * units];
        column = new double[units];
    }

    /**
     * All samples, as {@code api.mixing.SequenceMixing} asks.
     *
     * @param labels of all samples, one after the other
     */
    public void channel(
            double[] labels, double[] q, double[] v, double[] omega, double[] g, double[] stiffness, double[] pull) {
        Arrays.fill(stiffness, 0.0);
        Arrays.fill(pull, 0.0);
        invert(v);
        int samples = omega.length / size;
        for (int mu = 0; mu < samples; mu++) {
            System.arraycopy(labels, mu * y.length, y, 0, y.length);
            System.arraycopy(omega, mu * size, seen, 0, size);
            map.solve(y, seen, v, inverse, q);
            System.arraycopy(map.g, 0, g, mu * size, size);
            for (int k = 0; k < stiffness.length; k++) stiffness[k] += map.stiffness[k];
            if (!loss.seesProducts()) continue;
            loss.slopes(y, map.h, q, slope, slopeQ);
            for (int k = 0; k < pull.length; k++) pull[k] += 2.0 * slopeQ[k];
        }
        for (int k = 0; k < pull.length; k++) {
            stiffness[k] /= variances.length;
            pull[k] /= variances.length;
        }
    }

    /** All weights, likewise. */
    public void prior(double[][] b, double[] stiffness, double[] pull, double[][] w, double[] v) {
        Arrays.fill(v, 0.0);
        double last = Double.NaN;
        for (int i = 0; i < variances.length; i++) {
            double s = variances[i];
            if (s != last) {
                for (int k = 0; k < core.length; k++)
                    core[k] = (k % (units + 1) == 0 ? decay : 0.0) + s * stiffness[k] + pull[k];
                invert(core);
                last = s;
            }
            for (int a = 0; a < units; a++) {
                double sum = 0.0;
                for (int c = 0; c < units; c++) sum += inverse[a * units + c] * b[c][i];
                w[a][i] = sum;
            }
            for (int k = 0; k < v.length; k++) v[k] += s / variances.length * inverse[k];
        }
    }

    /** Overwrites inverse, of one unit without rounding twice; NaN where there is none. */
    private void invert(double[] of) {
        if (units == 1) {
            inverse[0] = 1.0 / of[0];
            return;
        }
        SmallMatrix.inverse(of, units, inverse, core, column);
    }
}
