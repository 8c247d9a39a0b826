package rugged.landscape.binary;

/** Products with the matrix F_{mu i} = y_{mu i}/sqrt(N) of patterns and with its squares. An instance has scratch of its own. */
interface Mixer {
    /** Overwrites z[P] with F x. */
    void rows(double[] x, double[] z);

    /** Overwrites w[N] with F^T u. */
    void columns(double[] u, double[] w);

    /** Overwrites z[P] with sum_i F_{mu i}^2 v_i. */
    void squaredRows(double[] v, double[] z);

    /** Overwrites w[N] with sum_mu F_{mu i}^2 u_mu. */
    void squaredColumns(double[] u, double[] w);

    /** The same matrix with other scratch. */
    Mixer fork();
}
