package rugged.dynamics.physical;

import rugged.api.physical.Circuit;
import rugged.api.physical.FeedbackRule;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The outputs are nudged: u_b minimises u.L u/2 - I.u + beta |y - y*|^2/2, and d_e = -((B u_b)_e^2 - (B u_0)_e^2)/(2 beta), off the gradient by O(beta); or with both signs of beta, d_e = -((B u_b)_e^2 - (B u_-b)_e^2)/(4 beta), off by O(beta^2). With -beta outputs are pushed away, which the network holds only
 * for beta below 1/(the largest eigenvalue of Q_out^T L^+ Q_out).
 *
 * <p>An epoch takes all examples together: one factorisation, O(M n_out (n_in + n_out)) besides. Source: Scellier and Bengio, Front. Comput. Neurosci. 11, 24 (2017).
 */
@Named(
        value = "equilibrium-propagation",
        title = "Equilibrium propagation",
        doc = "Edges compare the squares of their drops in the free state and in one whose outputs are nudged.",
        source = "Scellier and Bengio, Front. Comput. Neurosci. 11, 24 (2017)",
        year = 2017,
        topics = {"physical networks", "learning rules"})
public record EquilibriumPropagation(
        @Param(doc = "strength of the nudge", symbol = "\u03b2", def = "0.01", min = 0.0, above = true)
        double beta,

        @Param(doc = "whether states nudged both ways are compared, in place of the free one and one", def = "false")
        boolean symmetric,

        LearningParameters learning)
        implements LocalRule {
    /** A nudge has a size. */
    public EquilibriumPropagation {
        if (!(beta > 0.0) || Double.isInfinite(beta))
            throw new BadParameter("beta", beta, "nudges nothing", "a finite number above 0");
    }

    @Override
    public Comparison comparison(Circuit circuit, Streams random) {
        return new TwoStates(symmetric ? FeedbackRule.NUDGED_BOTH : FeedbackRule.NUDGED, beta, circuit);
    }
}
