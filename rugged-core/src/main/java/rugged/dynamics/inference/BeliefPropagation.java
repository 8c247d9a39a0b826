package rugged.dynamics.inference;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.index.Named;

/**
 * Belief propagation: all messages of a factor graph are updated in parallel, until a round without damping changes them by less than the tolerance in mean square. On a tree that is after as many rounds as the longest way through it, and marginals and free energy are then
 * exact; on a graph with loops they are an approximation. Deterministic: replicas differ in their starts alone.
 *
 * <p>Source: Pearl, Probabilistic Reasoning in Intelligent Systems (1988); Mezard and Montanari, Information, Physics, and Computation (2009), chapter 14.
 */
@Named(
        value = "belief-propagation",
        title = "Belief propagation",
        doc = "Messages along the edges of a factor graph, all updated in parallel until they stand still.",
        source = "Mezard and Montanari, Information, Physics, and Computation (2009)",
        year = 2009,
        topics = {"inference", "mean field"})
public record BeliefPropagation(PassingParameters passing) implements PassingSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MESSAGES);
    }
}
