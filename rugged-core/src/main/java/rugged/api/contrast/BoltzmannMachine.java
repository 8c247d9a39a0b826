package rugged.api.contrast;

import java.util.List;
import rugged.api.model.StochasticLandscape;
import rugged.api.model.Supervised;
import rugged.num.boltzmann.BitMachine;

/**
 * The weights and biases of a restricted Boltzmann machine as a landscape on examples of its visible layer. Whatever its units are, it has the law of a machine of bits; observables ask for that one.
 */
public interface BoltzmannMachine extends StochasticLandscape, Contrasted {
    /** How many units of either kind, and where parameters lie in a state. */
    BitMachine machine();

    /** Overwrites y[N] with the parameters of the machine of bits that has the law of x. x is not modified. */
    void bits(double[] x, double[] y);

    /** By which number weights are to be multiplied to be those of spins +-1. */
    double spinScale();

    /** Training examples, or those kept aside, as bits [examples Nv], one after the other. Not to be modified. */
    byte[] examples(Supervised.Part part);

    /** Extents of a visible configuration, such as [28, 28]. */
    List<Integer> shape();

    @Override
    BoltzmannMachine fork();
}
