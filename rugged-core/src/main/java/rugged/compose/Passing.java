package rugged.compose;

import rugged.api.mixing.LinearMixing;
import rugged.api.mixing.SequenceMixing;
import rugged.api.model.FactorGraph;
import rugged.api.model.Inference;

/** One round of messages, whatever kind of inference it is: a sweep of approximate message passing over a mixing, a parallel update of all messages of a factor graph. */
@FunctionalInterface
public interface Passing {
    /**
     * One round.
     *
     * @param x a state
     * @param next another array, overwritten with the state after it
     */
    void update(double[] x, double[] next);

    /** The round of a model, with scratch of its own. */
    static Passing of(Inference model) {
        return switch (model) {
            case LinearMixing mixing -> new MixingPass(mixing)::update;
            case SequenceMixing mixing -> new SequencePass(mixing)::update;
            case FactorGraph graph -> graph::update;
            default -> throw new IllegalArgumentException("the model passes no messages");
        };
    }

    /** How many numbers of a state, from its beginning, tell whether it stands still: the means of a mixing, all messages of a graph. */
    static int telling(Inference model) {
        return switch (model) {
            case LinearMixing mixing -> mixing.unknowns();
            case SequenceMixing mixing -> mixing.units() * mixing.weights();
            default -> model.dimension();
        };
    }

    /** Mean square of what the first numbers of two states differ by. */
    static double distance(double[] a, double[] b, int first) {
        double sum = 0.0;
        for (int i = 0; i < first; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum / first;
    }
}
