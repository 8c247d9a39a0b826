package rugged.api.mixing;

import rugged.api.model.Inference;

/**
 * Units w_a[d], a = 1..r, seen by n samples of L tokens x_l[d] each through projections and a channel of all of a sample's tokens and units,
 *
 * <pre>h_la = x_l.w_a/sqrt(d),   y ~ P(y | h),   or a loss l(y, h, w^T w/d)</pre>
 *
 * <p>Entries x_i of tokens are independent but for a few directions, in which samples may have means of their own, of mean 0 and {@link #variance} s_i, so that one covariance V[r r] = (1/d) sum_i s_i cov(w_i) is that of the r projections of every token. A state is the units w[r][d], V[r r] and the answers g[n][L][r], one behind the other: {@link #dimension} is r d + r^2 + n L r. All else is in
 * the functions below; {@code compose.SequencePass} makes rounds of them. Matrices r x r are symmetric.
 *
 * <p>A {@link rugged.api.mixing.LinearMixing} has one unit and a variance of each unknown. Source: Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018), arXiv:1806.05451; Cui, arXiv:2409.13904.
 */
public interface SequenceMixing extends Inference {
    /** d. */
    int weights();

    /** r. */
    int units();

    /** L. */
    int tokens();

    /** n. */
    int samples();

    /** s_i, of the entries i of tokens: 1 unless they differ. */
    default double variance(int i) {
        return 1.0;
    }

    /** Overwrites h[n L r] with the projections of units w[r][d]: one read of the inputs for all of them. */
    void mix(double[][] w, double[] h);

    /** Overwrites b[r][d] with b_a = sum_mu sum_l x_l u_la/sqrt(d), u[n L r]: one read of the inputs. */
    void mixTransposed(double[] u, double[][] b);

    /**
     * The channel: what the samples, who expect h_l ~ N(omega_l, V), answer.
     *
     * @param q w^T w/d of the units before the round, for losses that know of it
     * @param v V[r r]
     * @param omega [n L r]
     * @param g [n L r] overwritten with V^-1 (E[h_l | y] - omega_l), or with the proximal point in place of the mean
     * @param stiffness [r r] overwritten with Lambda = -(1/d) sum_mu sum_l dg_l/domega_l
     * @param pull [r r] overwritten with what a loss that knows of Q = w^T w/d adds to the weight decay, (2/d) sum_mu dl/dQ; 0 for all others
     */
    void channel(double[] q, double[] v, double[] omega, double[] g, double[] stiffness, double[] pull);

    /**
     * The prior: the law P0(w) exp(b.w - s_i w.Lambda w/2) of the r weights of one input i, for each of the d. Of a decay lambda, or a normal prior with lambda = 1, w = (lambda + pull + s_i Lambda)^-1 b and cov(w) the inverse.
     *
     * @param b [r][d]
     * @param stiffness Lambda[r r]
     * @param pull as the channel said
     * @param w [r][d] overwritten with the means
     * @param v [r r] overwritten with (1/d) sum_i s_i cov(w_i)
     */
    void prior(double[][] b, double[] stiffness, double[] pull, double[][] w, double[] v);

    @Override
    default int dimension() {
        return units() * (weights() + units()) + samples() * tokens() * units();
    }

    /** Free energies are reported for each input. */
    @Override
    default double extent() {
        return weights();
    }

    @Override
    SequenceMixing fork();
}
