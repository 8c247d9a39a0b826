package rugged.compose;

import rugged.api.mixing.SequenceMixing;

/**
 * One round of generalised approximate message passing over a {@link SequenceMixing}, all r units together:
 *
 * <pre>
 *   omega_l = x_l w/sqrt(d) - V g_l          g' = channel(omega, V)
 *   b = x^T g'/sqrt(d) + s w Lambda          w', V' = prior(b, Lambda)
 * </pre>
 *
 * <p>V g_l, of the answers of the round before, is Onsager's term; s are the variances of the inputs. Exact for d, n to infinity at fixed n/d with inputs independent of one another; fixed points of a risk are stationary points of it at every d. For one unit it is {@link MixingPass} with one variance for all. Cost: two reads of the
 * inputs, whatever r is, with n L r d multiplications each; nothing is allocated.
 *
 * <p>Source: Rangan, Proc. IEEE ISIT, 2168 (2011); Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, arXiv:1806.05451.
 */
public final class SequencePass {
    private final SequenceMixing model;
    private final int d;
    private final int r;
    private final double[][] w;
    private final double[][] b;
    private final double[] v;
    private final double[] q;
    private final double[] stiffness;
    private final double[] pull;
    private final double[] omega;
    private final double[] g;
    private final double[] variances;

    /** @param model what is inferred */
    public SequencePass(SequenceMixing model) {
        this.model = model;
        d = model.weights();
        r = model.units();
        w = new double[r][d];
        b = new double[r][d];
        v = new double[r * r];
        q = new double[r * r];
        variances = new double[d];
        for (int i = 0; i < d; i++) variances[i] = model.variance(i);
        stiffness = new double[r * r];
        pull = new double[r * r];
        int outputs = model.samples() * model.tokens() * r;
        omega = new double[outputs];
        g = new double[outputs];
    }

    /**
     * One round.
     *
     * @param x units, covariance, answers
     * @param next the same after it; may be {@code x}
     */
    public void update(double[] x, double[] next) {
        see(x);
        model.channel(q, v, omega, g, stiffness, pull);
        model.mixTransposed(g, b);
        for (int a = 0; a < r; a++)
            for (int c = 0; c < r; c++) {
                double lambda = stiffness[a * r + c];
                double[] into = b[a];
                double[] from = w[c];
                for (int i = 0; i < d; i++) into[i] += lambda * variances[i] * from[i];
            }
        model.prior(b, stiffness, pull, w, v);
        for (int a = 0; a < r; a++) System.arraycopy(w[a], 0, next, a * d, d);
        System.arraycopy(v, 0, next, r * d, r * r);
        System.arraycopy(g, 0, next, r * (d + r), g.length);
    }

    /** What the samples expect before they answer. */
    private void see(double[] x) {
        for (int a = 0; a < r; a++) System.arraycopy(x, a * d, w[a], 0, d);
        System.arraycopy(x, r * d, v, 0, r * r);
        for (int a = 0; a < r; a++)
            for (int c = 0; c <= a; c++) {
                double sum = 0.0;
                for (int i = 0; i < d; i++) sum += w[a][i] * w[c][i];
                q[a * r + c] = sum / d;
                q[c * r + a] = sum / d;
            }
        model.mix(w, omega);
        int answers = r * (d + r);
        for (int k = 0; k < omega.length; k += r)
            for (int a = 0; a < r; a++) for (int c = 0; c < r; c++) omega[k + a] -= v[a * r + c] * x[answers + k + c];
    }
}
