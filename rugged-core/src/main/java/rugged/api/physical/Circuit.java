package rugged.api.physical;

/**
 * A network of conductances with a task: currents X[P][n_in] of P examples, drops Y[P][n_out] that they should make, and the cost E = (1/P) sum_mu c |T(w) x_mu - y_mu|^2 with the transfer matrix of {@link Transfer}. Has scratch of its own: one thread.
 */
public interface Circuit {
    /** The graph. */
    Wiring wiring();

    /** n_in, pairs of nodes through which currents enter and leave. */
    int inputs();

    /** n_out, pairs of nodes whose potential drops are read. */
    int outputs();

    /** The smallest conductance that an edge may have. */
    double floor();

    /** c, the weight of a squared error in the cost. */
    double scale();

    /** The response at conductances w[M], those below the floor counted as the floor; a live view, valid until the next call. */
    Transfer response(double[] w);

    /** P. */
    int examples();

    /** X, example by example; not to be changed. */
    double[] currents();

    /** Overwrites e[P n_out] with the errors T x_mu - y_mu of a response. */
    void errors(Transfer response, double[] e);

    /** How many tasks the network can be given, in turn; the control of the landscape leads from the first (0) to the second (1). */
    default int tasks() {
        return 1;
    }

    /** The cost of a response in a task, whichever is the present one; NaN where there is no response. */
    double cost(Transfer response, int task);

    /** The share of examples whose drops are nearest to those of another class; NaN where there are no classes, or no such examples. */
    default double wrong(Transfer response, boolean tests) {
        return Double.NaN;
    }
}
