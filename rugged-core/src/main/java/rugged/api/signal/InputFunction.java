package rugged.api.signal;

import rugged.api.Examples;
import rugged.api.model.Supervised;

/** A supervised landscape whose function o(input; x) can be asked about inputs that are none of its examples: transformed ones, or others altogether. */
public interface InputFunction extends Supervised {
    /** The examples as they were loaded; shared, not to be changed. */
    Examples data();

    /**
     * Overwrites o[count K] with the outputs for other inputs.
     *
     * @param x the state
     * @param inputs prepared as those of the examples are, one after the other [count d]
     * @param count how many
     */
    void outputs(double[] x, double[] inputs, int count, double[] o);

    @Override
    InputFunction fork();
}
