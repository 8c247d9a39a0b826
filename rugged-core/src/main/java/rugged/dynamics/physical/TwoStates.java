package rugged.dynamics.physical;

import rugged.api.physical.Circuit;
import rugged.api.physical.Feedback;
import rugged.api.physical.FeedbackRule;
import rugged.api.physical.Transfer;

/** Without noise: the moments of examples are enough. */
final class TwoStates implements Comparison {
    private final Feedback feedback;
    private final int inputs;
    private final int outputs;
    private final double[] g;
    private final double[] h;

    TwoStates(FeedbackRule rule, double strength, Circuit circuit) {
        inputs = circuit.inputs();
        outputs = circuit.outputs();
        feedback = new Feedback(rule, strength, inputs, outputs);
        g = new double[outputs * inputs];
        h = new double[outputs * outputs];
    }

    @Override
    public boolean compare(Transfer response, double[] x, double[] e, double[] change) {
        Feedback.moments(x, e, inputs, outputs, g, h);
        return feedback.change(response, g, h, change);
    }
}
