package rugged.api.motion;

import rugged.api.model.Model;

/** R replicas in the same disorder, as a protocol holds them. */
public interface Ensemble {
    /** R. */
    int replicas();

    /** Time since the start of the run: it goes on when the dynamics is changed. */
    double time();

    /** How a replica stands. */
    Status status(int replica);

    /** Energy of a replica, E (not per degree of freedom). */
    double energy(int replica);

    /** Copies the state of a replica into x[N]. */
    void state(int replica, double[] x);

    /** Copies of all states, [R][N]. */
    default double[][] states(Model model) {
        double[][] x = new double[replicas()][model.dimension()];
        for (int r = 0; r < x.length; r++) state(r, x[r]);
        return x;
    }
}
