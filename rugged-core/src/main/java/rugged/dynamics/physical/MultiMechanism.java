package rugged.dynamics.physical;

import rugged.api.physical.Circuit;
import rugged.api.physical.FeedbackRule;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * Two mechanisms that do not disturb one another, such as a flow and a chemical that it carries: currents -(y - y*) run in at the outputs and make a second potential v, and the edge multiplies its two drops, d_e = (B u)_e (B v)_e. In a linear network this is gradient descent exactly: d_e is minus the derivative of |y - y*|^2/2.
 *
 * <p>An epoch takes all examples together: one factorisation, O(M n_in n_out) besides. Source: Anisetti, Scellier and Schwarz, Phys. Rev. Research 5, 023024 (2023).
 */
@Named(
        value = "multi-mechanism",
        title = "Multi-mechanism learning",
        doc = "Edges multiply their drop with that of a second potential which the errors drive.",
        source = "Anisetti, Scellier and Schwarz, Phys. Rev. Research 5, 023024 (2023)",
        year = 2023,
        topics = {"physical networks", "learning rules"})
public record MultiMechanism(LearningParameters learning) implements LocalRule {
    @Override
    public Comparison comparison(Circuit circuit, Streams random) {
        return new TwoStates(FeedbackRule.ADJOINT, 0.0, circuit);
    }
}
