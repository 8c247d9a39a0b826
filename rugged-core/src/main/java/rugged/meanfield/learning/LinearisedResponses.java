package rugged.meanfield.learning;

/**
 * How the force on each trajectory answers to earlier fields, D_u^k = dg^k/dxi^u: D_k^k = q and D_u^k = -eta q sum_{j=u}^{k-1} R(k, j) D_u^j, with the curvature q of the trajectory at step k. It is the store that costs; one serves one sweep after another.
 */
sealed interface LinearisedResponses permits DenseResponses, SparseResponses {
    /** Share of examples in a batch above which trajectories are followed all together. */
    double MOSTLY = 0.7;

    /** For so many trajectories, K, and steps, S, where batches hold a share b of the examples. */
    static LinearisedResponses of(int trajectories, int steps, double batch) {
        return batch > MOSTLY ? new DenseResponses(trajectories, steps) : new SparseResponses(trajectories, steps);
    }

    /** Bytes that it takes, 2 K (b S)^2; those that grow have room for twice as many steps. */
    static double bytes(double trajectories, double steps, double batch) {
        double own = batch > MOSTLY ? steps : Math.max(SparseResponses.FIRST, 1.5 * batch * steps);
        return Float.BYTES * trajectories * own * (own + 1.0) / 2.0;
    }

    /** Forgets the sweep before. */
    void begin();

    /** Advances to step k; overwrites means[u], u = 0 to k, with the means of D_u^k over trajectories. */
    void advance(int k, double eta, double[] response, double[] curvature, double[] means);
}
