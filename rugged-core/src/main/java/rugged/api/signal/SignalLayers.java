package rugged.api.signal;

import rugged.api.model.DenseLayers;

/** A deep network whose hidden layers can be read on any input, examples or not: the fields z_l of their units, before the activation, and what an output would change with them. */
public interface SignalLayers extends DenseLayers {
    /** Numbers of one input. */
    int inputs();

    /** Units of each hidden layer. */
    int[] widths();

    /**
     * Goes forward and back with one input. One forward pass and one backward, scratch of this model.
     *
     * @param x the weights
     * @param input the numbers of an input
     * @param fields overwritten with z_l[units] at index l - 1
     * @param slopes overwritten with d o_1/d z_l[units], o_1 the first output
     */
    void signals(double[] x, double[] input, double[][] fields, double[][] slopes);

    @Override
    SignalLayers fork();
}
