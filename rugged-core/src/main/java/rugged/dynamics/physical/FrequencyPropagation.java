package rugged.dynamics.physical;

import java.util.Arrays;
import rugged.api.physical.Circuit;
import rugged.api.physical.FeedbackRule;
import rugged.api.physical.Transfer;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Inputs oscillate at one frequency and error currents -(y - y*) at another; the edge multiplies the amplitudes of its drop at the two. In a linear network these do not mix and the rule is that of {@code multi-mechanism}, gradient descent, to the last bit without noise. With noise each amplitude of each example is read with a normal error of the given
 * size, independent from epoch to epoch.
 *
 * <p>An epoch costs a factorisation and O(M n_in n_out); with noise O(M P (n_in + n_out)). Source: Anisetti, Kandala, Scellier and Schwarz, Neural Computation 36, 596 (2024).
 */
@Named(
        value = "frequency-propagation",
        title = "Frequency propagation",
        doc = "Edges multiply the amplitudes of their drop at the frequency of the inputs and at that of the errors.",
        source = "Anisetti, Kandala, Scellier and Schwarz, Neural Computation 36, 596 (2024)",
        year = 2024,
        topics = {"physical networks", "learning rules"})
public record FrequencyPropagation(
        @Param(doc = "standard deviation of the noise of an amplitude", def = "0", min = 0.0)
        double noise,

        LearningParameters learning)
        implements LocalRule {
    /** A size of noise. */
    public FrequencyPropagation {
        if (!Double.isFinite(noise)) throw new BadParameter("noise", noise, "is not finite", "a finite number");
    }

    @Override
    public Comparison comparison(Circuit circuit, Streams random) {
        return noise == 0.0
                ? new TwoStates(FeedbackRule.ADJOINT, 0.0, circuit)
                : new Amplitudes(noise, circuit, random.stream("amplitudes", 0));
    }

    /** Amplitudes of single examples, each with its error. */
    private static final class Amplitudes implements Comparison {
        private final double noise;
        private final int inputs;
        private final int outputs;
        private final RandomStream random;

        Amplitudes(double noise, Circuit circuit, RandomStream random) {
            this.noise = noise;
            this.random = random;
            inputs = circuit.inputs();
            outputs = circuit.outputs();
        }

        @Override
        public boolean compare(Transfer response, double[] x, double[] e, double[] change) {
            int examples = x.length / inputs;
            double[] drops = response.drops();
            Arrays.fill(change, 0.0);
            for (int mu = 0; mu < examples; mu++)
                for (int k = 0; k < change.length; k++) {
                    int row = k * (inputs + outputs);
                    double forward = noise * random.nextGaussian();
                    double back = noise * random.nextGaussian();
                    for (int i = 0; i < inputs; i++) forward += drops[row + i] * x[mu * inputs + i];
                    for (int j = 0; j < outputs; j++) back += drops[row + inputs + j] * e[mu * outputs + j];
                    change[k] += forward * back / examples;
                }
            return true;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(random.save());
        }

        @Override
        public void load(Packed.Reader in) {
            random.load(in.readBytes());
        }
    }
}
