package rugged.theory.bayesian;

import java.util.Optional;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * Two inputs of length |x|^2 = d in place of data, and the units between them and the kernels.
 *
 * @param cosine of the angle between them; empty where data are meant
 * @param depth hidden layers
 * @param normalised whether units keep the size of a standard normal field
 */
public record InputPair(
        @Param(
                doc = "cosine of two inputs whose kernels are wanted, in place of errors on data",
                symbol = "\u03c1",
                min = -1.0,
                max = 1.0)
        Optional<Double> cosine,

        @Param(doc = "hidden layers behind these two inputs", symbol = "L", def = "1", min = 1, max = 1000)
        int depth,

        @Param(
                doc = "whether units are divided by the root mean square that a standard normal field gives them,"
                        + " for these two inputs",
                def = "true")
        boolean normalised)
        implements ParameterGroup {
    /** No inputs: data are meant. */
    static InputPair none() {
        return new InputPair(Optional.empty(), 1, true);
    }
}
