package rugged.compose;

import rugged.api.mixing.LinearMixing;

/**
 * One sweep of generalised approximate message passing over a {@link LinearMixing}:
 *
 * <pre>
 *   v = F^2 c        omega = F a - v g        g' = channel(omega, v)
 *   1/s = (F^2)^T slope        r = a + s F^T g'        a', c' = prior(r, s)
 * </pre>
 *
 * <p>The term v g is Onsager's: it takes away what an output hears of itself. Exact for N, M to infinity at fixed M/N with independent entries of F of variance of order 1/N (Bayati and Montanari, IEEE
 * Trans. Inf. Theory 57, 764 (2011)). Cost: four products with F; nothing is allocated.
 */
public final class MixingPass {
    private final LinearMixing model;
    private final double[] a;
    private final double[] c;
    private final double[] g;
    private final double[] omega;
    private final double[] v;
    private final double[] slope;
    private final double[] r;
    private final double[] s;

    /** @param model what is inferred */
    public MixingPass(LinearMixing model) {
        this.model = model;
        int n = model.unknowns();
        int m = model.outputs();
        a = new double[n];
        c = new double[n];
        r = new double[n];
        s = new double[n];
        g = new double[m];
        omega = new double[m];
        v = new double[m];
        slope = new double[m];
    }

    /**
     * One sweep.
     *
     * @param x means, variances, answers of the outputs
     * @param next the same after it; may be {@code x}
     */
    public void update(double[] x, double[] next) {
        int n = a.length;
        see(x);
        model.channel(omega, v, g, slope);
        model.mixSquaresTransposed(slope, s);
        model.mixTransposed(g, r);
        for (int i = 0; i < n; i++) {
            s[i] = 1.0 / s[i];
            r[i] = a[i] + s[i] * r[i];
        }
        model.prior(r, s, a, c);
        System.arraycopy(a, 0, next, 0, n);
        System.arraycopy(c, 0, next, n, n);
        System.arraycopy(g, 0, next, 2 * n, g.length);
    }

    /**
     * By which factor a sweep from x multiplies the mean square of small independent errors of the means, where entries of F are independent: what they do to the outputs, times what that does to the means,
     *
     * <pre>lambda = 1/N sum_i c'_i^2 sum_a F_ai^2 slope_a^2 sum_j F_aj^2</pre>
     *
     * <p>At a fixed point it is 1 where the de Almeida-Thouless line is; above it a fixed point cannot be reached. Allocates; takes a sweep and two products with squares.
     */
    public double growth(double[] x) {
        update(x, new double[x.length]);
        double[] weights = new double[slope.length];
        double[] ones = new double[a.length];
        java.util.Arrays.fill(ones, 1.0);
        model.mixSquares(ones, weights);
        for (int k = 0; k < weights.length; k++) weights[k] *= slope[k] * slope[k];
        double[] gains = ones;
        model.mixSquaresTransposed(weights, gains);
        double sum = 0.0;
        for (int i = 0; i < gains.length; i++) sum += c[i] * c[i] * gains[i];
        return sum / gains.length;
    }

    /** What the outputs expect before they answer: mean omega[M] and variance v[M]; kept until the next call. */
    private void see(double[] x) {
        int n = a.length;
        System.arraycopy(x, 0, a, 0, n);
        System.arraycopy(x, n, c, 0, n);
        model.mix(a, omega);
        model.mixSquares(c, v);
        for (int k = 0; k < omega.length; k++) omega[k] -= v[k] * x[2 * n + k];
    }
}
