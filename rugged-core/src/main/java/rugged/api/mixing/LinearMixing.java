package rugged.api.mixing;

import rugged.api.model.Inference;

/**
 * Unknowns x_i with a prior, mixed linearly and seen through a channel: z = F x, y_a ~ P(y_a | z_a). A perceptron, a regression, compressed sensing, a layer. Its states are means a[N],
 * variances c[N] and what the outputs ask for, g[M], one behind the other: {@link #dimension} is 2N + M. What one asks of an output, and of an unknown, are the two functions of one variable below; everything else is
 * products with F, so that one algorithm ({@code compose.MixingPass}) serves all.
 *
 * <p>Source: Rangan, Proc. IEEE ISIT, 2168 (2011); Zdeborova and Krzakala, Adv. Phys. 65, 453 (2016), section VI.
 */
public interface LinearMixing extends Inference {
    /** N. */
    int unknowns();

    /** M. */
    int outputs();

    /** Overwrites z[M] with F x. */
    void mix(double[] x, double[] z);

    /** Overwrites w[N] with F^T u. */
    void mixTransposed(double[] u, double[] w);

    /** Overwrites z[M] with sum_i F_ai^2 v_i. */
    void mixSquares(double[] v, double[] z);

    /** Overwrites w[N] with sum_a F_ai^2 u_a. */
    void mixSquaresTransposed(double[] u, double[] w);

    /**
     * The channel: for z_a ~ N(omega_a, v_a) before y_a is seen, overwrites g[M] with (E[z_a | y_a] - omega_a)/v_a and slope[M] with -dg_a/domega_a, which is positive for a channel that informs.
     */
    void channel(double[] omega, double[] v, double[] g, double[] slope);

    /** The prior: mean[N] and variance[N] of unknowns that are seen as r_i = x_i + N(0, s_i). */
    void prior(double[] r, double[] s, double[] mean, double[] variance);

    @Override
    default int dimension() {
        return 2 * unknowns() + outputs();
    }

    /** Free energies are reported for each unknown. */
    @Override
    default double extent() {
        return unknowns();
    }

    @Override
    LinearMixing fork();
}
