package rugged.api.contrast;

import java.util.random.RandomGenerator;
import rugged.api.model.Batch;

/** The two phases of a {@link Contrasted} model: examples, and Markov chains that have p^beta for their stationary law, beta = 1 where they are to be followed. Calls allocate nothing. */
public interface Contrast {
    /** Goes to the parameters x[N]; forgets what is clamped. x is not modified and may change afterwards. */
    void at(double[] x);

    /** Clamps the examples of a batch. */
    void clamp(Batch batch);

    /** Puts as many chains as examples are clamped to these. */
    void follow();

    /**
     * Sweeps of the first chains.
     *
     * @param beta inverse temperature of each
     */
    void sweep(int chains, double[] beta, int sweeps, RandomGenerator random);

    /** Overwrites f with minus the logarithm of the weight that the state of each of the first chains has at its inverse temperature, up to what all states have in common there. */
    void weights(int chains, double[] beta, double[] f);

    /** Exchanges the states of two chains. */
    void exchange(int chain, int other);

    /** Overwrites g[N] with the mean of dH/dx over the examples clamped less that over the first chains: downhill in minus the mean log-likelihood is -g. */
    void gradient(int chains, double[] g);

    /** Numbers in the state of a chain. */
    int width();

    /** Copies the state of a chain into v[width]. */
    void state(int chain, double[] v);

    /** Gives a chain a state that {@link #state} gave. */
    void place(int chain, double[] v);
}
